import Testing
import YAML

@testable import Injection

/// Which of the webhooks that `WebhookRegistration` makes act on whom.
@Suite struct InjectorVerdictTests {
    private static func registration(_ revision: String = "", unlabelled: Bool = false) -> Node {
        var registration = WebhookRegistration(
            name: revision.isEmpty ? "main" : revision,
            place: .service(name: "s", namespace: "n", port: 443, path: "/inject"))
        registration.revision = revision
        registration.takesUnlabelled = unlabelled
        return registration.node
    }

    private static func verdict(
        _ namespace: Node, _ pod: Node, revision: String = "", unlabelled: Bool = false
    ) -> InjectorVerdict? {
        InjectorVerdict.all(
            of: [registration(revision, unlabelled: unlabelled)], podLabels: pod, namespaceLabels: namespace
        ).first
    }

    private static let enabled: Node = ["istio-injection": "enabled"]
    private static let revised: Node = ["istio.io/rev": "canary"]

    @Test(
        arguments: [
            (enabled, [:], "Namespace label istio-injection=enabled matches"),
            (
                enabled, ["sidecar.istio.io/inject": "yes"],
                "Namespace label istio-injection=enabled matches, and pod label sidecar.istio.io/inject=yes matches"
            ),
            ([:], ["sidecar.istio.io/inject": "true"], "Pod label sidecar.istio.io/inject=true matches"),
            (["istio.io/rev": "default"], [:], "Namespace label istio.io/rev=default matches"),
        ] as [(Node, Node, String)])
    func injected(_ namespace: Node, _ pod: Node, _ reason: String) {
        let verdict = Self.verdict(namespace, pod)
        #expect(verdict?.injects == true)
        #expect(verdict?.reason == reason)
    }

    @Test(
        arguments: [
            (
                enabled, ["sidecar.istio.io/inject": "false"],
                "Pod has sidecar.istio.io/inject=false label, preventing injection"
            ),
            (
                ["istio-injection": "disabled"], ["sidecar.istio.io/inject": "true"],
                "Namespace has istio-injection=disabled label, preventing injection"
            ),
            (revised, ["sidecar.istio.io/inject": "true"], "No matching namespace labels"),
        ] as [(Node, Node, String)])
    func notInjected(_ namespace: Node, _ pod: Node, _ reason: String) {
        let verdict = Self.verdict(namespace, pod)
        #expect(verdict?.injects == false)
        #expect(verdict?.reason.hasPrefix(reason) == true, "\(verdict?.reason ?? "")")
    }

    @Test func revisionsTakeTheirOwn() {
        #expect(Self.verdict(Self.revised, [:], revision: "canary")?.injects == true)
        #expect(Self.verdict([:], Self.revised, revision: "canary")?.injects == true)
        #expect(Self.verdict(Self.enabled, [:], revision: "canary")?.injects == false)
        #expect(Self.verdict(Self.enabled, Self.revised, revision: "canary")?.injects == false)
        #expect(Self.registration("canary")["webhooks"]?.list?.count == 2)
    }

    @Test func unlabelledPodsAreTakenWhereThatIsWanted() {
        let space: Node = ["kubernetes.io/metadata.name": "books"]
        #expect(Self.verdict(space, [:])?.injects == false)
        let verdict = Self.verdict(space, [:], unlabelled: true)
        #expect(verdict?.injects == true)
        #expect(verdict?.reason.contains("enabled in all namespaces") == true)
        let system: Node = ["kubernetes.io/metadata.name": "kube-system"]
        #expect(Self.verdict(system, [:], unlabelled: true)?.injects == false)
    }

    @Test func otherWebhooksAreNotIstios() {
        let other: Node = ["metadata": ["name": "x"], "webhooks": [["name": "a.example.org"]]]
        #expect(InjectorVerdict.all(of: [other], podLabels: [:], namespaceLabels: [:]).isEmpty)
    }

    @Test func deactivatedWebhooksSaySo() {
        let never: Node = ["matchLabels": ["istio.io/deactivated": "never-match"]]
        let configuration: Node = [
            "metadata": ["name": "x"],
            "webhooks": [["name": "a.istio.io", "namespaceSelector": never, "objectSelector": never]],
        ]
        let verdict = InjectorVerdict.all(of: [configuration], podLabels: [:], namespaceLabels: [:]).first
        #expect(verdict?.reason.contains("deactivated") == true)
    }

    @Test func theAuthorityIsInBase64() {
        var registration = WebhookRegistration(name: "a", place: .url("https://192.0.2.1/inject"))
        registration.authority = "PEM\n"
        registration.isRequired = false
        let webhook = registration.node["webhooks"]?.list?.first
        #expect(webhook?["clientConfig"] == ["url": "https://192.0.2.1/inject", "caBundle": "UEVNCg=="])
        #expect(webhook?["failurePolicy"] == "Ignore")
    }
}
