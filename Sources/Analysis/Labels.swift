import YAML

/// Labels of a workload, and the two ways in which Kubernetes selects by them.
enum Labels {
    /// Whether all pairs of a plain selector are among the labels. An empty selector selects everything.
    static func match(_ selector: [String: String], _ labels: [String: String]) -> Bool {
        selector.allSatisfy { labels[$0.key] == $0.value }
    }

    /// Whether a selector with `matchLabels` and `matchExpressions` selects labels; an absent one does.
    static func match(selector: Node?, _ labels: [String: String]) -> Bool {
        guard let selector, !selector.isNull else { return true }
        guard match(MeshObject.texts(selector["matchLabels"]), labels) else { return false }
        return (selector["matchExpressions"]?.list ?? []).allSatisfy { matches(expression: $0, labels) }
    }

    /// `app=reviews,version=v1`, sorted by key.
    static func text(_ selector: [String: String]) -> String {
        selector.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }

    private static func matches(expression: Node, _ labels: [String: String]) -> Bool {
        guard let key = expression["key"]?.string else { return false }
        let value = labels[key]
        let values = expression["values"]?.list?.compactMap(\.string) ?? []
        return switch expression["operator"]?.string {
        case "In": value.map { values.contains($0) } ?? false
        case "NotIn": value.map { !values.contains($0) } ?? true
        case "Exists": value != nil
        case "DoesNotExist": value == nil
        default: false
        }
    }
}
