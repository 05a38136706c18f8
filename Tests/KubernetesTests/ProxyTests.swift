import TestSupport
import Testing

@testable import Kubernetes

/// Requests that really pass through a proxy.
@Suite struct ProxyTests {
    /// Asks a TLS server named `api.test`, which only the proxy can find, for `/version`.
    private func ask(
        login: String? = nil, variables: (Int) -> [String: String] = { _ in [:] },
        proxyURL: (Int) -> String? = { _ in nil }
    ) async throws -> (error: ClusterError?, requests: [String], port: Int) {
        let server = try await LoopbackServer(.serve(FakeAPI()), tls: true)
        let proxy = try await ProxyServer(to: server.port, login: login)
        var configuration = Fixture.configuration(port: server.port, tls: true)
        configuration.server = ServerURL(isSecure: true, host: "api.test", port: server.port)
        configuration.proxyURL = proxyURL(proxy.port)
        configuration.credentials.token = Secret("s3cr3t-token")
        let cluster = RESTCluster(
            configuration, in: Fixture.environment(variables(proxy.port)), Fixture.settings())
        var failure: ClusterError?
        do {
            _ = try await Pager(cluster, FaultTests.rules).all()
        } catch let error as ClusterError {
            failure = error
        }
        await cluster.close()
        await proxy.stop()
        await server.stop()
        return (failure, proxy.requests, server.port)
    }

    @Test func theVariableLeadsThroughATunnel() async throws {
        let answer = try await ask(variables: { ["HTTPS_PROXY": "http://127.0.0.1:\($0)"] })
        #expect(answer.error == nil)
        #expect(answer.requests.count == 1)
        #expect(answer.requests.first?.hasPrefix("CONNECT api.test:\(answer.port) HTTP/1.1\r\n") == true)
        #expect(answer.requests.first?.contains("s3cr3t-token") == false)
    }

    @Test func theKubeconfigsProxyWins() async throws {
        let answer = try await ask(
            variables: { _ in ["https_proxy": "http://127.0.0.1:1"] },
            proxyURL: { "http://127.0.0.1:\($0)" })
        #expect(answer.error == nil)
        #expect(answer.requests.count == 1)
    }

    @Test func aProxyMayAskForALogin() async throws {
        let answer = try await ask(
            login: "YW5uOnB3IQ==", proxyURL: { "http://ann:pw%21@127.0.0.1:\($0)" })
        #expect(answer.error == nil)
    }

    @Test func aWrongLoginIsTold() async throws {
        let answer = try await ask(login: "YW5uOnB3IQ==", proxyURL: { "http://ann:hunter2@127.0.0.1:\($0)" })
        guard case .unreachable(_, let reason) = answer.error else {
            Issue.record("\(String(describing: answer.error))")
            return
        }
        #expect(reason == "the proxy asks for a login")
    }

    @Test func exemptServersAreAskedDirectly() async throws {
        let answer = try await ask(variables: {
            ["HTTPS_PROXY": "http://127.0.0.1:\($0)", "NO_PROXY": ".test"]
        })
        #expect(answer.error != nil, "api.test exists nowhere but behind the proxy")
        #expect(answer.requests == [])
    }

    /// AsyncHTTPClient builds a tunnel for these too; other clients would ask the proxy for the address.
    @Test func plainRequestsPassThroughATunnelToo() async throws {
        let server = try await LoopbackServer(.serve(FakeAPI()))
        let proxy = try await ProxyServer(to: server.port)
        var configuration = Fixture.configuration()
        configuration.server = ServerURL(isSecure: false, host: "api.test", port: 8080)
        configuration.proxyURL = "http://127.0.0.1:\(proxy.port)"
        let cluster = RESTCluster(configuration, in: Fixture.environment(), Fixture.settings())
        #expect(try await Pager(cluster, FaultTests.rules).all().isEmpty)
        await cluster.close()
        await proxy.stop()
        await server.stop()
        #expect(proxy.requests.first?.hasPrefix("CONNECT api.test:8080 HTTP/1.1\r\n") == true)
    }
}
