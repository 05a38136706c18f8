import Kubernetes
import Testing
import YAML

@testable import Commands

@Suite struct VersionTests {
    @Test func withoutAClusterTheClientIsAll() async {
        let world = TestWorld()
        #expect(await world.run("version") == .done)
        #expect(world.output.hasPrefix("client version: \(Build.version)\n"))
        #expect(world.errors.isEmpty)
    }

    @Test func shortIsOneLine() async {
        let world = TestWorld()
        #expect(await world.run("version", "--remote=false", "--short") == .done)
        #expect(world.output == "\(Build.version)\n")
    }

    @Test func aBrokenKubeconfigIsANote() async {
        let world = TestWorld(files: ["bad.cfg": "clusters: ["])
        #expect(await world.run("version", "-c", "bad.cfg") == .done)
        #expect(world.errors.contains("bad.cfg"))
    }

    @Test func aTransportThatIsNoneIsRefused() async {
        let world = TestWorld(variables: ["ISTIOCTL_TRANSPORT": "pigeon"])
        #expect(await world.run("version", "--remote=false") == .usage)
        #expect(world.errors.contains("allowed: rest, kubectl"))
    }

    @Test(arguments: ["ISTIOCTL_ISTIONAMESPACE", "ISTIOCTL_ISTIO_NAMESPACE"])
    func theEnvironmentNamesTheControlPlane(_ variable: String) throws {
        let world = TestWorld(variables: [variable: "mesh"]).world
        #expect(world.controlPlaneNamespace(try GlobalFlags.parse([]).global) == "mesh")
        #expect(world.controlPlaneNamespace(try GlobalFlags.parse(["-i", "flag"]).global) == "flag")
        #expect(TestWorld().world.controlPlaneNamespace(try GlobalFlags.parse([]).global) == "istio-system")
    }

    @Test func theEnvironmentNamesTheNamespace() throws {
        let world = TestWorld(variables: ["ISTIOCTL_NAMESPACE": "books"]).world
        let server = "--server=http://127.0.0.1:1"
        let given = try GlobalFlags.parse([server, "-n", "tea"]).global.connection
        #expect(
            try world.configuration(try GlobalFlags.parse([server]).global.connection)?.namespace == "books")
        #expect(try world.configuration(given)?.namespace == "tea")
    }

    @Test func planesAreCountedByVersion() async {
        let pod: (String, String, String) -> Node = { name, container, image in
            [
                "metadata": ["name": Node(name), "namespace": "books"],
                "spec": ["containers": [["name": Node(container), "image": Node(image)]]],
            ]
        }
        let cluster = RecordingCluster([
            "pods/istio-system/": [
                "items": [pod("istiod-1", "discovery", "docker.io/istio/pilot:1.30.0-distroless")]
            ],
            "pods//": [
                "items": [
                    pod("till-1", "istio-proxy", "docker.io/istio/proxyv2:1.30.0"),
                    pod("till-2", "istio-proxy", "registry:5000/istio/proxyv2:1.29.1@sha256:abc"),
                    pod("bare", "till", "till:7"),
                ]
            ],
        ])
        let world = TestWorld(variables: ["KUBERNETES_MASTER": "http://127.0.0.1:1"], cluster: cluster)
        #expect(await world.run("version", "--server", "http://127.0.0.1:1") == .done)
        #expect(world.output.contains("control plane version: 1.30.0\n"))
        #expect(world.output.contains("data plane version: 1.29.1 (1 proxy), 1.30.0 (1 proxy)\n"))
    }
}
