import Diagnostics
import Testing
import YAML

@testable import Injection

/// What injection brings can be taken out again.
@Suite struct UninjectionTests {
    private static func injector(_ mesh: Node = BuiltIn.mesh, native: Bool = false) throws -> Injector {
        Injector(
            try InjectionConfiguration(BuiltIn.configuration, name: "built-in"),
            InjectionValues(BuiltIn.values), MeshSettings(mesh), usesNativeSidecars: native)
    }

    private static let plain: Node = [
        "metadata": ["name": "web", "labels": ["app": "web"]],
        "spec": ["containers": [["name": "web", "image": "books.example/web:1", "resources": .emptyMap]]],
    ]

    private static func withProbes(_ annotations: Node) -> Node {
        var pod = plain
        pod.set(path: ["metadata", "annotations"], annotations)
        pod.changeEach(["spec", "containers"]) { container in
            container.set("ports", [["name": "http", "containerPort": 9080]])
            container.set(
                "livenessProbe",
                ["httpGet": ["path": "/live", "port": 9080, "scheme": "HTTPS"], "timeoutSeconds": 2])
            container.set("readinessProbe", ["tcpSocket": ["port": 9080]])
            container.set("startupProbe", ["grpc": ["port": 9090]])
        }
        return pod
    }

    private static let pods: [Node] = [
        plain, withProbes(["owner": "us"]),
        withProbes(["prometheus.io/scrape": "true", "prometheus.io/port": "9100", "prometheus.io/path": "/m"]
        ),
        [
            "metadata": ["name": "own", "labels": ["app": "own", "version": "v2"]],
            "spec": [
                "containers": [
                    ["name": "own", "image": "books.example/own:1", "resources": .emptyMap],
                    [
                        "name": "istio-proxy", "image": "auto",
                        "resources": ["limits": ["cpu": "300m"]],
                    ],
                ],
                "volumes": [["name": "mine", "emptyDir": .emptyMap]],
            ],
        ],
    ]

    @Test(arguments: pods, [false, true]) func theInjectedBecomesWhatItWas(_ pod: Node, native: Bool) throws {
        let workload = Workload(apiVersion: "apps/v1", kind: "Deployment", name: "web", namespace: "")
        let injected = try Self.injector(native: native).inject(pod, of: workload)
        #expect(injected != pod)
        #expect(Uninjection.removed(from: injected) == pod)
    }

    @Test func aSidecarOfZeroSevenGoesToo() throws {
        let injector = try ClassicInjector(template: ClassicSidecar().template, ClassicMeshSettings(.null))
        let workload = Workload(apiVersion: "apps/v1", kind: "Deployment", name: "web", namespace: "")
        let injected = try injector.inject(Self.plain, of: workload)
        #expect(injected.containers("containers").map { $0["name"] } == ["web", "istio-proxy"])
        #expect(Uninjection.removed(from: injected) == Self.plain)
    }

    @Test func aPodWithoutSidecarIsLeftAlone() {
        #expect(Uninjection.removed(from: Self.plain) == nil)
    }
}
