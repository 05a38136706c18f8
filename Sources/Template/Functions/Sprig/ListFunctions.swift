/// Sprig's functions on lists. The variants that begin with `must` fail as the others do, which panic.
enum ListFunctions {
    static let all: [Function] =
        changing + taking + searching + [
            Function("list", rest: .any, returns: .anyList) { .items($0) },
            Function("tuple", rest: .any, returns: .anyList) { .items($0) },
            Function("concat", rest: .any) { arguments in
                var joined: [Value] = []
                for list in arguments {
                    guard let items = Lists.items(list) else {
                        throw FunctionError("Cannot concat type \(list.kind) as list")
                    }
                    joined += items
                    if joined.count > Limits.listCount { throw FunctionError("concat: the list is too long") }
                }
                return .items(joined)
            },
        ]

    /// A function and the one with `must` before its name.
    private static func both(
        _ name: String, _ parameters: [GoType], rest: GoType? = nil, returns: GoType = .anyList,
        _ body: @escaping @Sendable ([Value]) throws -> Value
    ) -> [Function] {
        let must = "must" + name.prefix(1).uppercased() + name.dropFirst()
        return [name, must].map { name in
            Function(
                name, parameters, rest: rest, returns: returns,
                evaluating: { arguments, _ in try body(arguments) })
        }
    }

    private static let changing: [Function] =
        ["append", "push"].flatMap { name in
            both(name, [.any, .any]) { .items(try Lists.items($0[0], "push on") + [$0[1]]) }
        }
        + both("prepend", [.any, .any]) { .items([$0[1]] + (try Lists.items($0[0], "prepend on"))) }
        + both("reverse", [.any]) { .items(try Lists.items($0[0], "find reverse on").reversed()) }
        + both("compact", [.any]) { .items(try Lists.items($0[0], "compact on").filter(\.isTrue)) }
        + both("uniq", [.any]) { arguments in
            var unique: [Value] = []
            for item in try Lists.items(arguments[0], "find uniq on")
            where try !Lists.contains(unique, item) { unique.append(item) }
            return .items(unique)
        }
        + both("without", [.any], rest: .any) { arguments in
            let omitted = Array(arguments.dropFirst())
            var kept: [Value] = []
            for item in try Lists.items(arguments[0], "find without on")
            where try !Lists.contains(omitted, item) { kept.append(item) }
            return .items(kept)
        }
        + both("chunk", [.int(), .any], returns: .list(.anyList)) { arguments in
            let items = try Lists.items(arguments[1], "chunk")
            let size = Int(clamping: Conversion.integer(arguments[0]))
            guard size > 0 else { throw FunctionError("runtime error: makeslice: len out of range") }
            let parts = stride(from: 0, to: items.count, by: size).map { start in
                Value.items(Array(items[start..<min(start + size, items.count)]))
            }
            return .list(ListValue(parts, of: .anyList))
        }

    private static let taking: [Function] =
        both("first", [.any], returns: .any) { try Lists.items($0[0], "find first on").first ?? .null }
        + both("last", [.any], returns: .any) { try Lists.items($0[0], "find last on").last ?? .null }
        + both("rest", [.any]) { part(try Lists.items($0[0], "find rest on")) { $0.dropFirst() } }
        + both("initial", [.any]) { part(try Lists.items($0[0], "find initial on")) { $0.dropLast() } }
        + both("slice", [.any], rest: .any, returns: .any) { try slice($0) }

    /// Of an empty list nothing is left, not even an empty list.
    private static func part(_ items: [Value], _ body: ([Value]) -> ArraySlice<Value>) -> Value {
        items.isEmpty ? .list(ListValue([], isNil: true)) : .items(Array(body(items)))
    }

    private static func slice(_ arguments: [Value]) throws -> Value {
        guard case .list(let list) = arguments[0] else {
            throw FunctionError("list should be type of slice or array but \(arguments[0].kind)")
        }
        if list.items.isEmpty { return .null }
        let count = Int64(list.items.count)
        let start = arguments.count > 1 ? Conversion.integer(arguments[1]) : 0
        let end = arguments.count > 2 ? Conversion.integer(arguments[2]) : count
        guard start >= 0, start <= end, end <= count else {
            throw FunctionError("reflect.Value.Slice: slice index out of bounds")
        }
        return .list(ListValue(Array(list.items[Int(start)..<Int(end)]), of: list.element, named: list.named))
    }

    private static let searching: [Function] =
        both("has", [.any, .any], returns: .bool) { arguments in
            if arguments[1].isNull { return false }
            return .bool(try Lists.contains(try Lists.items(arguments[1], "find has on"), arguments[0]))
        }
        + [
            Function("sortAlpha", .any, returns: .strings) { arguments in
                let texts = try Lists.texts(arguments[0])
                return .list(ListValue(texts.sorted().map { .text($0) }, of: .string))
            },
            Function("join", .string, .any, returns: .string) { arguments in
                let separator = arguments[0].text?.bytes ?? []
                let joined = try Lists.texts(arguments[1]).map(\.bytes).joined(separator: separator)
                return .text(Text(bytes: Array(joined)))
            },
        ]
}
