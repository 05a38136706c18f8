import Crypto
import FoundationEssentials
import Serving

/// The opening of a WebSocket (RFC 6455, section 4).
struct WebSocketHandshake: Sendable {
    /// Subprotocols that the client offers, best first.
    let protocols: [String]
    private let key: String

    /// nil for a head that opens none.
    init?(_ head: RequestHead) {
        guard head.has("upgrade", "websocket"), head.has("connection", "upgrade"),
            head["sec-websocket-version"] == "13", let key = head["sec-websocket-key"],
            Data(base64Encoded: key)?.count == 16
        else { return nil }
        self.key = key
        protocols = head.list("sec-websocket-protocol")
    }

    /// The answer to a client whose offer of `subprotocol` is taken.
    func response(_ subprotocol: String) -> [UInt8] {
        let lines = [
            "HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Accept: \(Self.accept(key))", "Sec-WebSocket-Protocol: \(subprotocol)", "", "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// What shows a client that its key was read.
    static func accept(_ key: String) -> String {
        let digest = Insecure.SHA1.hash(data: Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return Data(digest).base64EncodedString()
    }
}
