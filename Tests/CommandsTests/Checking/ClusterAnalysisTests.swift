import Kubernetes
import Sandbox
import Testing
import YAML

@testable import Commands

/// `istioctl analyze` over a cluster.
@Suite struct ClusterAnalysisTests {
    private static let kubeconfig = """
        {apiVersion: v1, kind: Config, current-context: here,
         contexts: [{name: here, context: {cluster: here, namespace: books}}],
         clusters: [{name: here, cluster: {server: "http://127.0.0.1:1"}}]}
        """

    private func world(_ cluster: any Cluster, _ files: [String: String] = [:]) -> TestWorld {
        TestWorld(
            files: files.merging(["/k": Self.kubeconfig]) { first, _ in first },
            variables: ["KUBECONFIG": "/k"], cluster: cluster)
    }

    private func cluster() async throws -> SandboxCluster {
        let cluster = try await SandboxCluster.inMemory()
        let rules = AnalyzeTests.service("a", "books") + "---\n" + AnalyzeTests.service("b", "films")
        let spaces = ["books", "films"].map {
            "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: \($0)}\n"
        }
        let world = TestWorld(
            files: ["a.yaml": spaces.joined() + "---\n" + rules, "/k": Self.kubeconfig],
            variables: ["KUBECONFIG": "/k"], cluster: cluster)
        #expect(await world.run("create", "-f", "a.yaml") == .done, "\(world.errors)")
        return cluster
    }

    @Test func tellsOfTheContextsNamespaceAndCountsOthers() async throws {
        let world = world(try await cluster())
        #expect(await world.run("analyze", "--analyzer", "virtualservice.GatewayAnalyzer") == .findings)
        let line = "(VirtualService books/a) there is no gateway \"books/absent\"\n"
        #expect(world.output.hasPrefix("Error [IST0101] " + line))
        #expect(world.errors.contains("2 findings are in other namespaces"))
        #expect(world.errors.contains("no mesh configuration"))
        let all = self.world(try await cluster())
        #expect(
            await all.run("analyze", "-A", "--analyzer", "virtualservice.GatewayAnalyzer", "-o", "text")
                == .findings)
        #expect(all.output.contains("VirtualService films/b: error: there is no gateway"))
        #expect(all.output.contains("field: spec.gateways[0]"))
    }

    @Test func filesLieOverTheCluster() async throws {
        let world = world(
            try await cluster(),
            [
                "g.yaml":
                    "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: absent, namespace: books}\n"
                    + "spec: {servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}\n"
            ])
        let words = ["analyze", "--analyzer", "virtualservice.GatewayAnalyzer", "g.yaml"]
        #expect(await world.run(words) == .done, "\(world.output)")
        #expect(world.errors.contains("✔ No validation issues found when analyzing g.yaml."))
    }

    @Test func aNamespaceThatDoesNotExistIsAnError() async throws {
        let world = world(try await cluster())
        #expect(await world.run("analyze", "-n", "boks") == .failed)
        #expect(world.errors.contains("namespace \"boks\" does not exist"))
    }

    @Test func whatMayNotBeReadIsSaidAndNotCalledMissing() async throws {
        let forbidden = ClusterError.status(
            APIStatus(code: 403, reason: "Forbidden", message: "gateways is forbidden"))
        let groups: [String: Node] = [
            "/apis/networking.istio.io/v1": [
                "resources": [
                    ["name": "virtualservices", "kind": "VirtualService", "namespaced": true],
                    ["name": "gateways", "kind": "Gateway", "namespaced": true],
                ]
            ]
        ]
        let service: Node = [
            "metadata": ["name": "a", "namespace": "books"],
            "spec": [
                "hosts": ["a.example.com"], "gateways": ["absent"], "http": [["redirect": ["uri": "/"]]],
            ],
        ]
        let cluster = RecordingCluster(
            ["virtualservices//": ["items": [service]]], documents: groups,
            failing: ["list gateways//": forbidden, "list gateways/books/": forbidden])
        let world = world(cluster)
        let only = ["analyze", "-v", "--analyzer", "virtualservice.GatewayAnalyzer"]
        #expect(await world.run(only) == .done, "\(world.output)")
        #expect(world.errors.contains("Gateway objects could not all be read: gateways is forbidden"))
        #expect(world.errors.contains("cannot be followed: gateway"))
        #expect(await cluster.requests.contains("list gateways/books/"))
    }

    @Test func aClusterThatIsAwayIs69() async throws {
        let away = ClusterError.unreachable(server: "here", reason: "refused")
        let cluster = RecordingCluster(failing: ["list namespaces//": away])
        let world = world(cluster)
        #expect(await world.run("analyze", "--analyzer", "injection.Analyzer") == .unavailable)
        #expect(world.errors.contains("cannot reach here: refused"))
        #expect(world.errors.contains("--use-kube=false"))
    }

    @Test func servicesOfOtherClustersAreCompared() async throws {
        func cluster(port: Int) async throws -> SandboxCluster {
            let cluster = try await SandboxCluster.inMemory()
            let service = """
                apiVersion: v1
                kind: Service
                metadata: {name: reviews, namespace: default}
                spec: {ports: [{name: http, port: \(port)}]}
                """
            let world = TestWorld(
                files: ["s.yaml": service, "/k": Self.kubeconfig], variables: ["KUBECONFIG": "/k"],
                cluster: cluster)
            #expect(await world.run("create", "-f", "s.yaml") == .done, "\(world.errors)")
            return cluster
        }
        let config = """
            {apiVersion: v1, kind: Config, current-context: east,
             contexts: [{name: east, context: {cluster: a}}, {name: west, context: {cluster: a}}],
             clusters: [{name: a, cluster: {server: "http://127.0.0.1:1"}}]}
            """
        for (port, isSame) in [(80, true), (81, false)] {
            let world = TestWorld(
                files: ["/k": config], variables: ["KUBECONFIG": "/k"],
                contexts: ["east": try await cluster(port: 80), "west": try await cluster(port: port)])
            _ = await world.run("analyze", "-A", "--remote-contexts", "west", "-o", "json")
            #expect(world.output.contains("IST0170") != isSame, "\(world.output)\(world.errors)")
        }
    }
}
