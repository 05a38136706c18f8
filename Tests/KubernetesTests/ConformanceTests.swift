import TestSupport
import Testing

@testable import Kubernetes

@Suite struct ConformanceTests {
    @Test(arguments: ClusterConformance.all)
    func restInProcess(_ part: ClusterConformance) async throws {
        try await part.check(Fixture.cluster(FakeAPI()))
    }

    @Test(arguments: ClusterConformance.all)
    func restOverTLS(_ part: ClusterConformance) async throws {
        let server = try await LoopbackServer(.serve(FakeAPI()), tls: true)
        let cluster = RESTCluster(
            Fixture.configuration(port: server.port, tls: true), in: Fixture.environment())
        do {
            try await part.check(cluster)
        } catch {
            Issue.record(error)
        }
        await cluster.close()
        await server.stop()
    }

    @Test(
        .enabled(if: RealKubectl.isInstalled, "kubectl is not installed"), arguments: ClusterConformance.all)
    func kubectl(_ part: ClusterConformance) async throws {
        let server = try await LoopbackServer(.serve(FakeAPI()))
        var configuration = Fixture.configuration(port: server.port)
        configuration.kubectlArguments = ["--server=\(configuration.server)"]
        do {
            try await part.check(
                KubectlCluster(configuration, in: RealKubectl.environment, Fixture.settings()))
        } catch {
            Issue.record(error)
        }
        await server.stop()
    }
}

/// The kubectl of this machine, kept away from the kubeconfig of whoever runs the tests.
enum RealKubectl {
    static let path = "/usr/local/bin:/usr/bin:/bin"
    static let environment = Environment(
        variables: ["PATH": path, "HOME": "/nonexistent", "KUBECONFIG": "/nonexistent/config"])

    static var isInstalled: Bool {
        path.split(separator: ":").contains { DiskFiles().exists("\($0)/kubectl") }
    }
}
