import NIOCore

/// The frames that a server sends: whole messages, unmasked (RFC 6455, section 5).
enum WebSocketFrame {
    /// A binary message, whose first byte may be the number of a channel.
    static func binary(_ payload: some Collection<UInt8>, channel: UInt8? = nil) -> ByteBuffer {
        frame(2, (channel.map { [$0] } ?? []), payload)
    }

    /// A ping's payload has at most 125 bytes, and so has this one.
    static func pong(_ payload: [UInt8]) -> ByteBuffer { frame(10, [], payload) }

    static func close(_ code: UInt16) -> ByteBuffer {
        frame(8, [], [UInt8(code >> 8), UInt8(code & 0xff)])
    }

    private static func frame(_ opcode: UInt8, _ start: [UInt8], _ payload: some Collection<UInt8>)
        -> ByteBuffer
    {
        let count = start.count + payload.count
        var buffer = ByteBuffer()
        buffer.reserveCapacity(count + 10)
        buffer.writeInteger(0x80 | opcode)
        if count < 126 {
            buffer.writeInteger(UInt8(count))
        } else if count <= UInt16.max {
            buffer.writeMultipleIntegers(UInt8(126), UInt16(count))
        } else {
            buffer.writeMultipleIntegers(UInt8(127), UInt64(count))
        }
        buffer.writeBytes(start)
        buffer.writeBytes(payload)
        return buffer
    }
}
