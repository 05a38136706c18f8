/// A number as written, and all that it can stand for: `1e3` is an integer too, `'a'` is one of 97.
struct NumberLiteral {
    let text: String
    private(set) var int: Int64?
    private(set) var uint: UInt64?
    private(set) var float: Double?
    private(set) var complex: (real: Double, imaginary: Double)?

    /// Throws a `FunctionError` with the parser's message.
    init(_ literal: Text, _ kind: Token.Kind) throws(FunctionError) {
        text = literal.string
        switch kind {
        case .characterConstant: try readCharacter(literal)
        case .complex: try readComplex()
        default: try readNumber()
        }
    }

    private mutating func readCharacter(_ literal: Text) throws(FunctionError) {
        guard let (scalar, rest) = GoQuoting.character(literal) else { throw FunctionError("invalid syntax") }
        guard rest.elementsEqual("'".utf8) else {
            throw FunctionError("malformed character constant: \(text)")
        }
        int = Int64(scalar.value)
        uint = UInt64(scalar.value)
        float = Double(scalar.value)
    }

    private mutating func readComplex() throws(FunctionError) {
        let split = text.dropFirst().lastIndex { $0 == "+" || $0 == "-" }
        // The sign of an exponent divides no numbers.
        var at = split
        if let index = split, "eEpP".contains(text[text.index(before: index)]) {
            at = text[..<index].dropFirst().lastIndex { $0 == "+" || $0 == "-" }
        }
        guard let at, let real = Self.float(String(text[..<at])),
            let imaginary = Self.float(String(text[at...].dropLast()))
        else { throw FunctionError("illegal number syntax: \(GoQuoting.quoted(Text(text)))") }
        setComplex(real, imaginary)
    }

    private mutating func setComplex(_ real: Double, _ imaginary: Double) {
        complex = (real, imaginary)
        guard imaginary == 0 else { return }
        float = real
        int = Int64(exactly: real)
        uint = UInt64(exactly: real)
    }

    private mutating func readNumber() throws(FunctionError) {
        if text.hasSuffix("i"), let imaginary = Self.float(String(text.dropLast())) {
            return setComplex(0, imaginary)
        }
        let negative = text.hasPrefix("-")
        if !negative, !text.hasPrefix("+") { uint = Self.integer(text) }
        if let magnitude = Self.integer(text.hasPrefix("+") || negative ? String(text.dropFirst()) : text) {
            int = negative ? Int64(exactly: 0 - Int128(magnitude)) : Int64(exactly: magnitude)
        }
        if int == 0, uint == nil { uint = 0 }
        if let int {
            float = Double(int)
        } else if let uint {
            float = Double(uint)
        } else if let value = Self.float(text) {
            guard text.contains(where: { ".eEpP".contains($0) }) else {
                throw FunctionError("integer overflow: \(GoQuoting.quoted(Text(text)))")
            }
            float = value
            int = Int64(exactly: value)
            uint = UInt64(exactly: value)
        }
        if int == nil, uint == nil, float == nil {
            throw FunctionError("illegal number syntax: \(GoQuoting.quoted(Text(text)))")
        }
    }

    /// The type that the way of writing gives a number where nothing else does; nil when it fits no `int`.
    var value: Value? {
        if let complex { return .complex(complex.real, complex.imaginary) }
        let isHexadecimal = text.lowercased().hasPrefix("0x") && !text.contains { "pP".contains($0) }
        if let float, !isHexadecimal, !text.hasPrefix("'"), text.contains(where: { ".eEpP".contains($0) }) {
            return .float(float)
        }
        return int.map { .int($0) }
    }
}

// MARK: strconv

extension NumberLiteral {
    /// Digits with Go's prefixes and underscores, without a sign.
    static func integer(_ text: String) -> UInt64? {
        guard underscoresAreFine(text) else { return nil }
        let digits = text.replacing("_", with: "")
        let lower = digits.lowercased()
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where lower.hasPrefix(prefix) {
            let rest = digits.dropFirst(2)
            return rest.first.flatMap { $0 == "+" || $0 == "-" ? nil : UInt64(rest, radix: radix) }
        }
        if digits.hasPrefix("0"), digits.count > 1 { return UInt64(digits.dropFirst(), radix: 8) }
        return UInt64(digits)
    }

    /// Go's ParseFloat for what the lexer lets through.
    static func float(_ text: String) -> Double? {
        let unsigned = text.drop { $0 == "+" || $0 == "-" }
        let lower = unsigned.lowercased()
        guard underscoresAreFine(String(unsigned)), lower.contains(where: \.isNumber) else { return nil }
        if lower.hasPrefix("0x") {
            guard lower.contains("p") else { return nil }
        } else if lower.hasPrefix("0o") || lower.hasPrefix("0b") {
            return nil
        }
        guard let value = Double(text.replacing("_", with: "")), value.isFinite else { return nil }
        return value
    }

    /// Underscores stand between digits, or between a base's prefix and a digit.
    private static func underscoresAreFine(_ text: String) -> Bool {
        guard text.contains("_") else { return true }
        var previous: Character = "^"
        var rest = Substring(text.lowercased())
        let isHexadecimal = rest.hasPrefix("0x")
        if isHexadecimal || rest.hasPrefix("0o") || rest.hasPrefix("0b") {
            rest = rest.dropFirst(2)
            previous = "0"
        }
        for character in rest {
            let isDigit = ("0"..."9").contains(character) || isHexadecimal && ("a"..."f").contains(character)
            if isDigit {
                previous = "0"
            } else if character == "_" {
                guard previous == "0" else { return false }
                previous = "_"
            } else {
                guard previous != "_" else { return false }
                previous = "!"
            }
        }
        return previous != "_"
    }
}
