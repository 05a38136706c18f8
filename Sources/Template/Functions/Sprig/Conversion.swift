/// Values as other types, by the rules of the library that sprig asks (spf13/cast): what cannot be converted
/// is zero.
enum Conversion {
    /// As sprig makes texts: bytes are taken as they are, all else as `%v` prints it.
    static func text(_ value: Value) throws -> Text {
        if case .text(let text) = value { return text }
        if let bytes = value.list?.bytes { return Text(bytes: bytes) }
        return try Printer.print([value])
    }

    static func integer(_ value: Value) -> Int64 {
        switch value {
        case .int(let number, _): number
        case .uint(let number, _): Int64(truncatingIfNeeded: number)
        case .float(let number): truncated(number)
        case .bool(let value): value ? 1 : 0
        case .text(let text): integer(text.string)
        case .host(let host): host.underlying.map(integer) ?? 0
        default: 0
        }
    }

    static func float(_ value: Value) -> Double {
        switch value {
        case .int(let number, _): Double(number)
        case .uint(let number, _): Double(number)
        case .float(let number): number
        case .bool(let value): value ? 1 : 0
        case .text(let text): float(text.string) ?? 0
        case .host(let host): host.underlying.map(float) ?? 0
        default: 0
        }
    }

    /// What does not fit is the least integer, as processors have it.
    private static func truncated(_ number: Double) -> Int64 {
        Int64(exactly: number.rounded(.towardZero)) ?? .min
    }

    /// An integer in Go's syntax, in which a leading zero makes it octal; a decimal one may have zeros behind
    /// a point.
    private static func integer(_ text: String) -> Int64 {
        let plain = withoutZeros(text)
        let isNegative = plain.hasPrefix("-")
        var digits = plain.hasPrefix("+") || isNegative ? plain.dropFirst() : plain
        var radix = 10
        let prefix = digits.prefix(2).lowercased()
        if let base = ["0x": 16, "0b": 2, "0o": 8][prefix] {
            (radix, digits) = (base, digits.dropFirst(2))
            if digits.hasPrefix("_") { digits = digits.dropFirst() }
        } else if digits.hasPrefix("0"), digits.count > 1 {
            (radix, digits) = (8, digits.dropFirst())
            if digits.hasPrefix("_") { digits = digits.dropFirst() }
        }
        if digits.isEmpty || digits.hasPrefix("_") || digits.hasSuffix("_") || digits.contains("__") {
            return 0
        }
        let joined = digits.filter { $0 != "_" }
        guard joined.utf8.allSatisfy({ $0 != 43 && $0 != 45 }) else { return 0 }
        return Int64((isNegative ? "-" : "") + joined, radix: radix) ?? 0
    }

    /// `5.00` as `5`.
    private static func withoutZeros(_ text: String) -> Substring {
        guard let point = text.firstIndex(of: "."),
            text[text.index(after: point)...].allSatisfy({ $0 == "0" })
        else { return text[...] }
        return text[..<point]
    }

    /// A number in Go's syntax, underscores allowed; nil for a text that is none.
    private static func float(_ text: String) -> Double? {
        let words = ["inf": Double.infinity, "+inf": .infinity, "-inf": -.infinity, "nan": .nan]
        if let word = words[text.lowercased()] { return word }
        guard !text.isEmpty, !text.hasPrefix("_"), !text.hasSuffix("_"),
            !text.lowercased().contains("x") || text.lowercased().contains("p")
        else { return nil }
        return Double(text.filter { $0 != "_" })
    }
}

/// Sprig's conversions.
enum ConversionFunctions {
    static let all: [Function] = [
        Function("toString", .any, returns: .string) { .text(try Conversion.text($0[0])) },
        Function("int", .any, returns: .int()) { .int(Conversion.integer($0[0])) },
        Function("int64", .any, returns: .int(.bits64)) { .int(Conversion.integer($0[0]), .bits64) },
        Function("float64", .any, returns: .float64) { .float(Conversion.float($0[0])) },
        Function("atoi", .string, returns: .int()) { .int(Int64($0[0].text?.string ?? "") ?? 0) },
        Function("toDecimal", .any, returns: .int(.bits64)) { arguments in
            let text = try Printer.print(arguments).string
            return .int(Int64(text, radix: 8) ?? 0, .bits64)
        },
        Function("toStrings", .any, returns: .strings) { arguments in
            .list(ListValue(try Lists.texts(arguments[0]).map { .text($0) }, of: .string))
        },
    ]
}
