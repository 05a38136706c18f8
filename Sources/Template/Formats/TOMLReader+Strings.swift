// MARK: Strings

extension TOMLReader {
    /// A string behind its first quote, of one line or, between three quotes, of several.
    mutating func string(_ quote: Unicode.Scalar) throws(FunctionError) -> Text {
        if bytes[at...].prefix(2).elementsEqual([UInt8(quote.value), UInt8(quote.value)]) {
            at += 2
            return try lines(quote)
        }
        return quote == "\"" ? try basicString() : try literalString()
    }

    mutating func literalString() throws(FunctionError) -> Text {
        let start = at
        while let character = try next() {
            if character == "'" { return Text(bytes: bytes[start..<at - 1]) }
            if character == "\n" || character == "\r" { throw brokenString(character) }
        }
        throw fail("unexpected EOF; expected \"'\"")
    }

    mutating func basicString() throws(FunctionError) -> Text {
        var text = ""
        while let character = try next() {
            switch character {
            case "\"": return Text(text)
            case "\n", "\r": throw brokenString(character)
            case "\\": text.unicodeScalars.append(try escape())
            default: text.unicodeScalars.append(character)
            }
        }
        throw fail("unexpected EOF; expected '\"'")
    }

    private func brokenString(_ character: Unicode.Scalar) -> FunctionError {
        fail("strings cannot contain newlines", linesBack: 1)
    }

    /// A first line break does not count; with double quotes a backslash takes away the white space behind
    /// it up to the next line's text. Up to two quotes may stand before the three that end it.
    private mutating func lines(_ quote: Unicode.Scalar) throws(FunctionError) -> Text {
        if bytes[at...].starts(with: [0x0D, 0x0A]) { at += 1 }
        if at < bytes.count, bytes[at] == 0x0A { _ = try next() }
        var text = ""
        while let character = try next() {
            if character == quote {
                let more = bytes[at...].prefix { $0 == UInt8(quote.value) }.count
                if more < 2 {
                    text.unicodeScalars.append(character)
                    continue
                }
                let own = more + 1 - 3
                if own > 2 {
                    let run = String(repeating: String(quote), count: 6)
                    throw fail("unexpected " + (quote == "'" ? "\"\(run)\"" : "'\(run)'"))
                }
                at += more
                text += String(repeating: String(quote), count: own)
                return Text(text)
            } else if character == "\\", quote == "\"" {
                if try !skipBreak() { text.unicodeScalars.append(try escape()) }
            } else {
                text.unicodeScalars.append(character)
            }
        }
        let run = String(repeating: String(quote), count: 3)
        throw fail("unexpected EOF; expected " + (quote == "'" ? "\"\(run)\"" : "'\(run)'"))
    }

    /// Skips white space with a line break in it.
    private mutating func skipBreak() throws(FunctionError) -> Bool {
        let blanks = bytes[at...].prefix { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard blanks.contains(0x0A) else { return false }
        while at < blanks.endIndex { _ = try next() }
        return true
    }

    private mutating func escape() throws(FunctionError) -> Unicode.Scalar {
        let letter = try next()
        switch letter {
        case "b": return "\u{8}"
        case "t": return "\t"
        case "n": return "\n"
        case "f": return "\u{C}"
        case "r": return "\r"
        case "e": return "\u{1B}"
        case "\"": return "\""
        case "\\": return "\\"
        case "x": return try hexadecimal(2, "two", "x")
        case "u": return try hexadecimal(4, "four", "u")
        case "U": return try hexadecimal(8, "eight", "U")
        case " ", "\t": throw fail("invalid escape: '\\\(letter ?? " ")'")
        default:
            throw fail(
                "invalid escape in string '\\\(letter ?? "\u{0}")'", linesBack: letter == nil ? 1 : 0)
        }
    }

    private mutating func hexadecimal(
        _ count: Int, _ name: String, _ letter: String
    ) throws(FunctionError) -> Unicode.Scalar {
        let start = at
        for _ in 0..<count {
            guard let digit = try next(), digit.properties.isASCIIHexDigit else {
                let text = Text(bytes: bytes[..<at].suffix(at - start + 2))
                throw fail(
                    "expected \(name) hexadecimal digits after '\\\(letter)', but got "
                        + "\(GoQuoting.quoted(text)) instead")
            }
        }
        let digits = String(decoding: bytes[start..<at], as: UTF8.self)
        guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
            throw fail("Escaped character '\\u\(digits)' is not valid UTF-8.")
        }
        return scalar
    }
}
