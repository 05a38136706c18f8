import Kubernetes
package import YAML

/// The MutatingWebhookConfiguration by which a cluster asks an injector about new pods. Whom it asks about is
/// as in Istio 1.30: labels of the pod and of its namespace decide, and a revision has injectors of its own.
package struct WebhookRegistration: Sendable {
    /// Where API servers find the webhook.
    package enum Place: Sendable, Equatable {
        case url(String)
        case service(name: String, namespace: String, port: Int, path: String)
    }

    package var name: String
    /// Empty for the default one.
    package var revision = ""
    package var place: Place
    /// The authorities of the webhook's certificate, in PEM; nil leaves them to whoever patches them in.
    package var authority: String?
    /// Pods that nobody labelled, in namespaces that nobody labelled, are injected, too. Of no effect with a
    /// revision.
    package var takesUnlabelled = false
    /// Whether pods are refused while the webhook does not answer.
    package var isRequired = true
    /// How long an API server waits, in seconds; nil for its default of ten.
    package var timeout: Int?

    package init(name: String, place: Place) {
        self.name = name
        self.place = place
    }

    private static let injects = "sidecar.istio.io/inject"
    private static let revisions = "istio.io/rev"
    private static let injection = "istio-injection"

    package var node: Node {
        [
            "apiVersion": "admissionregistration.k8s.io/v1", "kind": "MutatingWebhookConfiguration",
            "metadata": [
                "name": Node(name),
                "labels": [
                    "app": "sidecar-injector", "istio.io/rev": Node(revision.isEmpty ? "default" : revision),
                ],
            ],
            "webhooks": Node(webhooks),
        ]
    }

    private var webhooks: [Node] {
        let own: Node = [Node(revision.isEmpty ? "default" : revision)]
        let notDisabled = Self.expression(Self.injects, "NotIn", ["false"])
        let noInjection = Self.expression(Self.injection, "DoesNotExist")
        let noRevision = Self.expression(Self.revisions, "DoesNotExist")
        var result = [
            webhook(
                "rev.namespace.", namespaces: [Self.expression(Self.revisions, "In", own), noInjection],
                pods: [notDisabled]),
            webhook(
                "rev.object.", namespaces: [noRevision, noInjection],
                pods: [notDisabled, Self.expression(Self.revisions, "In", own)]),
        ]
        guard revision.isEmpty else { return result }
        result += [
            webhook(
                "namespace.", namespaces: [Self.expression(Self.injection, "In", ["enabled"])],
                pods: [notDisabled]),
            webhook(
                "object.", namespaces: [noInjection, noRevision],
                pods: [Self.expression(Self.injects, "In", ["true"]), noRevision]),
        ]
        guard takesUnlabelled else { return result }
        let system = Node(InjectionPolicy.ignored.sorted().map { Node($0) })
        result.append(
            webhook(
                "auto.",
                namespaces: [
                    noInjection, noRevision, Self.expression("kubernetes.io/metadata.name", "NotIn", system),
                ],
                pods: [Self.expression(Self.injects, "DoesNotExist"), noRevision]))
        return result
    }

    private func webhook(_ prefix: String, namespaces: [Node], pods: [Node]) -> Node {
        var webhook: Node = [
            "name": Node(prefix + "sidecar-injector.istio.io"), "clientConfig": client,
            "rules": [
                [
                    "operations": ["CREATE"], "apiGroups": [""], "apiVersions": ["v1"],
                    "resources": ["pods"],
                ]
            ],
            "namespaceSelector": ["matchExpressions": Node(namespaces)],
            "objectSelector": ["matchExpressions": Node(pods)],
            "sideEffects": "None", "failurePolicy": isRequired ? "Fail" : "Ignore",
            "reinvocationPolicy": "Never", "admissionReviewVersions": ["v1", "v1beta1"],
        ]
        if let timeout { webhook.set("timeoutSeconds", Node(timeout)) }
        return webhook
    }

    private var client: Node {
        var client: Node =
            switch place {
            case .url(let url): ["url": Node(url)]
            case .service(let name, let namespace, let port, let path):
                [
                    "service": [
                        "name": Node(name), "namespace": Node(namespace), "path": Node(path),
                        "port": Node(port),
                    ]
                ]
            }
        if let authority { client.set("caBundle", Node(Base64.encode(Array(authority.utf8)))) }
        return client
    }

    private static func expression(_ key: String, _ operation: String, _ values: Node? = nil) -> Node {
        var node: Node = ["key": Node(key), "operator": Node(operation)]
        if let values { node.set("values", values) }
        return node
    }
}
