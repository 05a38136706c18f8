import Serving
import Testing

@testable import Sandbox

@Suite struct WebSocketHandshakeTests {
    private func head(_ lines: String...) -> RequestHead? {
        RequestHead((lines + ["", ""]).joined(separator: "\r\n").utf8)
    }

    private static let right = [
        "GET /a?b=c HTTP/1.1", "Host: localhost:1", "Upgrade: WebSocket", "Connection: keep-alive, Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: b, a", "Sec-WebSocket-Protocol: c",
    ]

    @Test func theOfferIsReadAndTaken() throws {
        let head = try #require(RequestHead((Self.right + ["", ""]).joined(separator: "\r\n").utf8))
        #expect(head.method == "GET" && head.target == "/a?b=c" && head["host"] == "localhost:1")
        let handshake = try #require(WebSocketHandshake(head))
        #expect(handshake.protocols == ["b", "a", "c"])
        let answer = String(decoding: handshake.response("a"), as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 101 ") && answer.hasSuffix("\r\n\r\n"))
        #expect(answer.contains("\r\nSec-WebSocket-Protocol: a\r\n"))
        // The example of RFC 6455, section 1.3.
        #expect(answer.contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"))
    }

    @Test(arguments: right.indices.dropFirst(2).dropLast(2))
    func everyHeaderOfTheOpeningIsNeeded(index: Int) throws {
        var lines = Self.right
        lines.remove(at: index)
        let head = try #require(RequestHead((lines + ["", ""]).joined(separator: "\r\n").utf8))
        #expect(WebSocketHandshake(head) == nil, "\(Self.right[index])")
    }

    @Test func headsThatAreNoneAreLeftToHTTP() {
        #expect(RequestHead("".utf8) == nil)
        #expect(RequestHead("GET / HTTP/1.0\r\n\r\n".utf8) == nil)
        #expect(head("GET /", "Host: a") == nil)
        #expect(head("GET / HTTP/1.1", "Host : a") == nil)
        #expect(head("GET / HTTP/1.1", "no colon") == nil)
        #expect(head("GET / HTTP/1.1", ": a") == nil)
        let twice = head("GET / HTTP/1.1", "Host: a", "Host: b")
        #expect(twice != nil && twice?["host"] == nil)
    }
}
