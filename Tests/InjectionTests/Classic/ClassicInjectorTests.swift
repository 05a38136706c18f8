import Testing
import YAML

@testable import Injection

/// The sidecar of Istio 0.7.
@Suite struct ClassicInjectorTests {
    private static let workload = Workload(
        apiVersion: "apps/v1", kind: "Deployment", name: "a", namespace: "")

    private static func inject(
        _ pod: Node, _ template: String = ClassicSidecar().template, mesh: Node = .null
    ) throws -> Node {
        try ClassicInjector(template: template, ClassicMeshSettings(mesh)).inject(pod, of: workload)
    }

    private static let pod: Node = [
        "metadata": ["labels": ["app": "web"]], "spec": ["containers": [["name": "web"]]],
    ]

    /// Values of flags by their names.
    private static func flags(_ pod: Node) -> [String: String] {
        let words = (pod.container("istio-proxy", in: "containers")?["args"]?.list ?? []).map {
            $0.string ?? ""
        }
        return Dictionary(
            words.indices.dropLast().filter { words[$0].hasPrefix("--") }.map { (words[$0], words[$0 + 1]) },
            uniquingKeysWith: { $1 })
    }

    @Test func theMeshsSettingsAreTheProxysFlags() throws {
        let mesh: Node = [
            "authPolicy": "MUTUAL_TLS",
            "defaultConfig": [
                "drainDuration": "90s", "discoveryAddress": "pilot:1", "controlPlaneAuthPolicy": 1,
                "binaryPath": "",
            ],
        ]
        let flags = Self.flags(try Self.inject(Self.pod, mesh: mesh))
        #expect(flags["--serviceCluster"] == "web")
        #expect(flags["--drainDuration"] == "1m30s")
        #expect(flags["--discoveryAddress"] == "pilot:1")
        #expect(flags["--controlPlaneAuthPolicy"] == "MUTUAL_TLS")
        #expect(flags["--binaryPath"] == "/usr/local/bin/envoy")
        #expect(flags["--zipkinAddress"] == "")
    }

    @Test func certificatesAreThoseOfTheServiceAccount() throws {
        var pod = Self.pod
        pod.set(path: ["spec", "serviceAccountName"], "books")
        let volumes = try Self.inject(pod)[["spec", "volumes"]]?.list
        #expect(volumes?.last?[["secret", "secretName"]] == "istio.books")
    }

    @Test func theStatusNamesWhatWasAdded() throws {
        let template = "containers: [{name: side}]"
        let text = try #require(try Self.inject(Self.pod, template).annotation("sidecar.istio.io/status"))
        let status = try JSONReader.node(Array(text.utf8))
        #expect(status["containers"] == ["side"])
        #expect(status["volumes"] == .null)
        // sha256 of the template's text.
        #expect(status["version"]?.string?.count == 64)
    }

    @Test func injectingAgainReplacesTheSidecar() throws {
        let once = try Self.inject(Self.pod)
        #expect(try Self.inject(once) == once)
        let other = try Self.inject(once, "containers: [{name: side}]")
        #expect(other.containers("containers").map { $0["name"] } == ["web", "side"])
    }

    static let broken = [
        ("containers: 5", "containers: expected a list"), ("- 1", "must be a map"),
        ("containers: [{name: {}}]", "name: expected a string"), ("a: [", "no YAML: line"),
        ("{{ .Nope }}", "can't evaluate field Nope"),
    ]

    @Test(arguments: broken) func aBrokenTemplateIsToldOf(_ template: String, _ message: String) {
        let error = #expect(throws: InjectionError.self) { _ = try Self.inject(Self.pod, template) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "none")")
    }
}
