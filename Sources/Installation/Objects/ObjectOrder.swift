package import YAML

/// The order in which Istio's installer writes objects.
package enum ObjectOrder {
    package static func sorted(_ objects: [Node]) -> [Node] {
        objects.map { (key($0), $0) }.enumerated().sorted { first, second in
            first.element.0 == second.element.0
                ? first.offset < second.offset : first.element.0 < second.element.0
        }.map(\.element.1)
    }

    /// Rank, group, kind and name; what comes first is what the others need.
    private static func key(_ object: Node) -> Key {
        let version = object["apiVersion"]?.string ?? ""
        let group = version.contains("/") ? String(version.prefix { $0 != "/" }) : ""
        let kind = object["kind"]?.string ?? ""
        return Key(rank: rank("\(group)/\(kind)"), words: [group, kind, object.objectName ?? ""])
    }

    private struct Key: Comparable {
        let rank: Int
        let words: [String]

        static func < (a: Key, b: Key) -> Bool {
            a.rank == b.rank ? a.words.lexicographicallyPrecedes(b.words) : a.rank < b.rank
        }
    }

    private static func rank(_ kind: String) -> Int {
        switch kind {
        case "apiextensions.k8s.io/CustomResourceDefinition": -1000
        case "/ServiceAccount", "rbac.authorization.k8s.io/ClusterRole": 1
        case "rbac.authorization.k8s.io/ClusterRoleBinding": 2
        // One that fails closed is to be reset before anything else is sent.
        case "admissionregistration.k8s.io/ValidatingWebhookConfiguration": 3
        case "/ConfigMap": 100
        case "autoscaling/HorizontalPodAutoscaler": 1001
        // Once there are pods behind them.
        case "/Service": 10_000
        default: 1000
        }
    }
}
