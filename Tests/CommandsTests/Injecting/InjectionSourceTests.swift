import Kubernetes
import Testing
import YAML

@testable import Commands

/// Where the sidecar comes from.
@Suite struct InjectionSourceTests {
    private static let kubeconfig = """
        apiVersion: v1
        kind: Config
        current-context: a
        contexts: [{name: a, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
        users: [{name: u, user: {}}]

        """
    private static let pod =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web}]}\n"

    private static func map(_ name: String, _ data: Node) -> Node {
        [
            "apiVersion": "v1", "kind": "ConfigMap",
            "metadata": ["name": Node(name), "namespace": "istio-system"], "data": data,
        ]
    }

    private func inject(_ words: [String], _ objects: [Node]) async -> (TestWorld, ExitCode) {
        let world = TestWorld(
            files: ["/home/ann/.kube/config": Self.kubeconfig, "pod.yaml": Self.pod],
            cluster: RecordingCluster(
                Dictionary(
                    objects.map { ("configmaps/istio-system/\($0[["metadata", "name"]]?.string ?? "")", $0) },
                    uniquingKeysWith: { $1 })))
        return (world, await world.run(["kube-inject", "-f", "pod.yaml"] + words))
    }

    private static let today = """
        templates:
          sidecar: |
            spec:
              containers:
              - name: istio-proxy
                image: "{{ .Values.global.hub }}/proxy"
        """

    @Test func theClustersTemplatesAndValuesAreUsed() async {
        let (world, code) = await inject(
            [],
            [
                Self.map("istio", ["mesh": "trustDomain: here"]),
                Self.map(
                    "istio-sidecar-injector",
                    ["config": Node(Self.today), "values": "{\"global\": {\"hub\": \"ours\"}}"]),
            ])
        #expect(code == .done)
        #expect(world.output.contains("image: ours/proxy"))
    }

    @Test func aRevisionHasMapsOfItsOwn() async {
        let (world, _) = await inject(
            ["-r", "canary"],
            [
                Self.map("istio-canary", ["mesh": ""]),
                Self.map(
                    "istio-sidecar-injector-canary",
                    ["config": Node(Self.today), "values": "{\"global\": {\"hub\": \"new\"}}"]),
            ])
        #expect(world.output.contains("image: new/proxy"))
        #expect(world.output.contains("\"revision\":\"canary\""))
    }

    @Test func aClusterOfZeroSevenIsKnownByItsTemplate() async {
        let (world, _) = await inject(
            [],
            [
                Self.map("istio", ["mesh": "authPolicy: NONE"]),
                Self.map(
                    "istio-sidecar-injector",
                    ["config": "policy: enabled\ntemplate: 'containers: [{name: old}]'\n"]),
            ])
        #expect(world.output.contains("name: old"))
    }

    @Test func aClusterWithoutIstioIsAnErrorThatNamesTheWayOut() async {
        let (world, code) = await inject([], [])
        #expect(code == .failed)
        #expect(world.output.isEmpty)
        #expect(world.errors.contains("istio-sidecar-injector") && world.errors.contains("--offline"))
        let (offline, done) = await inject(["--offline"], [])
        #expect(done == .done)
        #expect(offline.output.contains("proxyv2:1.30"))
    }

    @Test func badSettingsOfTheMeshAreToldWithTheirPlace() async {
        let world = TestWorld(files: ["pod.yaml": Self.pod, "mesh.yaml": "proxyListenPort: 0\n"])
        let code = await world.run(
            "kube-inject", "-f", "pod.yaml", "--hub", "h", "--meshConfigFile", "mesh.yaml")
        #expect(code == .badInput)
        #expect(world.errors.contains("mesh.yaml:1:18: error: invalid proxy listen port"))
    }
}
