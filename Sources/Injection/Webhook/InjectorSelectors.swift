import Kubernetes
import YAML

/// The two selectors of a webhook, against the labels of a pod and of its namespace.
struct InjectorSelectors {
    let webhook: Node
    private let pod: Node
    private let namespace: Node

    private static let injection = "istio-injection"

    init(_ webhook: Node, pod: Node, namespace: Node) {
        self.webhook = webhook
        self.pod = pod
        self.namespace = namespace
    }

    private var selectsNamespace: Bool { Self.matches(webhook["namespaceSelector"], namespace) }
    private var selectsPod: Bool { Self.matches(webhook["objectSelector"], pod) }
    var selects: Bool { selectsNamespace && selectsPod }

    /// Why the webhook injects the pod; nil when it does not, or when no label says so.
    var reasonFor: String? {
        guard selects else { return nil }
        let ofNamespace = Self.decisiveLabel(webhook["namespaceSelector"], namespace)
        let ofPod = Self.decisiveLabel(webhook["objectSelector"], pod)
        switch (ofNamespace, ofPod) {
        case (let space?, let own?): return "Namespace label \(space) matches, and pod label \(own) matches"
        case (let space?, nil):
            let everywhere = space.contains("kubernetes.io/metadata.name")
            return "Namespace label \(space) matches"
                + (everywhere ? " (Automatic injection is enabled in all namespaces)." : "")
        case (nil, let own?): return "Pod label \(own) matches"
        case (nil, nil): return nil
        }
    }

    /// Which label keeps the webhook from injecting the pod; nil when none does.
    var reasonAgainst: String? {
        if selectsNamespace, !selectsPod {
            for expression in Self.expressions(webhook["objectSelector"]) {
                guard let key = expression["key"]?.string, let value = pod[key]?.string else { continue }
                let isUnwanted =
                    switch expression["operator"]?.string {
                    case "DoesNotExist": true
                    case "NotIn": expression["values"]?.list?.contains(Node(value)) == true
                    default: false
                    }
                if isUnwanted { return "Pod has \(key)=\(value) label, preventing injection" }
            }
        } else if selectsPod, !selectsNamespace, let value = namespace[Self.injection]?.string,
            value != "enabled"
        {
            return "Namespace has \(Self.injection)=\(value) label, preventing injection"
        }
        return nil
    }

    /// Whether it was taken out of use by selectors that nothing fulfils.
    var isDeactivated: Bool {
        let never: Node = ["matchLabels": ["istio.io/deactivated": "never-match"]]
        return webhook["namespaceSelector"] == never && webhook["objectSelector"] == never
    }

    /// The labels of which a selector wants one.
    static func wanted(_ selector: Node?) -> [String] {
        expressions(selector).filter { $0["operator"] == "In" }.flatMap { expression in
            (expression["values"]?.list ?? []).compactMap(\.string).map {
                "\(expression["key"]?.string ?? "")=\($0)"
            }
        }
    }

    private static func expressions(_ selector: Node?) -> [Node] { selector?["matchExpressions"]?.list ?? [] }

    /// A selector of a form that Kubernetes would refuse matches nothing.
    private static func matches(_ selector: Node?, _ labels: Node) -> Bool {
        LabelSelector(object: selector)?.matches(["metadata": ["labels": labels]]) ?? false
    }

    /// The first label that a selector names and the object has.
    private static func decisiveLabel(_ selector: Node?, _ labels: Node) -> String? {
        for expression in expressions(selector)
        where ["In", "NotIn"].contains(expression["operator"]?.string ?? "") {
            guard let key = expression["key"]?.string, let value = labels[key]?.string else { continue }
            return "\(key)=\(value)"
        }
        return nil
    }
}
