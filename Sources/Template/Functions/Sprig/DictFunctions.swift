/// Sprig's functions on maps. `set`, `unset` and the merging ones change the map that they are given.
enum DictFunctions {
    static let all: [Function] =
        reading + changing + merging + [
            Function("dict", rest: .any, returns: .anyMap) { arguments in
                let map = MapValue()
                for index in stride(from: 0, to: arguments.count, by: 2) {
                    try map.set(
                        try Conversion.text(arguments[index]),
                        index + 1 < arguments.count ? arguments[index + 1] : "")
                }
                return .map(map)
            },
            Function("deepCopy", .any) { try copy($0[0]) },
            Function("mustDeepCopy", .any) { try copy($0[0]) },
        ]

    private static func map(_ value: Value) -> MapValue { value.map ?? MapValue() }
    private static func key(_ value: Value) -> Text { value.text ?? "" }

    private static let reading: [Function] = [
        Function("get", .anyMap, .string) { map($0[0])[key($0[1])] ?? "" },
        Function("hasKey", .anyMap, .string, returns: .bool) { .bool(map($0[0])[key($0[1])] != nil) },
        Function("pluck", .string, rest: .anyMap, returns: .anyList) { arguments in
            .items(arguments.dropFirst().compactMap { map($0)[key(arguments[0])] })
        },
        Function("keys", rest: .anyMap, returns: .strings) { arguments in
            .list(ListValue(arguments.flatMap { map($0).entries.map { .text($0.key) } }, of: .string))
        },
        Function("values", .anyMap, returns: .anyList) { .items(map($0[0]).entries.map(\.value)) },
        Function("pick", .anyMap, rest: .string, returns: .anyMap) { arguments in
            let wanted = Set(arguments.dropFirst().map(key))
            return .map(MapValue(sorted: map(arguments[0]).entries.filter { wanted.contains($0.key) }))
        },
        Function("omit", .anyMap, rest: .string, returns: .anyMap) { arguments in
            let unwanted = Set(arguments.dropFirst().map(key))
            return .map(MapValue(sorted: map(arguments[0]).entries.filter { !unwanted.contains($0.key) }))
        },
        Function("dig", rest: .any) { try dig($0) },
    ]

    private static let changing: [Function] = [
        Function("set", .anyMap, .string, .any, returns: .anyMap) { arguments in
            let target = map(arguments[0])
            if target.isNil { throw FunctionError("assignment to entry in nil map") }
            try target.set(key(arguments[1]), arguments[2])
            return arguments[0]
        },
        Function("unset", .anyMap, .string, returns: .anyMap) { arguments in
            try map(arguments[0]).remove(key(arguments[1]))
            return arguments[0]
        },
    ]

    /// Texts that lead into a map, what stands there otherwise, and the map.
    private static func dig(_ arguments: [Value]) throws -> Value {
        guard arguments.count >= 3 else { throw FunctionError("dig needs at least three arguments") }
        let fallback = arguments[arguments.count - 2]
        var place = arguments[arguments.count - 1]
        for name in arguments.dropLast(2) {
            guard let key = name.text else { throw conversion(name, "string") }
            guard case .map(let map) = place, map.element == .any, map.named == nil else {
                throw conversion(place, "map[string]interface {}")
            }
            guard let next = map[key] else { return fallback }
            place = next
        }
        return place
    }

    private static func conversion(_ value: Value, _ wanted: String) -> FunctionError {
        FunctionError(
            "interface conversion: interface {} is \(value.isNull ? "nil" : value.typeName), not \(wanted)")
    }

    // MARK: Merging

    private static let merging: [Function] =
        ["merge", "mustMerge"].map { merge($0, overwrites: false) }
        + ["mergeOverwrite", "mustMergeOverwrite"].map { merge($0, overwrites: true) }

    private static func merge(_ name: String, overwrites: Bool) -> Function {
        Function(name, .anyMap, rest: .anyMap) { arguments in
            for source in arguments.dropFirst() {
                try merge(map(source), into: map(arguments[0]), overwrites, depth: 0)
            }
            return arguments[0]
        }
    }

    /// Values that are empty give way; with `overwrites` all do.
    private static func merge(
        _ source: MapValue, into target: MapValue, _ overwrites: Bool, depth: Int
    ) throws {
        if depth > Limits.nesting * 10 { throw FunctionError("maps are too deep to merge") }
        for entry in source.entries {
            let old = target[entry.key]
            if case .map(let inner)? = old, case .map(let new) = entry.value, inner.count > 0 {
                if inner !== new { try merge(new, into: inner, overwrites, depth: depth + 1) }
            } else if overwrites || !(old?.isTrue ?? false) {
                try target.set(entry.key, entry.value)
            }
        }
    }

    private static func copy(_ value: Value, depth: Int = 0) throws -> Value {
        if depth > Limits.nesting * 10 { throw FunctionError("deepCopy error: the value is too deep") }
        switch value {
        case .map(let map) where !map.isNil:
            let entries = try map.entries.map {
                MapValue.Entry(key: $0.key, value: try copy($0.value, depth: depth + 1))
            }
            return .map(MapValue(sorted: entries, of: map.element, keys: map.keys, named: map.named))
        case .list(let list) where !list.isNil:
            return .list(
                ListValue(
                    try list.items.map { try copy($0, depth: depth + 1) }, of: list.element, named: list.named
                ))
        default: return value
        }
    }
}
