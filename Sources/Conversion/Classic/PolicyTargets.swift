import Diagnostics
import IstioAPI
import Schema
import YAML

extension ConversionWork {
    /// The labels by which a policy of today's selects the pods of a service; nil when nothing is known of
    /// them, or no pod can carry these labels.
    mutating func selector(
        _ host: ServiceHost, named mark: Mark, and labels: [Node.Entry] = []
    ) -> [Node.Entry]? {
        guard let workload = workloads.workload(of: host) else { return nil }
        var entries = workload.labels.map { Node.Entry($0.key, Node($0.value.content, at: mark)) }
        for label in labels {
            if let same = entries.first(where: { $0.key == label.key }) {
                guard same.value == label.value else { return nil }
            } else {
                entries.append(label)
            }
        }
        guard isPossible(labels: entries) else { return nil }
        let shown = workload.labels.map { "\($0.key)=\($0.value.string ?? "")" }.joined(separator: ",")
        let reason = workload.isKnown ? "" : ", an assumption, since its Service is not in the input"
        ledger.changed(mark, "the pods of \(host.full) are those with \(shown)\(reason)")
        return entries
    }

    /// The labels of a subset that a destination rule of the input declares for a host.
    func labels(ofSubset name: String, of host: ServiceHost) -> [Node.Entry]? {
        for object in inputs.objects where object.kindName == DestinationRule.kind.name {
            guard let spec = object.spec, let text = spec["host"]?.string ?? spec["name"]?.string,
                ServiceHost(full: text, from: object.namespace, options) == host
            else { continue }
            let subset = spec["subsets"]?.list?.first { $0["name"]?.string == name }
            if let labels = subset?["labels"]?.map {
                return labels.map { Node.Entry($0.key, Node($0.value.content)) }
            }
        }
        return nil
    }
}

/// Pods, or some of their ports, that a policy is for.
struct PolicyTarget {
    /// What sets the target's objects apart from those of others; empty for all pods.
    let suffix: String
    let selector: [Node.Entry]
    /// Ports of the pods; empty for all.
    let ports: [Int]

    var selectorNode: Node? { selector.isEmpty ? nil : ["matchLabels": Node(selector)] }
}
