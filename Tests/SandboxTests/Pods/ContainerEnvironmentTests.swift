import Kubernetes
import Testing
import YAML

@testable import Sandbox

@Suite struct ContainerEnvironmentTests {
    @Test(arguments: [
        ("$(A)-$(B)", "1-$(B)"), ("$$(A)", "$(A)"), ("$A", "$A"), ("$(A", "$(A"), ("$", "$"), ("$$", "$"),
    ])
    func namesInParenthesesAreReplaced(text: String, result: String) {
        #expect(ContainerEnvironment.expanded(text, ["A": "1"]) == result)
    }

    private static let pod: Node = [
        "metadata": ["name": "web", "namespace": "default", "labels": ["app": "reviews"]],
        "status": ["podIP": "127.128.0.9"],
    ]

    private func variables(_ container: Node) async throws -> [String: String] {
        let client = LocalClient(
            server: try await APIServer(store: SandboxStore(), admission: .none), name: "test")
        for (type, kind, value) in [
            (ResourceType.configMaps, "ConfigMap", "red"), (.secrets, "Secret", "Ymx1ZQ=="),
        ] {
            try await client.create(
                type,
                [
                    "apiVersion": "v1", "kind": Node(kind),
                    "metadata": ["name": "colours", "namespace": "default"],
                    "data": [kind == "Secret" ? "sky" : "rose": Node(value)],
                ])
        }
        return try ContainerEnvironment(pod: Self.pod, client: client).variables(of: container)
    }

    @Test func valuesComeFromEverywhere() async throws {
        let found = try await variables([
            "envFrom": [
                ["configMapRef": ["name": "colours"], "prefix": "C_"],
                ["secretRef": ["name": "none", "optional": true]],
            ],
            "env": [
                ["name": "A", "value": "1"], ["name": "B", "value": "$(A)2"],
                ["name": "SKY", "valueFrom": ["secretKeyRef": ["name": "colours", "key": "sky"]]],
                ["name": "IP", "valueFrom": ["fieldRef": ["fieldPath": "status.podIP"]]],
                ["name": "APP", "valueFrom": ["fieldRef": ["fieldPath": "metadata.labels['app']"]]],
                [
                    "name": "NOT",
                    "valueFrom": ["configMapKeyRef": ["name": "colours", "key": "x", "optional": true]],
                ],
            ],
        ])
        #expect(
            found == [
                "C_rose": "red", "A": "1", "B": "12", "SKY": "blue", "IP": "127.128.0.9", "APP": "reviews",
            ])
    }

    @Test func whatIsMissingIsNamed() async throws {
        await #expect {
            _ = try await variables(["envFrom": [["configMapRef": ["name": "none"]]]])
        } throws: {
            ($0 as? ContainerEnvironment.Missing)?.text == "configmap \"none\" not found"
        }
    }
}
