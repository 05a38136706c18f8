import NIOCore

/// The frames that a SPDY/3.1 server sends.
enum SPDYFrame {
    /// Why a stream ends at once (draft 3.1, section 2.6.3).
    enum Reset: UInt32 {
        case protocolError = 1
        case invalidStream = 2
        case refusedStream = 3
        case cancel = 5
    }

    /// Bytes of data in a frame at most, of the 2^24 that can be said.
    static let dataLimit = 64 << 10

    static func reply(_ id: UInt32, _ packedHeaders: [UInt8]) -> ByteBuffer {
        control(2, numbers: [id], packedHeaders)
    }

    static func data(_ id: UInt32, _ bytes: ByteBufferView, isLast: Bool = false) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(8 + bytes.count)
        buffer.writeMultipleIntegers(id, UInt32(bytes.count) | (isLast ? 1 << 24 : 0))
        buffer.writeBytes(bytes)
        return buffer
    }

    static func end(_ id: UInt32) -> ByteBuffer { data(id, ByteBufferView(), isLast: true) }
    static func reset(_ id: UInt32, _ why: Reset) -> ByteBuffer { control(3, numbers: [id, why.rawValue]) }
    static func ping(_ id: UInt32) -> ByteBuffer { control(6, numbers: [id]) }
    /// With the reason "protocol error".
    static func goAway(last id: UInt32) -> ByteBuffer { control(7, numbers: [id, 1]) }

    private static func control(_ type: UInt16, numbers: [UInt32], _ rest: [UInt8] = []) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeMultipleIntegers(UInt16(0x8003), type, UInt32(4 * numbers.count + rest.count))
        for number in numbers { buffer.writeInteger(number) }
        buffer.writeBytes(rest)
        return buffer
    }
}
