/// Booleans, numbers and strings, padded.
extension Printer {
    /// A verb that the argument does not know: `%!d(string=x)`.
    mutating func complain(_ verb: Unicode.Scalar, _ value: Value) {
        write("%!")
        write(String(verb))
        write("(")
        if value.isNull {
            write("<nil>")
        } else {
            write(value.typeName + "=")
            printValue(value, "v", depth: 0)
        }
        write(")")
    }

    /// Fills up to the width, which counts characters.
    mutating func pad(_ text: some StringProtocol) { pad(Array(text.utf8), text.unicodeScalars.count) }

    mutating func pad(_ piece: [UInt8], _ count: Int) {
        let missing = max(0, (flags.width ?? 0) - count)
        if flags.minus {
            bytes += piece
            fill(missing)
        } else {
            fill(missing)
            bytes += piece
        }
    }

    private mutating func fill(_ count: Int) {
        if count > 0 {
            bytes += Array(repeating: UInt8(ascii: flags.zero && !flags.minus ? "0" : " "), count: count)
        }
    }

    mutating func printInteger(
        _ value: Value, _ magnitude: UInt64, _ negative: Bool, signed: Bool, _ verb: Unicode.Scalar
    ) {
        switch verb {
        case "v" where flags.asSource && !signed:
            let sharp = flags.sharp
            flags.sharp = true
            digits(magnitude, negative, 16, verb)
            flags.sharp = sharp
        case "v", "d": digits(magnitude, negative, 10, verb)
        case "b": digits(magnitude, negative, 2, verb)
        case "o", "O": digits(magnitude, negative, 8, verb)
        case "x", "X": digits(magnitude, negative, 16, verb)
        case "c": pad(String(character(magnitude, negative)))
        case "q": pad(GoQuoting.quoted(character: character(magnitude, negative), ascii: flags.plus))
        case "U": printCodePoint(magnitude, negative)
        default: complain(verb, value)
        }
    }

    private func character(_ magnitude: UInt64, _ negative: Bool) -> Unicode.Scalar {
        negative ? "\u{fffd}" : UInt32(exactly: magnitude).flatMap(Unicode.Scalar.init) ?? "\u{fffd}"
    }

    private mutating func printCodePoint(_ magnitude: UInt64, _ negative: Bool) {
        let value = negative ? 0 &- magnitude : magnitude
        let digits = String(value, radix: 16, uppercase: true)
        var text =
            "U+" + String(repeating: "0", count: max(0, max(4, flags.precision ?? 0) - digits.count)) + digits
        let scalar = character(magnitude, negative)
        if flags.sharp, scalar != "\u{fffd}", GoCharacter.isPrintable(scalar) { text += " '\(scalar)'" }
        let zero = flags.zero
        flags.zero = false
        pad(text)
        flags.zero = zero
    }

    private mutating func digits(
        _ magnitude: UInt64, _ negative: Bool, _ radix: Int, _ verb: Unicode.Scalar
    ) {
        let zero = flags.zero
        flags.zero = false
        defer { flags.zero = zero }
        if flags.precision == 0, magnitude == 0 { return pad("") }
        var text = String(magnitude, radix: radix, uppercase: verb == "X")
        var wanted = flags.precision ?? 0
        if flags.precision == nil, zero, !flags.minus, let width = flags.width {
            wanted = width - (negative || flags.plus || flags.space ? 1 : 0)
        }
        if wanted > text.count { text = String(repeating: "0", count: wanted - text.count) + text }
        if flags.sharp {
            switch radix {
            case 2: text = "0b" + text
            case 8: text = text.hasPrefix("0") ? text : "0" + text
            case 16: text = (verb == "X" ? "0X" : "0x") + text
            default: break
            }
        }
        if verb == "O" { text = "0o" + text }
        pad((negative ? "-" : flags.plus ? "+" : flags.space ? " " : "") + text)
    }

    mutating func printText(_ value: Value, _ text: Text, _ verb: Unicode.Scalar) {
        switch verb {
        case "v" where flags.asSource: printQuoted(text)
        case "v", "s":
            let cut = truncated(text)
            pad(cut.bytes, cut.string.unicodeScalars.count)
        case "x", "X": printHexadecimal(text, verb)
        case "q": printQuoted(text)
        default: complain(verb, value)
        }
    }

    private func truncated(_ text: Text) -> Text {
        guard let precision = flags.precision else { return text }
        let bytes = text.bytes
        var index = 0
        var count = 0
        while index < bytes.count, count < precision {
            index += GoCharacter.decode(bytes, at: index).count
            count += 1
        }
        return Text(bytes: bytes[..<index])
    }

    private mutating func printQuoted(_ text: Text) {
        let cut = truncated(text)
        if flags.sharp, GoQuoting.canBeRaw(cut) { return pad("`\(cut.string)`") }
        pad(GoQuoting.quoted(cut, ascii: flags.plus))
    }

    private mutating func printHexadecimal(_ text: Text, _ verb: Unicode.Scalar) {
        let bytes = text.bytes.prefix(flags.precision ?? .max)
        let prefix = flags.sharp ? (verb == "X" ? "0X" : "0x") : ""
        let pairs = bytes.map { byte in
            let digits = GoQuoting.hexadecimal(UInt32(byte), 2)
            return verb == "X" ? digits.uppercased() : digits
        }
        if pairs.isEmpty { return pad("") }
        pad(flags.space ? pairs.map { prefix + $0 }.joined(separator: " ") : prefix + pairs.joined())
    }
}

// MARK: Floating point

extension Printer {
    mutating func printFloat(_ value: Value, _ number: Double, _ verb: Unicode.Scalar) {
        switch verb {
        case "v": float(number, "g", -1)
        case "b", "g", "G", "x", "X": float(number, Character(verb), -1)
        case "e", "E", "f": float(number, Character(verb), 6)
        case "F": float(number, "f", 6)
        default: complain(verb, value)
        }
    }

    mutating func printComplex(_ value: Value, _ real: Double, _ imaginary: Double, _ verb: Unicode.Scalar) {
        guard "vbgGxXfFeE".unicodeScalars.contains(verb) else { return complain(verb, value) }
        let plus = flags.plus
        write("(")
        printFloat(value, real, verb)
        flags.plus = true
        printFloat(value, imaginary, verb)
        write("i)")
        flags.plus = plus
    }

    private mutating func float(_ number: Double, _ format: Character, _ standard: Int) {
        var text = Decimals.text(number, format, precision: flags.precision ?? standard)
        var sign = "+"
        if let first = text.first, first == "-" || first == "+" {
            sign = String(first)
            text.removeFirst()
        }
        if flags.space, sign == "+", !flags.plus { sign = " " }
        let zero = flags.zero
        defer { flags.zero = zero }
        if text == "Inf" || text == "NaN" {
            flags.zero = false
            let shows = text == "NaN" ? flags.space || flags.plus : flags.plus || sign != "+"
            // Infinity keeps its sign where the verb would not show one.
            return pad((shows || text == "Inf" ? sign : "") + text)
        }
        if flags.sharp, format != "b" { text = sharpened(text, format) }
        guard flags.plus || sign != "+" else { return pad(text) }
        if zero, !flags.minus, let width = flags.width, width > text.utf8.count + 1 {
            write(sign)
            flags.width = width - 1
            pad(text)
            flags.width = width
        } else {
            pad(sign + text)
        }
    }

    /// `#` keeps the point and the zeros.
    private func sharpened(_ text: String, _ format: Character) -> String {
        let letters: [Character] = format == "x" || format == "X" ? ["p", "P"] : ["e", "E"]
        let split = text.firstIndex { letters.contains($0) } ?? text.endIndex
        var mantissa = String(text[..<split])
        let isGeneral = format == "g" || format == "G"
        if !mantissa.contains(".") { mantissa += "." }
        if isGeneral {
            let significant = mantissa.drop { $0 == "0" || $0 == "." }.filter { $0 != "." }.count
            let wanted = flags.precision ?? 6
            let have = significant == 0 ? 1 : significant
            if wanted > have { mantissa += String(repeating: "0", count: wanted - have) }
        }
        return mantissa + text[split...]
    }
}
