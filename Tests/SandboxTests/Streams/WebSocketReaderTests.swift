import NIOCore
import Testing

@testable import Sandbox

@Suite struct WebSocketReaderTests {
    /// What a client sends: masked.
    static func frame(_ first: UInt8, _ payload: [UInt8], mask: [UInt8] = [1, 2, 3, 4]) -> [UInt8] {
        var bytes = [first]
        switch payload.count {
        case ..<126: bytes.append(0x80 | UInt8(payload.count))
        case ...0xffff: bytes += [0xfe, UInt8(payload.count >> 8), UInt8(payload.count & 0xff)]
        default: bytes += [0xff] + (0..<8).reversed().map { UInt8(payload.count >> ($0 * 8) & 0xff) }
        }
        return bytes + mask + payload.indices.map { payload[$0] ^ mask[$0 % 4] }
    }

    private func events(_ bytes: [UInt8], step: Int) throws -> [WebSocketReader.Event] {
        var reader = WebSocketReader()
        var events: [WebSocketReader.Event] = []
        for start in stride(from: 0, to: bytes.count, by: step) {
            var part = ByteBuffer(bytes: bytes[start..<min(start + step, bytes.count)])
            while let event = try reader.next(&part) { events.append(event) }
            #expect(part.readableBytes == 0)
        }
        return events
    }

    @Test(arguments: [1, 3, 7, 1_000_000], [0, 1, 125, 126, 65_535, 65_536])
    func messagesComeWholeHoweverTheyAreCut(step: Int, size: Int) throws {
        let payload = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        var got: [UInt8] = []
        var (starts, ends) = (0, 0)
        for event in try events(Self.frame(0x82, payload) + Self.frame(0x82, []), step: step) {
            guard case .data(let piece, let isFirst, let isLast) = event else { continue }
            got += piece.readableBytesView
            if isFirst { starts += 1 }
            if isLast { ends += 1 }
        }
        #expect(got == payload && starts == 2 && ends == 2)
    }

    @Test func controlFramesComeBetweenFragments() throws {
        let bytes =
            Self.frame(0x01, [65]) + Self.frame(0x89, [7]) + Self.frame(0x00, [66]) + Self.frame(0x8a, [])
            + Self.frame(0x80, [67]) + Self.frame(0x88, [3, 232, 33]) + Self.frame(0x88, [])
        #expect(
            try events(bytes, step: bytes.count) == [
                .data(ByteBuffer(bytes: [65]), isFirst: true, isLast: false), .ping([7]),
                .data(ByteBuffer(bytes: [66]), isFirst: false, isLast: false), .pong,
                .data(ByteBuffer(bytes: [67]), isFirst: false, isLast: true), .close(1000), .close(nil),
            ])
    }

    static let wrong: [([UInt8], WebSocketViolation)] = [
        ([0x82, 0x01, 65], .unmasked), ([0xc2, 0x80], .reservedBits), ([0x83, 0x80], .unknownOpcode(3)),
        ([0x8f, 0x80], .unknownOpcode(15)), (frame(0x80, [1]), .strayContinuation),
        (frame(0x02, [1]) + frame(0x82, [2]), .interruptedMessage), ([0x09, 0x80], .badControl),
        ([0x89, 0xfe, 0, 126], .badControl), (frame(0x88, [3]), .badControl),
        ([0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0], .tooLong(0x7fff_ffff_ffff_ffff)),
        ([0x82, 0xff, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0], .tooLong(.max)),
    ]

    @Test(arguments: wrong.indices) func whatIsAgainstTheProtocolIsNamed(index: Int) {
        let (bytes, violation) = Self.wrong[index]
        for step in [1, 100] {
            #expect(throws: violation) { try events(bytes, step: step) }
        }
    }

    @Test func framesOfTheServerAreMinimal() {
        #expect(WebSocketFrame.binary([7, 8], channel: 1) == ByteBuffer(bytes: [0x82, 3, 1, 7, 8]))
        #expect(WebSocketFrame.close(1002) == ByteBuffer(bytes: [0x88, 2, 0x03, 0xea]))
        #expect(WebSocketFrame.pong([9]) == ByteBuffer(bytes: [0x8a, 1, 9]))
        for (size, head) in [(126, 4), (65_535, 4), (65_536, 10)] {
            let frame = WebSocketFrame.binary([UInt8](repeating: 0, count: size))
            #expect(frame.readableBytes == head + size)
        }
    }
}
