import Diagnostics
import IstioAPI
import Schema

extension Report {
    /// A selector of the older form: `labels`.
    mutating func selector(_ selector: Object<WorkloadSelector>, at place: Place) {
        if selector.labels.isEmpty { selectsAll(at: place) }
        selectorLabels(selector.labels)
    }

    /// A selector of the newer form: `matchLabels`.
    mutating func selector(_ selector: Object<MatchLabelsSelector>, at place: Place) {
        if selector.matchLabels.isEmpty { selectsAll(at: place) }
        selectorLabels(selector.matchLabels)
    }

    private mutating func selectsAll(at place: Place) {
        warning(
            .emptyValue, "workload selector specified without labels selects all workloads of the namespace",
            at: place, hint: "give labels, or remove the selector")
    }

    /// Selectors compare labels whole: wildcards and empty keys select nothing.
    mutating func selectorLabels(_ labels: Pairs<String>) {
        for label in labels {
            let place = Place.key(label.key, label.node.keyMark)
            let shown = "\"\(label.key.escapingControls)=\(label.value.escapingControls)\""
            if label.key.isEmpty {
                error(.invalidLabel, "empty key is not supported in selector: \(shown)", at: place)
            } else if label.key.contains("*") || label.value.contains("*") {
                error(.invalidLabel, "wildcard is not supported in selector: \(shown)", at: place)
            }
        }
    }
}
