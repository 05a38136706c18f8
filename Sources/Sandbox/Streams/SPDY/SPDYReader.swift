import NIOCore

/// Takes the frames of a SPDY/3.1 client apart. Data is handed on as it comes; control frames are short.
struct SPDYReader {
    enum Event: Equatable {
        case open(UInt32, [String: String], isLast: Bool)
        case data(UInt32, ByteBuffer, isLast: Bool)
        case reset(UInt32)
        case ping(UInt32)
        case goAway
        /// Of no use here: settings, and windows, which the clients of Kubernetes do not keep.
        case other
    }

    private enum Frame {
        case data(UInt32, remaining: Int, isLast: Bool)
        case control(type: UInt16, flags: UInt8, length: Int)
    }

    /// The longest control frame in bytes.
    private static let controlLimit = 16 << 10
    private static let version: UInt16 = 3

    private let inflater: HeaderInflater
    private var kept = ByteBuffer()
    private var frame: Frame?

    init() throws(SPDYViolation) { inflater = try HeaderInflater() }

    /// The next event in the bytes; nil when they are used up.
    mutating func next(_ bytes: inout ByteBuffer) throws(SPDYViolation) -> Event? {
        if frame == nil {
            guard fill(8, &bytes) else { return nil }
            frame = try head()
        }
        switch frame {
        case .data(let id, let remaining, let isLast):
            guard remaining == 0 || bytes.readableBytes > 0 else { return nil }
            let piece = bytes.readSlice(length: min(remaining, bytes.readableBytes)) ?? ByteBuffer()
            let rest = remaining - piece.readableBytes
            frame = rest == 0 ? nil : .data(id, remaining: rest, isLast: isLast)
            return .data(id, piece, isLast: isLast && rest == 0)
        case .control(let type, let flags, let length):
            guard fill(length, &bytes) else { return nil }
            frame = nil
            defer { kept.clear() }
            return try control(type, flags)
        case nil: return nil
        }
    }

    /// Whether as many bytes are kept now.
    private mutating func fill(_ count: Int, _ bytes: inout ByteBuffer) -> Bool {
        let missing = count - kept.readableBytes
        guard missing > 0 else { return true }
        if var slice = bytes.readSlice(length: min(missing, bytes.readableBytes)) { kept.writeBuffer(&slice) }
        return kept.readableBytes >= count
    }

    private mutating func head() throws(SPDYViolation) -> Frame {
        defer { kept.clear() }
        guard let first = kept.readInteger(as: UInt32.self), let second = kept.readInteger(as: UInt32.self)
        else { throw .frame }
        let (flags, length) = (UInt8(second >> 24), Int(second & 0xff_ffff))
        guard first >> 31 == 1 else {
            guard first != 0 else { throw .frame }
            return .data(first, remaining: length, isLast: flags & 1 != 0)
        }
        guard UInt16(first >> 16 & 0x7fff) == Self.version else { throw .version }
        guard length <= Self.controlLimit else { throw .tooLong }
        return .control(type: UInt16(first & 0xffff), flags: flags, length: length)
    }

    private mutating func control(_ type: UInt16, _ flags: UInt8) throws(SPDYViolation) -> Event {
        switch type {
        case 1:
            let id = try number()
            guard id != 0, kept.readableBytes >= 6 else { throw .frame }
            kept.moveReaderIndex(forwardBy: 6)
            return .open(id, try headers(), isLast: flags & 1 != 0)
        case 3: return .reset(try number())
        case 6: return .ping(try number())
        case 7: return .goAway
        case 2, 8:
            // Both sides must see all headers, whether or not they are of use.
            _ = try number()
            _ = try headers()
            return .other
        case 4, 9: return .other
        default: throw .frame
        }
    }

    private mutating func number() throws(SPDYViolation) -> UInt32 {
        guard let number = kept.readInteger(as: UInt32.self) else { throw .frame }
        return number & 0x7fff_ffff
    }

    private mutating func headers() throws(SPDYViolation) -> [String: String] {
        try SPDYHeaders.read(try inflater.plain(Array(kept.readableBytesView)))
    }
}

/// What a client did against the protocol.
enum SPDYViolation: Error {
    case version
    case frame
    case headers
    case tooLong
    /// Not an odd number above those before.
    case streamNumber
}
