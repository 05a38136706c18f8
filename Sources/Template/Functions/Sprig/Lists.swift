/// What sprig's functions on lists share.
enum Lists {
    /// The elements of a list; nil for anything else.
    static func items(_ value: Value) -> [Value]? { value.list?.items }

    /// The elements, or the failure that a function of sprig has for what is no list.
    static func items(_ value: Value, _ verb: String) throws(FunctionError) -> [Value] {
        if let items = value.list?.items { return items }
        if value.isNull {
            throw FunctionError("runtime error: invalid memory address or nil pointer dereference")
        }
        throw FunctionError("Cannot \(verb) type \(value.kind)")
    }

    /// The texts of a list without its nils; of anything else its own.
    static func texts(_ value: Value) throws -> [Text] {
        if case .list(let list) = value {
            return try list.items.filter { !$0.isNull }.map { try Conversion.text($0) }
        }
        return value.isNull ? [] : [try Conversion.text(value)]
    }

    /// Go's `reflect.DeepEqual`: types and contents are the same.
    static func deepEqual(_ a: Value, _ b: Value, depth: Int = 0) throws(FunctionError) -> Bool {
        if depth > Limits.nesting * 10 { throw FunctionError("values are too deep to compare") }
        switch (a, b) {
        case (.null, .null): return true
        case (.bool(let a), .bool(let b)): return a == b
        case (.int(let a, let width), .int(let b, let other)): return a == b && width == other
        case (.uint(let a, let width), .uint(let b, let other)): return a == b && width == other
        case (.float(let a), .float(let b)): return a == b
        case (.text(let a), .text(let b)): return a == b
        case (.list(let a), .list(let b)):
            guard a.element == b.element, a.isNil == b.isNil, a.items.count == b.items.count else {
                return false
            }
            for (first, second) in zip(a.items, b.items) {
                if try !deepEqual(first, second, depth: depth + 1) { return false }
            }
            return true
        case (.map(let a), .map(let b)):
            guard a.element == b.element, a.isNil == b.isNil, a.count == b.count else { return false }
            for (first, second) in zip(a.entries, b.entries) {
                guard first.key == second.key else { return false }
                if try !deepEqual(first.value, second.value, depth: depth + 1) { return false }
            }
            return true
        case (.structure(let a), .structure(let b)), (.pointer(let a, _), .pointer(let b, _)):
            guard a.typeName == b.typeName, a.fields.count == b.fields.count else { return false }
            for (first, second) in zip(a.fields, b.fields) {
                if try !deepEqual(first.value, second.value, depth: depth + 1) { return false }
            }
            return true
        case (.host(let a), .host(let b)): return a.equals(b)
        default: return false
        }
    }

    static func contains(_ items: [Value], _ item: Value) throws(FunctionError) -> Bool {
        for other in items where try deepEqual(item, other) { return true }
        return false
    }
}
