import Diagnostics
import Schema

extension Report {
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
