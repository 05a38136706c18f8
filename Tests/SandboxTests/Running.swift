import Kubernetes
import Synchronization
import Testing
import YAML

@testable import Sandbox

/// A sandbox served over TLS in this process, and what is needed to reach it.
struct Running: Sendable {
    let directory: SandboxDirectory
    let state: SandboxState
    let api: APIServer

    /// Serves while `body` runs; everything is admitted unless rules are given.
    static func with(
        _ admission: Admission = .none, runtime: (any PodRuntime)? = nil, limits: APILimits = .standard,
        _ body: @Sendable @escaping (Running) async throws -> Void
    ) async throws {
        try await TemporaryDirectory.with { path in
            let directory = SandboxDirectory(path)
            let store = try SandboxStore(directory: path)
            defer { store.close() }
            let credentials = try Credentials(directory, address: "127.0.0.1")
            let api = try await APIServer(store: store, admission: admission, limits: limits)
            api.runtime.withLock { $0 = runtime }
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            let server = try SandboxServer(api: api, credentials: credentials, address: "127.0.0.1", port: 0)
            {
                port.yield($0)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                group.addTask {
                    for await port in ports {
                        let state = SandboxState(pid: 2, address: "127.0.0.1", port: port, started: 0)
                        let config = KubeconfigFile.node(
                            server: state.server, authority: credentials.authorityPEM,
                            token: credentials.token)
                        try PrivateFile.write(YAMLWriter.text(config), to: directory.kubeconfig)
                        return try await body(Running(directory: directory, state: state, api: api))
                    }
                }
                try await group.next()
                group.cancelAll()
                while true {
                    do {
                        guard try await group.next() != nil else { break }
                    } catch {
                        // The server's end by cancellation.
                    }
                }
            }
        }
    }

    /// The configuration of the written kubeconfig.
    func configuration() throws -> ClusterConfiguration {
        var overrides = KubeconfigOverrides()
        overrides.kubeconfig = directory.kubeconfig
        return try #require(try ClusterConfiguration.load(overrides, in: Environment()))
    }

    /// The status of one request; 0 when none came.
    func status(_ headers: [HTTPHeader], trustsServer: Bool = true, method: HTTPRequest.Method = .get)
        async throws -> Int
    {
        var configuration = try configuration()
        if !trustsServer { configuration.tls.certificateAuthority = nil }
        let transport = try NetworkTransport(configuration, in: Environment(), sizeLimit: 1 << 20)
        let status: Int
        do {
            status = try await transport.send(HTTPRequest(method, "/api", headers: headers)).status
        } catch is TransportError {
            status = 0
        }
        await transport.close()
        return status
    }
}
