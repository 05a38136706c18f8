import Synchronization
import Testing

@testable import Sandbox

/// Clients that mean no good get an error and an end; the server goes on.
@Suite(.serialized, .timeLimit(.minutes(2))) struct HostileClientTests {
    private static let pod = "/api/v1/namespaces/default/pods/web"
    private static let exec = "\(pod)/exec?command=cat&stdin=true&stdout=true"

    /// What the server says and its last frame, after a client has sent `bytes` where it is to speak frames.
    private func answer(
        to bytes: [UInt8], _ target: String = exec, _ subprotocol: String = ChannelProtocol.v4
    )
        async throws -> [UInt8]
    {
        let result = Mutex<[UInt8]>([])
        try await StreamingPod.with { sandbox in
            let got = try await RawClient.with(sandbox) { client in
                try await client.open(target, subprotocol)
                try await client.send(bytes)
                return await client.read()
            }
            result.withLock { $0 = got }
            let good = try await RawClient.with(sandbox) { client in
                try await client.open(
                    "\(Self.pod)/exec?command=echo&command=on&stdout=1", "v5.channel.k8s.io")
                return await client.read { $0.suffix(40).contains(0x88) }
            }
            #expect(good.contains([0x82, 4, 1] + Array("on\n".utf8)), "the server serves no longer")
        }
        return result.withLock { $0 }
    }

    @Test(arguments: WebSocketReaderTests.wrong.indices) func wrongFramesEndTheConnection(index: Int)
        async throws
    {
        let (bytes, violation) = WebSocketReaderTests.wrong[index]
        let got = try await answer(to: bytes)
        #expect(got.starts(with: "HTTP/1.1 101 ".utf8))
        #expect(got.contains([0x88, 2, UInt8(violation.code >> 8), UInt8(violation.code & 0xff)]), "\(got)")
    }

    @Test(arguments: [
        Array("\u{ff}\u{ff}no SPDY".utf8), [0x80, 3, 0, 1, 0, 255, 255, 255],
        [0x80, 3, 0, 1, 0, 0, 0, 12, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 2], [0x80, 3, 0, 99, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0],
    ])
    func wrongSPDYEndsTheTunnel(garbage: [UInt8]) async throws {
        let bytes = WebSocketReaderTests.frame(0x82, garbage)
        let got = try await answer(to: bytes, "\(Self.pod)/portforward", SPDYTunnel.subprotocol)
        #expect(got.contains([0x88, 2, 3, 234]), "\(got)")
    }

    @Test func whoMayNotAskGetsNoStream() async throws {
        try await StreamingPod.with { sandbox in
            let evil = try await self.head(sandbox) { client in
                try await client.open(
                    Self.exec, "v4.channel.k8s.io", extra: "Origin: https://example.com\r\n")
            }
            #expect(evil.hasPrefix("HTTP/1.1 403 "), "\(evil)")
            let host = try await self.head(sandbox) { client in
                try await client.open(Self.exec, "v4.channel.k8s.io", host: "example.com")
            }
            #expect(host.hasPrefix("HTTP/1.1 403 "), "\(host)")
            let token = try await self.head(sandbox) { client in
                try await client.open(Self.exec, "v4.channel.k8s.io", token: "wrong")
            }
            #expect(token.hasPrefix("HTTP/1.1 401 "), "\(token)")
            let unknown = try await self.head(sandbox) { client in
                try await client.open(Self.exec, "v9.channel.k8s.io")
            }
            #expect(unknown.hasPrefix("HTTP/1.1 400 ") && unknown.contains("v5.channel.k8s.io"), "\(unknown)")
            let absent = try await self.head(sandbox) { client in
                let path = Self.exec.replacing("/web/", with: "/none/")
                try await client.open(path, "v4.channel.k8s.io")
            }
            #expect(absent.hasPrefix("HTTP/1.1 404 ") && absent.contains("\"NotFound\""), "\(absent)")
        }
    }

    private func head(_ sandbox: Running, _ ask: @Sendable (RawClient) async throws -> Void) async throws
        -> String
    {
        try await RawClient.with(sandbox) { client in
            try await ask(client)
            // The body of every refusal ends so.
            let got = await client.read { $0.last == UInt8(ascii: "}") || $0.last == UInt8(ascii: "\n") }
            return String(decoding: got, as: UTF8.self)
        }
    }
}
