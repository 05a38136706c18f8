import Kubernetes
package import YAML

/// What the webhooks of a cluster would do with a pod, judged by their selectors as Istio 1.30's
/// `check-inject` does it.
package struct InjectorVerdict: Equatable, Sendable {
    /// Of the MutatingWebhookConfiguration.
    package let name: String
    package let revision: String
    package let injects: Bool
    /// A sentence without its period.
    package let reason: String

    /// The verdicts of all configurations that are Istio's, by name. The labels are maps of texts.
    package static func all(
        of configurations: [Node], podLabels: Node, namespaceLabels: Node
    ) -> [InjectorVerdict] {
        configurations.filter(isIstio).map { configuration in
            let webhooks = (configuration["webhooks"]?.list ?? []).map {
                InjectorSelectors($0, pod: podLabels, namespace: namespaceLabels)
            }
            let (injects, reason) = judge(webhooks)
            return InjectorVerdict(
                name: configuration[["metadata", "name"]]?.string ?? "",
                revision: configuration[["metadata", "labels", "istio.io/rev"]]?.string ?? "",
                injects: injects, reason: reason)
        }.sorted { $0.name < $1.name }
    }

    private static func isIstio(_ configuration: Node) -> Bool {
        (configuration["webhooks"]?.list ?? []).contains {
            $0["name"]?.string?.hasSuffix("istio.io") == true
        }
    }

    private static func judge(_ webhooks: [InjectorSelectors]) -> (Bool, String) {
        for webhook in webhooks {
            if let reason = webhook.reasonFor { return (true, reason) }
            if let reason = webhook.reasonAgainst { return (false, reason) }
        }
        if webhooks.contains(where: \.isDeactivated) {
            return (false, "The injection webhook is deactivated, and will never match labels.")
        }
        let namespaces = webhooks.flatMap { InjectorSelectors.wanted($0.webhook["namespaceSelector"]) }
        let pods = webhooks.flatMap { InjectorSelectors.wanted($0.webhook["objectSelector"]) }
        return (
            false,
            "No matching namespace labels (\(namespaces.joined(separator: ", "))) "
                + "or pod labels (\(pods.joined(separator: ", ")))"
        )
    }
}
