import Kubernetes
import YAML

/// One webhook of a configuration (admissionregistration.k8s.io/v1), ready to be asked.
struct Webhook: Sendable {
    enum Phase: Sendable {
        case mutating, validating

        var plural: String {
            switch self {
            case .mutating: "mutatingwebhookconfigurations"
            case .validating: "validatingwebhookconfigurations"
            }
        }
    }

    let phase: Phase
    /// Fully qualified, such as `rev.validation.istio.io`.
    let name: String
    let address: WebhookAddress
    /// PEM; nil for the roots of the system.
    let authority: [UInt8]?
    let timeout: Duration
    /// The version of AdmissionReview that it understands best.
    let version: String
    let isIgnoredOnFailure: Bool
    let isReinvoked: Bool
    private let rules: [WebhookRule]
    private let isExact: Bool
    private let namespaces: LabelSelector
    private let objects: LabelSelector

    /// Seconds that a webhook has unless it says otherwise, and the most it may say.
    private static let standardTimeout: Int64 = 10
    private static let longestTimeout: Int64 = 30

    /// nil when it can never be asked: no address, or selectors that mean nothing.
    init?(_ node: Node, _ phase: Phase) {
        guard let name = node["name"]?.string, let client = node["clientConfig"],
            let address = WebhookAddress(client),
            let namespaces = LabelSelector(object: node["namespaceSelector"]),
            let objects = LabelSelector(object: node["objectSelector"])
        else { return nil }
        self.phase = phase
        self.name = name
        self.address = address
        authority = client["caBundle"]?.string.flatMap(Base64.decode)
        timeout = .seconds(
            min(max(node["timeoutSeconds"]?.int ?? Self.standardTimeout, 1), Self.longestTimeout))
        let known = (node["admissionReviewVersions"]?.list ?? []).compactMap(\.string)
        version = known.first { ["v1", "v1beta1"].contains($0) } ?? "v1"
        isIgnoredOnFailure = node["failurePolicy"]?.string == "Ignore"
        isReinvoked = node["reinvocationPolicy"]?.string == "IfNeeded"
        rules = (node["rules"]?.list ?? []).map(WebhookRule.init)
        isExact = node["matchPolicy"]?.string == "Exact"
        self.namespaces = namespaces
        self.objects = objects
    }

    /// Whether it wants to be asked. `namespace` is the object that represents the object's namespace; none
    /// for objects of the whole cluster, whose namespaces cannot exclude them.
    func wants(_ operation: AdmissionOperation, in namespace: Node?) -> Bool {
        guard
            rules.contains(where: {
                $0.matches(operation, subresource: operation.target.subresource, isExact: isExact)
            })
        else { return false }
        if let namespace, !namespaces.matches(namespace) { return false }
        return objects.isEmpty
            || [operation.object, operation.old].contains { $0.map(objects.matches) ?? false }
    }
}
