/// The standard base64 with padding, and Go's complaints about what is none.
package enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()

    package static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0...3 {
                let digit = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
                result.append(place <= group.count ? digit : padding)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes; line breaks do not count.
    package static func decode(_ text: Text) throws(FunctionError) -> [UInt8] {
        let bytes = text.bytes
        var result: [UInt8] = []
        var index = 0
        while let group = try group(bytes, &index) {
            let bits = group.reduce(0) { $0 << 6 | UInt32($1) } << UInt32(6 * (4 - group.count))
            for place in 0..<(group.count - 1) {
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * place)))
            }
            if group.count < 4 { break }
        }
        return result
    }

    private static func illegal(_ index: Int) -> FunctionError {
        FunctionError("illegal base64 data at input byte \(index)")
    }

    /// The values of the next four digits; fewer, but two at least, before padding; nil at the end.
    private static func group(_ bytes: [UInt8], _ index: inout Int) throws(FunctionError) -> [UInt8]? {
        var group: [UInt8] = []
        while group.count < 4 {
            skipBreaks(bytes, &index)
            if index == bytes.count {
                if group.isEmpty { return nil }
                throw illegal(index - group.count)
            }
            let byte = bytes[index]
            index += 1
            if let value = values[Int(byte)] {
                group.append(value)
                continue
            }
            guard byte == padding, group.count >= 2 else { throw illegal(index - 1) }
            if group.count == 2 {
                skipBreaks(bytes, &index)
                if index == bytes.count { throw illegal(bytes.count) }
                if bytes[index] != padding { throw illegal(index - 1) }
                index += 1
            }
            skipBreaks(bytes, &index)
            if index < bytes.count { throw illegal(index) }
            return group
        }
        return group
    }

    private static func skipBreaks(_ bytes: [UInt8], _ index: inout Int) {
        while index < bytes.count, bytes[index] == 0x0a || bytes[index] == 0x0d { index += 1 }
    }
}
