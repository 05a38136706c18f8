import AsyncHTTPClient
import Diagnostics
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// HTTP/1.1 over TCP and TLS, on one thread that starts with the first request. Redirects are never followed.
package final class NetworkTransport: HTTPTransport {
    private struct Running: Sendable {
        let client: HTTPClient
        let group: MultiThreadedEventLoopGroup
    }

    private enum State: Sendable { case idle, running(Running), closed }

    /// How long a connection may take, TLS included.
    private static let connectTimeout = TimeAmount.seconds(15)

    private let server: ServerURL
    private let configuration: HTTPClient.Configuration
    /// Scheme, host and port that requests are addressed to: with a TLS server name, that name.
    private let base: String
    private let hostHeader: String
    private let state = Mutex(State.idle)

    package init(_ cluster: ClusterConfiguration, in environment: Environment, sizeLimit: Int)
        throws(ClusterError)
    {
        server = cluster.server
        hostHeader = cluster.server.authority
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: Self.connectTimeout),
            decompression: .enabled(limit: .size(sizeLimit)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        var host = cluster.server.host
        if cluster.server.isSecure {
            configuration.tlsConfiguration = try TLSSetup.client(cluster.tls, environment)
            if let name = cluster.tls.serverName, name != host {
                configuration.dnsOverride = [name: host]
                host = name
            }
        }
        if let proxy = try ProxyRules.proxy(for: cluster.server, cluster.proxyURL, environment) {
            configuration.proxy = Self.proxy(proxy)
        }
        base = ServerURL(isSecure: cluster.server.isSecure, host: host, port: cluster.server.port).description
        self.configuration = configuration
    }

    private static func proxy(_ proxy: ProxyRules.Proxy) -> HTTPClient.Configuration.Proxy {
        switch proxy.scheme {
        case .socks5: return .socksServer(host: proxy.host, port: proxy.port)
        case .http:
            let login = proxy.credentials?.revealed
            return .server(
                host: proxy.host, port: proxy.port,
                authorization: login.map { .basic(username: $0.username, password: $0.password) })
        }
    }

    deinit {
        guard case .running(let running) = state.withLock({ $0 }) else { return }
        // A client must be shut down before it goes; who did not `close` gets it done in the background.
        Task.detached { await Self.stop(running) }
    }

    package func close() async {
        let running = state.withLock { state -> Running? in
            defer { state = .closed }
            if case .running(let running) = state { return running }
            return nil
        }
        if let running { await Self.stop(running) }
    }

    private static func stop(_ running: Running) async {
        try? await running.client.shutdown()
        try? await running.group.shutdownGracefully()
    }

    private func client() throws -> HTTPClient {
        try state.withLock { state in
            switch state {
            case .running(let running): return running.client
            case .closed: throw TransportError.unreachable("the connection was closed")
            case .idle:
                let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
                let client = HTTPClient(eventLoopGroup: group, configuration: configuration)
                state = .running(Running(client: client, group: group))
                return client
            }
        }
    }

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var message = HTTPClientRequest(url: base + request.target)
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        for header in request.headers { message.headers.add(name: header.name, value: header.value) }
        message.headers.replaceOrAdd(name: "Host", value: hostHeader)
        if let body = request.body { message.body = .bytes(ByteBuffer(bytes: body)) }
        do {
            // Deadlines are the caller's, by cancelling; AHC's own would end with the first bytes.
            let answer = try await client().execute(message, deadline: .distantFuture)
            return HTTPResponse(
                status: Int(answer.status.code),
                headers: answer.headers.map { HTTPHeader($0.name, $0.value) },
                body: body(answer.body))
        } catch {
            throw NetworkErrors.translate(error, beforeAnswer: true)
        }
    }

    /// The body as it comes. As long as someone reads it, the transport stays.
    private func body(_ body: HTTPClientResponse.Body) -> HTTPResponse.Body {
        let chunks = Chunks(iterator: body.makeAsyncIterator())
        return HTTPResponse.Body {
            defer { withExtendedLifetime(self) {} }
            do {
                return try await chunks.next()
            } catch {
                throw NetworkErrors.translate(error, beforeAnswer: false)
            }
        }
    }

    /// Hands an iterator to the closure of a stream, which is asked by one task at a time.
    private final class Chunks: @unchecked Sendable {
        private var iterator: HTTPClientResponse.Body.AsyncIterator

        init(iterator: HTTPClientResponse.Body.AsyncIterator) { self.iterator = iterator }

        func next() async throws -> [UInt8]? {
            try await iterator.next().map { Array(buffer: $0) }
        }
    }
}
