/// Sprig's functions on values that may be missing, and on their types.
enum DefaultFunctions {
    static let all: [Function] = [
        Function("default", .any, rest: .any) { arguments in
            guard let given = arguments.dropFirst().first, !isEmpty(given) else { return arguments[0] }
            return given
        },
        Function("empty", .any, returns: .bool) { .bool(isEmpty($0[0])) },
        Function("coalesce", rest: .any) { $0.first { !isEmpty($0) } ?? .null },
        Function("all", rest: .any, returns: .bool) { .bool(!$0.contains(where: isEmpty)) },
        Function("any", rest: .any, returns: .bool) { .bool($0.contains { !isEmpty($0) }) },
        Function("ternary", .any, .any, .bool) { $0[2].bool == true ? $0[0] : $0[1] },
        Function("typeOf", .any, returns: .string) { .string($0[0].typeName) },
        Function("typeIs", .string, .any, returns: .bool) {
            .bool($0[0].text?.string == $0[1].typeName)
        },
        Function("typeIsLike", .string, .any, returns: .bool) { arguments in
            let wanted = arguments[0].text?.string ?? ""
            return .bool([wanted, "*" + wanted].contains(arguments[1].typeName))
        },
        Function("kindOf", .any, returns: .string) { .string($0[0].kind) },
        Function("kindIs", .string, .any, returns: .bool) { .bool($0[0].text?.string == $0[1].kind) },
        Function("deepEqual", .any, .any, returns: .bool) { .bool(try Lists.deepEqual($0[0], $0[1])) },
    ]

    /// Zero, nothing, or a text, list or map without content; structs never are.
    private static func isEmpty(_ value: Value) -> Bool {
        if case .structure = value { return false }
        return !value.isTrue
    }
}
