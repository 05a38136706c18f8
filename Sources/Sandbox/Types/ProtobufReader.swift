/// The fields of one message in the wire format of protocol buffers, in their order.
struct ProtobufReader {
    enum Value {
        case number(UInt64)
        case bytes(ArraySlice<UInt8>)

        /// Wrong UTF-8 becomes replacement characters.
        var text: String {
            if case .bytes(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { "" }
        }
        var number: UInt64 { if case .number(let number) = self { number } else { 0 } }
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// nil at the end. Groups, which proto3 has no more, are refused.
    mutating func next() throws(ProtobufObject.Problem) -> (Int, Value)? {
        if rest.isEmpty { return nil }
        let tag = try varint()
        guard let number = Int(exactly: tag >> 3), number > 0 else { throw Self.cut }
        switch tag & 7 {
        case 0: return (number, .number(try varint()))
        case 1: return (number, .number(try fixed(8)))
        case 2:
            guard let count = Int(exactly: try varint()) else { throw Self.cut }
            return (number, .bytes(try take(count)))
        case 5: return (number, .number(try fixed(4)))
        default: throw .init(text: "a field of the body has an unknown wire type")
        }
    }

    private static let cut = ProtobufObject.Problem(text: "the body is cut short or no protobuf")

    private mutating func take(_ count: Int) throws(ProtobufObject.Problem) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else { throw Self.cut }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    private mutating func fixed(_ count: Int) throws(ProtobufObject.Problem) -> UInt64 {
        try take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func varint() throws(ProtobufObject.Problem) -> UInt64 {
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard let byte = rest.popFirst() else { throw Self.cut }
            result |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return result }
        }
        throw Self.cut
    }
}
