/// Points in time as texts.
package enum InstantText {
    /// Whether a text is a time as RFC 3339 has it, with or without a fraction, of any zone.
    package static func isRFC3339(_ text: String) -> Bool {
        let form = Array("0000-00-00T00:00:00".utf8)
        let bytes = Array(text.utf8)
        guard bytes.count > form.count else { return false }
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        for (byte, wanted) in zip(bytes, form) {
            guard wanted == UInt8(ascii: "0") ? isDigit(byte) : byte == wanted else { return false }
        }
        var rest = bytes.dropFirst(form.count)
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: isDigit)
            guard !digits.isEmpty else { return false }
            rest = rest.dropFirst(1 + digits.count)
        }
        if rest.elementsEqual("Z".utf8) { return true }
        guard rest.count == 6, let sign = rest.first, "+-".utf8.contains(sign) else { return false }
        return rest.dropFirst().enumerated().allSatisfy { index, byte in
            index == 2 ? byte == UInt8(ascii: ":") : isDigit(byte)
        }
    }
}
