/// A message in the wire format of protocol buffers, made field by field.
struct ProtobufWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ field: Int, _ value: Int64) {
        varint(UInt64(field) << 3)
        varint(UInt64(bitPattern: value))
    }

    mutating func text(_ field: Int, _ value: String) {
        header(field, length: value.utf8.count)
        bytes += value.utf8
    }

    /// A message within this one.
    mutating func message(_ field: Int, _ body: (inout ProtobufWriter) -> Void) {
        var inner = ProtobufWriter()
        body(&inner)
        header(field, length: inner.bytes.count)
        bytes += inner.bytes
    }

    private mutating func header(_ field: Int, length: Int) {
        varint(UInt64(field) << 3 | 2)
        varint(UInt64(length))
    }

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
