/// JSON where YAML may stand: most of it means the same in both, and is read much faster as what it is.
enum PlainJSON {
    /// The longest key that goyaml finds in a list or map on one line.
    private static let keyLimit = 1000

    /// The value of a map in JSON, nil for all that YAML might read in another way, or refuse.
    static func value(_ text: Text) -> Value? {
        let isPlain = text.withBytes { bytes in
            guard let first = bytes.first(where: { $0 != 0x20 && $0 != 0x0A }) else { return false }
            return first == UInt8(ascii: "{") && Self.isPlain(bytes)
        }
        return isPlain ? try? JSONText.value(text) : nil
    }

    /// Whether it is printable ASCII without the escapes that goyaml does not know or takes by the half
    /// (`\/`, `\u`), zeros with a sign, or keys that are too long.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isQuoted = false
        var start = 0
        var before: UInt8 = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x0A || (0x20...0x7E).contains(byte) else { return false }
            switch byte {
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                if isQuoted {
                    start = index
                } else if index - start > keyLimit, isKey(bytes, index) {
                    return false
                }
            case UInt8(ascii: "\\"):
                index += 1
                guard index < bytes.count, !"/u".utf8.contains(bytes[index]) else { return false }
            case UInt8(ascii: "0") where before == UInt8(ascii: "-") && !isQuoted: return false
            default: break
            }
            before = byte
            index += 1
        }
        return true
    }

    private static func isKey(_ bytes: UnsafeBufferPointer<UInt8>, _ quote: Int) -> Bool {
        bytes[(quote + 1)...].first { $0 != 0x20 && $0 != 0x0A } == UInt8(ascii: ":")
    }
}
