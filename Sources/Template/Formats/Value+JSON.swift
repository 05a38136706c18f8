package import YAML

extension Value {
    /// What Go's encoding/json makes of the value; structs keep the order of their members, maps have their
    /// keys in order. Fails for what JSON cannot show, and for what is nested so deeply that it may not end.
    package func json() throws(FunctionError) -> Node { try json(depth: 0) }

    private func json(depth: Int) throws(FunctionError) -> Node {
        if depth > Limits.nesting {
            throw FunctionError("json: unsupported value: encountered a cycle via \(typeName)")
        }
        switch self {
        case .null: return .null
        case .bool(let value): return Node(value)
        case .int(let number, _): return Node(number)
        case .uint(let number, _): return Node(number)
        case .float(let number): return try Self.json(number)
        case .text(let text): return Node(text.string)
        case .list(let list): return try Self.json(list, depth + 1)
        case .map(let map): return try Self.json(map, depth + 1)
        case .structure(let value): return try Self.json(value, depth + 1)
        case .pointer(let value, let isNil): return isNil ? .null : try Self.json(value, depth + 1)
        case .host(let host): return try (host.json ?? [:]).json(depth: depth + 1)
        case .complex, .function: throw FunctionError("json: unsupported type: \(typeName)")
        }
    }

    /// Whole numbers are written without a point.
    private static func json(_ number: Double) throws(FunctionError) -> Node {
        guard number.isFinite else {
            throw FunctionError("json: unsupported value: \(Printer.text(of: .float(number)))")
        }
        let isWhole = number.rounded() == number && number.magnitude < 0x1p53
        let isPlain = isWhole && (number != 0 || number.sign == .plus)
        return isPlain ? Node(Int64(number)) : Node(number)
    }

    private static func json(_ list: ListValue, _ depth: Int) throws(FunctionError) -> Node {
        if list.isNil { return .null }
        if let bytes = list.bytes { return Node(Base64.encode(bytes)) }
        var items: [Node] = []
        for item in list.items { items.append(try item.json(depth: depth)) }
        return Node(items)
    }

    private static func json(_ map: MapValue, _ depth: Int) throws(FunctionError) -> Node {
        if map.isNil { return .null }
        var entries: [Node.Entry] = []
        for entry in map.entries {
            entries.append(Node.Entry(entry.key.string, try entry.value.json(depth: depth)))
        }
        // JSON's keys are texts, whose order is not that of numbers.
        if map.keys == .int { entries.sort { Text($0.key) < Text($1.key) } }
        return Node(entries)
    }

    private static func json(_ value: StructValue, _ depth: Int) throws(FunctionError) -> Node {
        var entries: [Node.Entry] = []
        for field in value.json?() ?? value.fields {
            entries.append(Node.Entry(field.name.string, try field.value.json(depth: depth)))
        }
        return Node(entries)
    }
}
