import NIOCore

/// Takes the bytes of a client's frames apart (RFC 6455, section 5). Data is handed on as it comes, however
/// long its frame is, so that nothing but the heads of frames and the payloads of control frames is kept.
struct WebSocketReader {
    enum Event: Equatable {
        /// A piece of a message, text or binary.
        case data(ByteBuffer, isFirst: Bool, isLast: Bool)
        case ping([UInt8])
        case pong
        /// nil when the client says no code.
        case close(UInt16?)
    }

    private struct Frame {
        var opcode: UInt8
        var isFinal: Bool
        var mask: [UInt8]
        var remaining: Int
        var read = 0
        /// Of a control frame.
        var payload: [UInt8] = []

        var isControl: Bool { opcode >= 8 }
    }

    private enum Limit {
        /// Of one frame, in bytes. Longer ones are no stream but an attack.
        static let frame: UInt64 = 1 << 30
        static let control: UInt64 = 125
    }

    private var head: [UInt8] = []
    private var frame: Frame?
    private var isInMessage = false
    private var isAtStart = false

    /// The next event in the bytes; nil when they are used up.
    mutating func next(_ bytes: inout ByteBuffer) throws(WebSocketViolation) -> Event? {
        while true {
            if frame == nil {
                guard try readHead(&bytes) else { return nil }
            }
            guard let current = frame else { return nil }
            if current.isControl {
                guard let event = try control(current, &bytes) else { return nil }
                return event
            }
            if current.remaining == 0 || bytes.readableBytes > 0 { return data(current, &bytes) }
            return nil
        }
    }

    // MARK: Heads

    /// False when bytes are missing.
    private mutating func readHead(_ bytes: inout ByteBuffer) throws(WebSocketViolation) -> Bool {
        while head.count < needed {
            guard let byte = bytes.readInteger(as: UInt8.self) else { return false }
            head.append(byte)
            if head.count == 2 { try checkStart() }
        }
        let mask = Array(head.suffix(4))
        let length = head[2..<(needed - 4)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let size = head[1] & 0x7f < 126 ? UInt64(head[1] & 0x7f) : length
        guard size <= Limit.frame else { throw .tooLong(size) }
        frame = Frame(
            opcode: head[0] & 0x0f, isFinal: head[0] & 0x80 != 0, mask: mask, remaining: Int(size))
        head = []
        return true
    }

    /// Bytes of the head, as far as it is known.
    private var needed: Int {
        guard head.count >= 2 else { return 2 }
        return switch head[1] & 0x7f {
        case 126: 8
        case 127: 14
        default: 6
        }
    }

    private mutating func checkStart() throws(WebSocketViolation) {
        let opcode = head[0] & 0x0f
        guard head[0] & 0x70 == 0 else { throw .reservedBits }
        guard head[1] & 0x80 != 0 else { throw .unmasked }
        switch opcode {
        case 0:
            guard isInMessage else { throw .strayContinuation }
        case 1, 2:
            guard !isInMessage else { throw .interruptedMessage }
            isInMessage = true
            isAtStart = true
        case 8, 9, 10:
            guard head[0] & 0x80 != 0, head[1] & 0x7f <= Limit.control else { throw .badControl }
        default: throw .unknownOpcode(opcode)
        }
    }

    // MARK: Payloads

    private mutating func data(_ current: Frame, _ bytes: inout ByteBuffer) -> Event {
        var current = current
        let piece = take(&current, &bytes)
        let isLast = current.isFinal && current.remaining == 0
        let event = Event.data(piece, isFirst: isAtStart, isLast: isLast)
        isAtStart = false
        if isLast { isInMessage = false }
        frame = current.remaining == 0 ? nil : current
        return event
    }

    /// nil when bytes are missing.
    private mutating func control(_ current: Frame, _ bytes: inout ByteBuffer) throws(WebSocketViolation)
        -> Event?
    {
        var current = current
        current.payload += take(&current, &bytes).readableBytesView
        guard current.remaining == 0 else {
            frame = current
            return nil
        }
        frame = nil
        switch current.opcode {
        case 9: return .ping(current.payload)
        case 10: return .pong
        default:
            guard current.payload.count != 1 else { throw .badControl }
            guard current.payload.count > 1 else { return .close(nil) }
            return .close(UInt16(current.payload[0]) << 8 | UInt16(current.payload[1]))
        }
    }

    /// What there is of the payload, unmasked.
    private func take(_ current: inout Frame, _ bytes: inout ByteBuffer) -> ByteBuffer {
        let count = min(current.remaining, bytes.readableBytes)
        guard var piece = bytes.readSlice(length: count) else { return ByteBuffer() }
        let (mask, start) = (current.mask, current.read)
        piece.withUnsafeMutableReadableBytes { raw in
            for index in raw.indices { raw[index] ^= mask[(start + index) & 3] }
        }
        current.read = (start + count) & 3
        current.remaining -= count
        return piece
    }
}

/// What a client did against the protocol.
enum WebSocketViolation: Error, Equatable {
    case reservedBits
    case unmasked
    case unknownOpcode(UInt8)
    case strayContinuation
    case interruptedMessage
    case badControl
    case tooLong(UInt64)

    /// The code with which the connection is closed (RFC 6455, section 7.4.1).
    var code: UInt16 {
        if case .tooLong = self { return 1009 }
        return 1002
    }
}
