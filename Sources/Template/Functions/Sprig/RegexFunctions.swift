/// Sprig's functions for regular expressions. Those that begin with `must` say the same of a bad pattern in
/// fewer words.
enum RegexFunctions {
    static let all: [Function] =
        [
            Function("regexMatch", [.string, .string], returns: .bool) { arguments, evaluation in
                .bool((try? expression(arguments, evaluation).matches(text(arguments, 1))) ?? false)
            },
            Function("mustRegexMatch", [.string, .string], returns: .bool) { arguments, evaluation in
                .bool(try expression(arguments, evaluation).matches(text(arguments, 1)))
            },
            Function("regexQuoteMeta", .string, returns: .string) { .text(quoted(text($0, 0))) },
        ]
        + pair("regexFind", [.string, .string], returns: .string) { expression, arguments in
            let text = text(arguments, 1)
            return text.withBytes { bytes in
                let range = expression.match(in: bytes)?[0]
                return .text(range.map { Text(bytes: bytes[$0]) } ?? "")
            }
        }
        + pair("regexFindAll", [.string, .string, .int()], returns: .strings) { expression, arguments in
            let text = text(arguments, 1)
            return try text.withBytes { bytes in
                let found = try expression.ranges(in: bytes, limit: limit(arguments))
                return strings(found.map { Text(bytes: bytes[$0]) }, isNil: found.isEmpty)
            }
        }
        + pair("regexSplit", [.string, .string, .int()], returns: .strings) { expression, arguments in
            try split(text(arguments, 1), expression, text(arguments, 0), limit(arguments))
        }
        + pair("regexReplaceAll", [.string, .string, .string], returns: .string) { expression, arguments in
            let replacement = Replacement(text(arguments, 2))
            return .text(
                try text(arguments, 1).withBytes { bytes in
                    Text(
                        bytes: try expression.replacing(in: bytes, groups: true) {
                            match throws(FunctionError) in
                            try replacement.expanded(match, of: expression, in: bytes)
                        })
                })
        }
        + pair("regexReplaceAllLiteral", [.string, .string, .string], returns: .string) {
            expression, arguments in
            let replacement = text(arguments, 2).bytes
            return .text(
                try text(arguments, 1).withBytes { bytes in
                    Text(bytes: try expression.replacing(in: bytes, groups: false) { _ in replacement })
                })
        }

    /// How many compiled expressions a render keeps.
    private static let keptExpressions = 256

    /// A function in its two forms: the short one panics as Go's `MustCompile` does.
    private static func pair(
        _ name: String, _ parameters: [GoType], returns: GoType,
        _ body: @escaping @Sendable (RegularExpression, [Value]) throws -> Value
    ) -> [Function] {
        let strictName = "must" + name.prefix(1).uppercased() + name.dropFirst()
        return [
            Function(name, parameters, returns: returns) { arguments, evaluation in
                let compiled: RegularExpression
                do throws(FunctionError) {
                    compiled = try expression(arguments, evaluation)
                } catch {
                    let pattern = GoQuoting.backquoted(text(arguments, 0))
                    throw FunctionError("regexp: Compile(\(pattern)): \(error.message)")
                }
                return try body(compiled, arguments)
            },
            Function(strictName, parameters, returns: returns) { arguments, evaluation in
                try body(try expression(arguments, evaluation), arguments)
            },
        ]
    }

    private static func expression(
        _ arguments: [Value], _ evaluation: Evaluation
    ) throws(FunctionError) -> RegularExpression {
        let pattern = text(arguments, 0)
        if let kept = evaluation.expressions[pattern] { return kept }
        let made = try RegularExpression(pattern)
        if evaluation.expressions.count >= keptExpressions { evaluation.expressions = [:] }
        evaluation.expressions[pattern] = made
        return made
    }

    private static func text(_ arguments: [Value], _ index: Int) -> Text { arguments[index].text ?? "" }

    private static func limit(_ arguments: [Value]) -> Int {
        if case .int(let number, _) = arguments[2] { Int(clamping: number) } else { -1 }
    }

    private static func strings(_ texts: [Text], isNil: Bool) -> Value {
        .list(ListValue(texts.map { .text($0) }, of: .string, isNil: isNil))
    }

    private static func split(
        _ text: Text, _ expression: RegularExpression, _ pattern: Text, _ limit: Int
    ) throws -> Value {
        if limit == 0 { return strings([], isNil: true) }
        if text.isEmpty, !pattern.isEmpty { return strings([""], isNil: false) }
        return try text.withBytes { bytes in
            var pieces: [Text] = []
            var begin = 0
            var end = 0
            for match in try expression.ranges(in: bytes, limit: limit) {
                if limit > 0, pieces.count == limit - 1 { break }
                end = match.lowerBound
                if match.upperBound != 0 { pieces.append(Text(bytes: bytes[begin..<end])) }
                begin = match.upperBound
            }
            if end != bytes.count { pieces.append(Text(bytes: bytes[begin...])) }
            return strings(pieces, isNil: pieces.isEmpty)
        }
    }

    /// The text as a pattern that matches it alone.
    private static func quoted(_ text: Text) -> Text {
        let special = Set(#"\.+*?()|[]{}^$"#.utf8)
        return Text(bytes: text.bytes.flatMap { special.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] })
    }
}

extension FunctionTable {
    /// Regular expressions.
    package static let regex = FunctionTable(RegexFunctions.all)
}
