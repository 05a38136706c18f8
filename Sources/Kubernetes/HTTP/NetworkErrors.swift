import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// What went wrong on the way, in words for users instead of the types of libraries.
enum NetworkErrors {
    static func translate(_ error: any Error, beforeAnswer: Bool) -> any Error {
        switch error {
        case is CancellationError, is TransportError, is ClusterError, is ForwardedConnection.Refused: error
        case let error as HTTPClientError: translate(error, beforeAnswer)
        case let error as NIOConnectionError: TransportError.unreachable(reason(error))
        case let error as NIOSSLError: translate(error, beforeAnswer)
        case let error as IOError where beforeAnswer && error.errnoCode != ECONNRESET:
            TransportError.unreachable(reason(error))
        case let error as IOError: TransportError.cutShort(reason(error), beforeAnswer: beforeAnswer)
        case is ChannelError: TransportError.unreachable("the connection failed")
        case let error as HTTPParserError where error == .invalidEOFState || !beforeAnswer:
            TransportError.cutShort("the connection ended within it", beforeAnswer: beforeAnswer)
        case is HTTPParserError: TransportError.malformed("it is not HTTP")
        // The types are of a package that comes with AsyncHTTPClient and is no dependency of ours.
        case _ where safe(error).hasSuffix("DecompressionError"):
            TransportError.malformed(
                "\(error)" == "limit" ? "it is too large" : "it is not validly compressed")
        default: TransportError.unreachable(safe(error))
        }
    }

    private static func translate(_ error: HTTPClientError, _ beforeAnswer: Bool) -> any Error {
        switch error {
        case .cancelled: CancellationError()
        case .deadlineExceeded, .readTimeout, .writeTimeout: TransportError.timedOut
        case .connectTimeout, .getConnectionFromPoolTimeout:
            TransportError.unreachable("no connection in time")
        case .tlsHandshakeTimeout: TransportError.unreachable("the TLS handshake took too long")
        case .httpProxyHandshakeTimeout, .socksHandshakeTimeout:
            TransportError.unreachable("the proxy did not answer in time")
        case .proxyAuthenticationRequired: TransportError.unreachable("the proxy asks for a login")
        case .invalidProxyResponse: TransportError.unreachable("the proxy refused the connection")
        case .remoteConnectionClosed:
            TransportError.cutShort("the server closed the connection", beforeAnswer: beforeAnswer)
        case .uncleanShutdown:
            TransportError.cutShort("the connection ended without notice", beforeAnswer: beforeAnswer)
        default: TransportError.unreachable(error.shortDescription)
        }
    }

    private static func translate(_ error: NIOSSLError, _ beforeAnswer: Bool) -> any Error {
        switch error {
        case .handshakeFailed(let cause): TransportError.unreachable(handshake(cause))
        case .unableToValidateCertificate, .noCertificateToValidate, .cannotMatchULabel:
            TransportError.unreachable("the server's certificate is not for this name")
        case .uncleanShutdown:
            TransportError.cutShort("the connection ended without notice", beforeAnswer: beforeAnswer)
        default: TransportError.unreachable("TLS failed: \(error)")
        }
    }

    private static func handshake(_ cause: BoringSSLError) -> String {
        let text = String(describing: cause)
        if contains(text, "CERTIFICATE_VERIFY_FAILED") {
            return "the server's certificate is not signed by a known authority, has expired, "
                + "or is for another name"
        }
        if contains(text, "WRONG_VERSION_NUMBER") || contains(text, "HTTP_REQUEST") {
            return "the server does not speak TLS; is it an http address?"
        }
        return "the TLS handshake failed"
    }

    private static func reason(_ error: NIOConnectionError) -> String {
        if let failure = error.connectionErrors.first {
            let address = failure.target.ipAddress.map { ip in
                let port = failure.target.port.map { ":\($0)" } ?? ""
                return (ip.utf8.contains(UInt8(ascii: ":")) ? "[\(ip)]" : ip) + port
            }
            let text = (failure.error as? IOError).map(reason) ?? words(failure.error)
            return address.map { "\($0): \(text)" } ?? text
        }
        if error.dnsAError != nil || error.dnsAAAAError != nil { return "\(error.host): no such host" }
        return "no connection to \(error.host)"
    }

    private static func words(_ error: any Error) -> String {
        if case .connectTimeout = error as? ChannelError { return "no connection in time" }
        return safe(error)
    }

    private static func reason(_ error: IOError) -> String {
        String(cString: strerror(error.errnoCode)).lowercased()
    }

    /// The name of an error's type: its content might quote what was sent.
    private static func safe(_ error: any Error) -> String { "\(type(of: error))" }

    private static func contains(_ text: String, _ word: String) -> Bool {
        let (haystack, needle) = (Array(text.utf8), Array(word.utf8))
        guard haystack.count >= needle.count else { return false }
        return (0...(haystack.count - needle.count)).contains { haystack[$0...].starts(with: needle) }
    }
}
