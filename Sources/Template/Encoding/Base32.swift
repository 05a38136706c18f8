/// The standard base32 with padding, and Go's complaints about what is none.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    private static let padding = UInt8(ascii: "=")
    /// Digits that 1 to 5 bytes take.
    private static let digitCounts = [0, 2, 4, 5, 7, 8]

    static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 5) {
            let group = bytes[start..<min(start + 5, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (5 - group.count))
            for place in 0..<8 {
                let digit = alphabet[Int(bits >> UInt64(35 - 5 * place) & 31)]
                result.append(place < digitCounts[group.count] ? digit : padding)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes; line breaks do not count, not even in the places that complaints name.
    static func decode(_ text: Text) throws(FunctionError) -> [UInt8] {
        let bytes = text.bytes.filter { $0 != 0x0a && $0 != 0x0d }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let group = try group(bytes, &index)
            let bits = group.reduce(0) { $0 << 5 | UInt64($1) } << UInt64(5 * (8 - group.count))
            for place in 0..<(group.count * 5 / 8) {
                result.append(UInt8(truncatingIfNeeded: bits >> UInt64(32 - 8 * place)))
            }
            if group.count < 8 { break }
        }
        return result
    }

    private static func illegal(_ index: Int) -> FunctionError {
        FunctionError("illegal base32 data at input byte \(index)")
    }

    /// The values of the next eight digits, fewer before padding.
    private static func group(_ bytes: [UInt8], _ index: inout Int) throws(FunctionError) -> [UInt8] {
        var group: [UInt8] = []
        while group.count < 8 {
            if index == bytes.count { throw illegal(index - group.count) }
            let byte = bytes[index]
            index += 1
            let left = bytes.count - index
            if byte == padding, group.count >= 2, left < 8 {
                if left + group.count < 7 { throw illegal(bytes.count) }
                for place in 0..<(7 - group.count) where place < left && bytes[index + place] != padding {
                    throw illegal(index + place - 1)
                }
                if [1, 3, 6].contains(group.count) { throw illegal(index - 1) }
                return group
            }
            guard let value = alphabet.firstIndex(of: byte) else { throw illegal(index - 1) }
            group.append(UInt8(value))
        }
        return group
    }
}
