import NIOCore
import Serving
import Testing

@testable import Sandbox

/// Spoiled bytes never crash the readers of streams, never lead them in circles, and never make up data.
@Suite struct StreamFuzzTests {
    private static let rounds = 5_000

    @Test func webSocketFrames() {
        let seed =
            WebSocketReaderTests.frame(0x02, [0, 65, 66]) + WebSocketReaderTests.frame(0x89, [1, 2])
            + WebSocketReaderTests.frame(0x80, [UInt8](repeating: 7, count: 300))
            + WebSocketReaderTests.frame(0x88, [3, 232])
        var random = Spoiler(seed: 1)
        for _ in 0..<Self.rounds {
            let bytes = random.spoiled(seed)
            var reader = WebSocketReader()
            var got = 0
            random.cut(bytes) { part in
                guard let event = try reader.next(&part) else { return false }
                if case .data(let piece, _, _) = event { got += piece.readableBytes }
                return true
            }
            #expect(got <= bytes.count)
        }
    }

    @Test func spdyFrames() throws {
        let deflater = try HeaderDeflater()
        let headers = [("port", "80"), ("requestid", "1"), ("streamtype", "data")]
        var seed = SPDYReaderTests.open(1, headers, deflater) + SPDYReaderTests.open(3, headers, deflater)
        let payload = ByteBuffer(repeating: 7, count: 100)
        for frame in [SPDYFrame.data(1, payload.readableBytesView), SPDYFrame.ping(1), SPDYFrame.end(1)] {
            seed += frame.readableBytesView
        }
        var random = Spoiler(seed: 2)
        for _ in 0..<Self.rounds {
            let bytes = random.spoiled(seed)
            var reader = try SPDYReader()
            var got = 0
            random.cut(bytes) { part in
                guard let event = try reader.next(&part) else { return false }
                if case .data(_, let piece, _) = event { got += piece.readableBytes }
                return true
            }
            #expect(got <= bytes.count)
        }
    }

    @Test func requestHeads() {
        let seed = Array(
            "GET /a HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n".utf8)
        var random = Spoiler(seed: 3)
        for _ in 0..<Self.rounds {
            guard let head = RequestHead(random.spoiled(seed)) else { continue }
            _ = WebSocketHandshake(head)
        }
    }
}

/// Changes, drops, doubles and cuts bytes by a seed.
private struct Spoiler {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(bound, 1)
    }

    mutating func spoiled(_ seed: [UInt8]) -> [UInt8] {
        var bytes = seed
        for _ in 0...below(4) where !bytes.isEmpty {
            let index = below(bytes.count)
            switch below(4) {
            case 0: bytes[index] = UInt8(below(256))
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(contentsOf: bytes[index..<min(index + 9, bytes.count)], at: index)
            default: bytes[index] ^= 1 << UInt8(below(8))
            }
        }
        return bytes
    }

    /// Hands parts to `next` until it is content or throws; it is false when it needs more.
    mutating func cut(_ bytes: [UInt8], _ next: (inout ByteBuffer) throws -> Bool) {
        var rest = bytes[...]
        while !rest.isEmpty {
            var part = ByteBuffer(bytes: rest.prefix(1 + below(50)))
            rest = rest.dropFirst(part.readableBytes)
            var turns = 0
            do {
                while try next(&part) {
                    turns += 1
                    // Each event takes bytes, but for the ends of empty frames.
                    guard turns <= 200 else {
                        Issue.record("the reader goes in circles")
                        return
                    }
                }
            } catch {
                return
            }
        }
    }
}
