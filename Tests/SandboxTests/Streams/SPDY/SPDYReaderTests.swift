import NIOCore
import Testing

@testable import Sandbox

@Suite struct SPDYReaderTests {
    /// What a client sends to open a stream.
    static func open(
        _ id: UInt32, _ headers: [(String, String)], _ deflater: HeaderDeflater, flags: UInt8 = 0
    )
        -> [UInt8]
    {
        let packed = deflater.packed(SPDYHeaders.bytes(headers))
        var buffer = ByteBuffer()
        buffer.writeMultipleIntegers(
            UInt16(0x8003), UInt16(1), UInt32(flags) << 24 | UInt32(10 + packed.count), id, UInt32(0),
            UInt16(0))
        return Array(buffer.readableBytesView) + packed
    }

    static func events(_ bytes: [UInt8], step: Int) throws -> [SPDYReader.Event] {
        var reader = try SPDYReader()
        var events: [SPDYReader.Event] = []
        for start in stride(from: 0, to: bytes.count, by: step) {
            var part = ByteBuffer(bytes: bytes[start..<min(start + step, bytes.count)])
            while let event = try reader.next(&part) { events.append(event) }
        }
        return events
    }

    private static func bytes(_ frame: ByteBuffer) -> [UInt8] { Array(frame.readableBytesView) }

    @Test func theDictionaryIsThatOfTheProtocol() {
        // Its length and its Adler-32 sum, by which zlib asks for it.
        let sum = SPDYDictionary.bytes.reduce((UInt32(1), UInt32(0))) { sum, byte in
            let low = (sum.0 + UInt32(byte)) % 65_521
            return (low, (sum.1 + low) % 65_521)
        }
        #expect(SPDYDictionary.bytes.count == 1_423 && sum.1 << 16 | sum.0 == 0xe3c6_a7c2)
    }

    @Test(arguments: [1, 5, 10_000]) func framesComeWholeHoweverTheyAreCut(step: Int) throws {
        let deflater = try HeaderDeflater()
        let first = [("port", "80"), ("streamtype", "error")]
        let second = [("port", "80"), ("requestid", "0"), ("streamtype", "data")]
        let bytes =
            Self.open(1, first, deflater, flags: 1) + Self.open(3, second, deflater)
            + Self.bytes(SPDYFrame.ping(9)) + Self.bytes(SPDYFrame.reset(3, .cancel))
            + Self.bytes(SPDYFrame.goAway(last: 3)) + Self.bytes(SPDYFrame.end(3))
        let empty = ByteBuffer()
        #expect(
            try Self.events(bytes, step: step) == [
                .open(1, Dictionary(uniqueKeysWithValues: first), isLast: true),
                .open(3, Dictionary(uniqueKeysWithValues: second), isLast: false), .ping(9), .reset(3),
                .goAway, .data(3, empty, isLast: true),
            ])
    }

    @Test func dataIsHandedOnInPieces() throws {
        let payload = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
        let frame = SPDYFrame.data(5, ByteBuffer(bytes: payload).readableBytesView, isLast: true)
        var got: [UInt8] = []
        var ends = 0
        for event in try Self.events(Self.bytes(frame), step: 64) {
            guard case .data(5, let piece, let isLast) = event else { continue }
            got += piece.readableBytesView
            if isLast { ends += 1 }
        }
        #expect(got == payload && ends == 1)
    }

    @Test func whatIsAgainstTheProtocolIsRefused() throws {
        let deflater = try HeaderDeflater()
        let bomb = SPDYHeaders.bytes([("a", String(repeating: "b", count: 1 << 20))])
        let packed = deflater.packed(bomb)
        var head = ByteBuffer()
        head.writeMultipleIntegers(
            UInt16(0x8003), UInt16(1), UInt32(10 + packed.count), UInt32(1), UInt32(0), UInt16(0))
        let wrong: [[UInt8]] = [
            Self.bytes(head) + packed, [0x80, 2, 0, 1, 0, 0, 0, 0], [0x80, 3, 0, 99, 0, 0, 0, 0],
            [0x80, 3, 0, 1, 0, 255, 255, 255], [0x80, 3, 0, 6, 0, 0, 0, 1, 7], [0, 0, 0, 0, 0, 0, 0, 1, 7],
            [0x80, 3, 0, 1, 0, 0, 0, 12, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 2],
            Array("GET / HTTP/1.1\r\n\r\n".utf8).map { $0 | 0x80 },
        ]
        for bytes in wrong {
            #expect(throws: SPDYViolation.self, "\(bytes.prefix(20))") {
                try Self.events(bytes, step: 1_000)
            }
        }
    }

    @Test func countsOfHeadersAreChecked() throws {
        let right = SPDYHeaders.bytes([("a", "b"), ("c", "")])
        #expect(try SPDYHeaders.read(right) == ["a": "b", "c": ""])
        for count in right.indices {
            #expect(throws: SPDYViolation.self) { try SPDYHeaders.read(Array(right.prefix(count))) }
        }
        #expect(throws: SPDYViolation.self) { try SPDYHeaders.read(right + [0]) }
        #expect(throws: SPDYViolation.self) { try SPDYHeaders.read([255, 255, 255, 255]) }
        #expect(throws: SPDYViolation.self) { try SPDYHeaders.read([0, 0, 0, 1, 255, 255, 255, 255, 1]) }
    }
}
