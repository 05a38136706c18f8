/// Sprig's functions on texts.
enum StringFunctions {
    static let all: [Function] = cases + trimming + quoting + parts + shapes

    private static func string(_ value: Value) -> String { value.text?.string ?? "" }

    /// A function of one text.
    private static func one(
        _ name: String, _ body: @escaping @Sendable (String) -> String
    ) -> Function {
        Function(name, .string, returns: .string) { .string(body(string($0[0]))) }
    }

    /// A function of two texts.
    private static func two(
        _ name: String, _ body: @escaping @Sendable (String, String) -> Value
    ) -> Function {
        Function(name, .string, .string, returns: .any) { body(string($0[0]), string($0[1])) }
    }

    private static let cases: [Function] = [
        one("upper") { LetterCase.mapping($0, LetterCase.upper) },
        one("lower") { LetterCase.mapping($0, LetterCase.lower) },
        one("title") { LetterCase.words($0, isGap: LetterCase.isTitleGap, LetterCase.upper) },
        one("untitle") { LetterCase.words($0, isGap: LetterCase.isSpace, LetterCase.lower) },
        one("swapcase") { text in
            LetterCase.mapping(text) { LetterCase.isUpper($0) ? LetterCase.lower($0) : LetterCase.upper($0) }
        },
        one("snakecase") { WordCase.joined($0, by: "_") },
        one("kebabcase") { WordCase.joined($0, by: "-") },
        one("camelcase") { WordCase.camel($0) },
        one("initials") { text in
            String(text.split(whereSeparator: \.isWhitespace).compactMap(\.first))
        },
        one("nospace") { $0.filter { !$0.isWhitespace } },
    ]

    private static let trimming: [Function] = [
        one("trim") { trimmed($0) { LetterCase.isSpace($0) } },
        two("trimAll") { cut, text in .string(trimmed(text) { cut.unicodeScalars.contains($0) }) },
        two("trimall") { cut, text in .string(trimmed(text) { cut.unicodeScalars.contains($0) }) },
        two("trimSuffix") { suffix, text in
            .string(
                text.utf8.reversed().starts(with: suffix.utf8.reversed())
                    ? String(text.utf8.dropLast(suffix.utf8.count)) ?? text : text)
        },
        two("trimPrefix") { prefix, text in
            .string(
                text.utf8.starts(with: prefix.utf8)
                    ? String(text.utf8.dropFirst(prefix.utf8.count)) ?? text : text)
        },
    ]

    private static func trimmed(_ text: String, _ isCut: (Unicode.Scalar) -> Bool) -> String {
        var rest = text.unicodeScalars[...]
        while let first = rest.first, isCut(first) { rest.removeFirst() }
        while let last = rest.last, isCut(last) { rest.removeLast() }
        return String(rest)
    }

    private static let quoting: [Function] = [
        Function("quote", rest: .any, returns: .string) { arguments in
            let texts = try arguments.filter { !$0.isNull }.map { value -> String in
                let text = try Conversion.text(value)
                return try Printer.format("%q", [.text(text)]).string
            }
            return .string(texts.joined(separator: " "))
        },
        Function("squote", rest: .any, returns: .string) { arguments in
            let texts = try arguments.filter { !$0.isNull }.map { "'\(try Printer.print([$0]).string)'" }
            return .string(texts.joined(separator: " "))
        },
        Function("cat", rest: .any, returns: .string) { arguments in
            let texts = try arguments.filter { !$0.isNull }.map { try Printer.print([$0]).string }
            return .string(texts.joined(separator: " "))
        },
    ]

    private static let parts: [Function] = [
        two("contains") { part, text in .bool(part.isEmpty || text.utf8.firstOccurrence(of: part.utf8) != nil)
        },
        two("hasPrefix") { prefix, text in .bool(text.utf8.starts(with: prefix.utf8)) },
        two("hasSuffix") { suffix, text in
            .bool(text.utf8.reversed().starts(with: suffix.utf8.reversed()))
        },
        Function("replace", .string, .string, .string, returns: .string) { arguments in
            .string(replaced(string(arguments[2]), string(arguments[0]), by: string(arguments[1])))
        },
        Function("trunc", .int(), .string, returns: .string) { arguments in
            let bytes = arguments[1].text?.bytes ?? []
            let count = Conversion.integer(arguments[0])
            if count < 0, Int64(bytes.count) + max(count, -1 << 40) > 0 {
                return .text(Text(bytes: bytes.suffix(Int(-count))))
            }
            return .text(Text(bytes: bytes.prefix(count < 0 ? bytes.count : Int(clamping: count))))
        },
        Function("substr", .int(), .int(), .string, returns: .string) { try substring($0) },
        Function("abbrev", .int(), .string, returns: .string) { arguments in
            let width = Int(clamping: Conversion.integer(arguments[0]))
            return .text(width < 4 ? arguments[1].text ?? "" : abbreviated(arguments[1].text ?? "", 0, width))
        },
        Function("abbrevboth", .int(), .int(), .string, returns: .string) { arguments in
            let left = Int(clamping: Conversion.integer(arguments[0]))
            let width = Int(clamping: Conversion.integer(arguments[1]))
            let text = arguments[2].text ?? ""
            return .text(width < 4 || left > 0 && width < 7 ? text : abbreviated(text, left, width))
        },
    ]

    static func replaced(_ text: String, _ old: String, by new: String) -> String {
        if old.isEmpty {
            return new + text.unicodeScalars.map { String($0) + new }.joined()
        }
        return text.separated(by: old).joined(separator: new)
    }

    private static func substring(_ arguments: [Value]) throws -> Value {
        let bytes = arguments[2].text?.bytes ?? []
        let (start, end) = (Conversion.integer(arguments[0]), Conversion.integer(arguments[1]))
        let count = Int64(bytes.count)
        if start < 0 {
            guard (0...count).contains(end) else {
                throw FunctionError("runtime error: slice bounds out of range [:\(end)] with length \(count)")
            }
            return .text(Text(bytes: bytes.prefix(Int(end))))
        }
        let last = end < 0 || end > count ? count : end
        guard start <= last else {
            let wanted = last == count ? "[\(start):\(count)]" : "[\(start):\(last)]"
            throw FunctionError("runtime error: slice bounds out of range \(wanted)")
        }
        return .text(Text(bytes: bytes[Int(start)..<Int(last)]))
    }

    /// A text of at most `width` bytes, with points for what is left out before and behind.
    private static func abbreviated(_ text: Text, _ offset: Int, _ width: Int) -> Text {
        let bytes = text.bytes
        let points = Array("...".utf8)
        if bytes.count <= width { return text }
        var offset = min(max(offset, 0), bytes.count)
        if bytes.count - offset < width - 3 { offset = bytes.count - (width - 3) }
        if offset <= 4 { return Text(bytes: bytes.prefix(width - 3) + points) }
        if width < 7 { return "" }
        if offset + width - 3 < bytes.count {
            let rest = abbreviated(Text(bytes: bytes[offset...]), 0, width - 3)
            return Text(bytes: points + rest.bytes)
        }
        return Text(bytes: points + bytes.suffix(width - 3))
    }
}
