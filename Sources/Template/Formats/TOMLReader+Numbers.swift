// MARK: Numbers and times

extension TOMLReader {
    /// Takes characters of a set; says whether there were any.
    @discardableResult
    private mutating func take(_ set: String) -> Bool {
        let start = at
        while at < bytes.count, set.utf8.contains(bytes[at]) { at += 1 }
        return at > start
    }

    private static let decimal = "0123456789"
    private static let exponents = "_.-+eE0123456789"

    /// Behind its sign.
    mutating func signed(_ sign: Unicode.Scalar) throws(FunctionError) -> Value {
        let start = at - 1
        switch try next() {
        case "i": return try special("nf", start, sign == "-" ? -.infinity : .infinity)
        case "n":
            return try special("an", start, sign == "-" ? -.nan : .nan)
        case "0" where at < bytes.count && "box".utf8.contains(bytes[at]):
            let text = String(decoding: bytes[start...at], as: UTF8.self)
            throw fail("cannot use sign with non-decimal numbers: '\(text)'")
        case let digit? where ("0"..."9").contains(digit): return try decimal(from: start)
        case ".": throw fail("floats must start with a digit, not '.'")
        case let found: throw fail("expected a digit but got \(shown(found))")
        }
    }

    private mutating func special(
        _ rest: String, _ start: Int, _ value: Double
    ) throws(FunctionError) -> Value {
        for letter in rest.unicodeScalars where try !accept(letter) {
            throw fail("invalid float: '\(String(decoding: bytes[start..<at], as: UTF8.self))'")
        }
        return .float(value)
    }

    /// A number without a sign, or a time.
    mutating func unsigned() throws(FunctionError) -> Value {
        let start = at
        let isZero = bytes[at] == UInt8(ascii: "0")
        at += 1
        if isZero, at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "b"): return try based("01", "a binary", start)
            case UInt8(ascii: "o"): return try based("01234567", "an octal", start)
            case UInt8(ascii: "x"): return try based("0123456789abcdefABCDEF", "a hexadecimal", start)
            default: break
            }
        }
        take(Self.decimal)
        if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: ":") {
            take("0123456789-:Tt .Zz+")
            return try time(String(decoding: bytes[start..<at], as: UTF8.self))
        }
        return try decimal(from: start)
    }

    private mutating func based(_ digits: String, _ name: String, _ start: Int) throws(FunctionError) -> Value
    {
        at += 1
        let first = try peek()
        guard let first, digits.unicodeScalars.contains(first) else {
            let text = String(decoding: bytes[start..<at], as: UTF8.self)
            throw fail("not \(name) number: '\(text)\(first ?? "\u{0}")'")
        }
        take(digits + "_")
        return try whole(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func decimal(from start: Int) throws(FunctionError) -> Value {
        take(Self.decimal + "_")
        let isFloat = at < bytes.count && ".eE".utf8.contains(bytes[at])
        if isFloat { take(Self.exponents) }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        return isFloat ? try float(text) : try whole(text)
    }

    private func whole(_ text: String) throws(FunctionError) -> Value {
        try checkUnderscores(text, in: text, "integer")
        try checkZero(text, in: text, "integer")
        let plain = text.filter { $0 != "_" }
        let radix = plain.hasPrefix("0x") ? 16 : plain.hasPrefix("0o") ? 8 : plain.hasPrefix("0b") ? 2 : 10
        guard let number = Int64(radix == 10 ? plain[...] : plain.dropFirst(2), radix: radix) else {
            throw fail("\(text) is out of range for int64")
        }
        return .int(number, .bits64)
    }

    private func float(_ text: String) throws(FunctionError) -> Value {
        let parts = text.split { ".eE".contains($0) }.map(String.init)
        for part in parts { try checkUnderscores(part, in: text, "float") }
        if let first = parts.first { try checkZero(first, in: text, "float") }
        if endsPoint(text) {
            throw fail("Invalid float \(quoted(text)): '.' must be followed by one or more digits")
        }
        let plain = text.filter { $0 != "_" }
        guard isNumber(plain), let number = Double(plain) else {
            throw fail("Invalid float value: \(quoted(text))")
        }
        if number.isInfinite { throw fail("\(text) is out of range for float64") }
        return .float(number)
    }

    private func quoted(_ text: String) -> String { GoQuoting.quoted(Text(text)) }

    private func checkUnderscores(_ part: String, in text: String, _ kind: String) throws(FunctionError) {
        let isDigit = { (byte: UInt8) in "0123456789abcdefABCDEF".utf8.contains(byte) }
        let isStray = zip([UInt8(ascii: "_")] + part.utf8, part.utf8).contains { before, byte in
            byte == UInt8(ascii: "_") && !isDigit(before)
        }
        if isStray || !(part.utf8.last.map(isDigit) ?? false) {
            throw fail("Invalid \(kind) \(quoted(text)): underscores must be surrounded by digits")
        }
    }

    private func checkZero(_ part: String, in text: String, _ kind: String) throws(FunctionError) {
        let bytes = Array(part.utf8)
        let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
        let digits = bytes.dropFirst(isSigned ? 1 : 0)
        guard digits.count > 1, digits.first == UInt8(ascii: "0") else { return }
        let mark = digits[digits.startIndex + 1]
        if !isSigned, "box".utf8.contains(mark) { return }
        throw fail("Invalid \(kind) \(quoted(text)): cannot have leading zeroes")
    }

    private func endsPoint(_ text: String) -> Bool {
        var isPoint = false
        for byte in text.utf8 {
            if isPoint, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return true }
            isPoint = byte == UInt8(ascii: ".")
        }
        return isPoint
    }

    /// A sign, digits, a fraction and an exponent, in this order.
    private func isNumber(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        let digits = { (rest: inout Substring.UTF8View) in
            let count = rest.prefix { $0 &- 0x30 < 10 }.count
            rest = rest.dropFirst(count)
            return count > 0
        }
        let sign = { (rest: inout Substring.UTF8View) in
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        }
        sign(&rest)
        guard digits(&rest) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits(&rest) else { return false }
        }
        if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            sign(&rest)
            guard digits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    // MARK: Times

    private static let layouts: [(layout: String, zone: String?)] = [
        ("2006-01-02T15:04:05.999999999Z07:00", nil), ("2006-01-02T15:04:05.999999999", localDateTime),
        ("2006-01-02", localDate), ("15:04:05.999999999", localTime), ("2006-01-02T15:04Z07:00", nil),
        ("2006-01-02T15:04", localDateTime), ("15:04", localTime),
    ]

    private func time(_ written: String) throws(FunctionError) -> Value {
        let trimmed = written.utf8.reversed().drop { $0 == UInt8(ascii: " ") }.reversed()
        let text = String(decoding: trimmed.map(Self.normal), as: UTF8.self)
        for (layout, zone) in Self.layouts {
            guard
                let instant = try? TimeReader.instant(text, layout: TimeLayout(layout), zone: .utc)
            else { continue }
            guard hasMarks(of: layout, text) else { break }
            let shown = zone.map { instant.at(ZoneOffset(name: $0, seconds: 0)) } ?? instant
            return .host(TimeValue(instant: shown))
        }
        throw fail("invalid datetime: \(quoted(text))")
    }

    private static func normal(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "z"): UInt8(ascii: "Z")
        case UInt8(ascii: "t"), UInt8(ascii: " "): UInt8(ascii: "T")
        default: byte
        }
    }

    /// Whether what parts the numbers stands where the layout has it: no leading zero is missing.
    private func hasMarks(of layout: String, _ text: String) -> Bool {
        for (wanted, found) in zip(layout.utf8, text.utf8) {
            if wanted == UInt8(ascii: ".") || wanted == UInt8(ascii: "Z") { return true }
            if wanted &- 0x30 >= 10, wanted != found { return false }
        }
        return true
    }
}
