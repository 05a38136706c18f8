/// How Go's unicode package sorts characters.
enum GoCharacter {
    static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                || ("0"..."9").contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber:
            return true
        default:
            return false
        }
    }

    /// Letters, marks, numbers, punctuation, symbols, and the ASCII space: what `%q` shows as it is.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7f }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return false
        default:
            return true
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a
    }

    /// The character at an index and its length; U+FFFD of length 1 for bytes that are not UTF-8.
    static func decode(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, count: Int) {
        let first = bytes[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
        let piece = bytes[index..<min(index + count, bytes.count)]
        guard let scalar = String(validating: piece, as: UTF8.self)?.unicodeScalars.first else {
            return ("\u{fffd}", 1)
        }
        return (scalar, count)
    }

    /// `U+0024 '$'`, as `%#U` prints it.
    static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return isPrintable(scalar) ? name + " '\(Character(scalar))'" : name
    }
}
