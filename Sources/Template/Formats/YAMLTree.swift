import YAML

/// What is printed as YAML: scalars with what a reader shall take them for, lists, and maps in the order in
/// which they are written.
indirect enum YAMLTree {
    /// A number, a truth value or null, never quoted.
    case bare(String)
    /// A string, quoted where the bare text would mean something else.
    case text(String)
    /// Base64 under the tag of binary data.
    case binary(String)
    case list([YAMLTree])
    case map([(key: YAMLTree, value: YAMLTree)])
}

extension YAMLTree {
    /// What goyaml 2 has read from a JSON text and writes again.
    init(json node: Node) throws(FunctionError) {
        switch node.content {
        case .null: self = .bare("null")
        case .bool(let value): self = .bare(value ? "true" : "false")
        case .int(let number): self = .bare(String(number))
        case .unsigned(let number): self = .bare(String(number))
        case .double(let number): self = .bare(Self.reread(JSONWriter.text(node), number))
        case .string(let text): self = .text(try JSONAsYAML.text(text))
        case .list(let items):
            var trees: [YAMLTree] = []
            for item in items { trees.append(try YAMLTree(json: item)) }
            self = .list(trees)
        case .map(let entries): self = .map(try Self.sorted(entries))
        }
    }

    /// JSON shows large whole numbers with all their digits, which YAML reads as whole numbers where 64 bits
    /// hold them.
    private static func reread(_ shown: String, _ number: Double) -> String {
        if number == 0 { return "0" }
        if let whole = Int64(shown) { return String(whole) }
        if let whole = UInt64(shown) { return String(whole) }
        return Decimals.text(number, "g")
    }

    private static func sorted(_ entries: [Node.Entry]) throws(FunctionError) -> [(YAMLTree, YAMLTree)] {
        var pairs: [(key: String, value: YAMLTree)] = []
        for entry in entries {
            pairs.append((try JSONAsYAML.key(entry.key), try YAMLTree(json: entry.value)))
        }
        let order = YAMLKeyOrder(lettersFollowDigits: false)
        return pairs.sorted { order.precedes($0.key, $1.key) }.map { (.text($0.key), $0.value) }
    }
}

extension YAMLTree {
    /// What goyaml 3 makes of a value itself. Fails for functions, and for what may never end.
    init(direct value: Value, depth: Int = 0) throws(FunctionError) {
        if depth > Limits.nesting { throw FunctionError("yaml: the value is nested too deeply") }
        switch value {
        case .null: self = .bare("null")
        case .bool(let value): self = .bare(value ? "true" : "false")
        case .int(let number, _): self = .bare(String(number))
        case .uint(let number, _): self = .bare(String(number))
        case .float(let number): self = .bare(Self.spelling(number))
        case .text(let text): self = text.isUTF8 ? .text(text.string) : .binary(Base64.lines(text.bytes))
        case .list(let list):
            var trees: [YAMLTree] = []
            for item in list.items { trees.append(try YAMLTree(direct: item, depth: depth + 1)) }
            self = .list(trees)
        case .map(let map): self = .map(try Self.entries(map, depth + 1))
        case .structure(let value): self = .map(try Self.members(value, depth + 1))
        case .pointer(let value, let isNil):
            self = isNil ? .bare("null") : .map(try Self.members(value, depth + 1))
        case .host(let host): self = try Self.library(host, depth + 1)
        case .complex, .function: throw FunctionError("cannot marshal type: \(value.typeName)")
        }
    }

    /// Times bare, durations as they print, others as JSON shows them.
    private static func library(_ host: any HostValue, _ depth: Int) throws(FunctionError) -> YAMLTree {
        if let time = host as? TimeValue { return .bare(time.instant.rfc3339) }
        if let duration = host as? DurationValue { return .text(duration.duration.description) }
        return try YAMLTree(direct: host.json ?? [:], depth: depth)
    }

    private static func spelling(_ number: Double) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        return Decimals.text(number, "g")
    }

    private static func entries(
        _ map: MapValue, _ depth: Int
    ) throws(FunctionError) -> [(YAMLTree, YAMLTree)] {
        var pairs: [(key: Text, value: YAMLTree)] = []
        for entry in map.entries {
            pairs.append((entry.key, try YAMLTree(direct: entry.value, depth: depth)))
        }
        if map.keys == .int { return pairs.map { (.bare($0.key.string), $0.value) } }
        let order = YAMLKeyOrder(lettersFollowDigits: true)
        return pairs.sorted { order.precedes($0.key.string, $1.key.string) }.map { pair in
            let key = pair.key
            return (key.isUTF8 ? .text(key.string) : .binary(Base64.lines(key.bytes)), pair.value)
        }
    }

    /// Fields under their names in lower case.
    private static func members(
        _ value: StructValue, _ depth: Int
    ) throws(FunctionError) -> [(YAMLTree, YAMLTree)] {
        var pairs: [(YAMLTree, YAMLTree)] = []
        for field in value.fields {
            let name = YAMLTree.text(field.name.string.lowercased())
            pairs.append((name, try YAMLTree(direct: field.value, depth: depth)))
        }
        return pairs
    }
}

extension Base64 {
    /// In lines of 70 characters, where they are more than one.
    fileprivate static func lines(_ bytes: [UInt8]) -> String {
        let text = Array(encode(bytes).utf8)
        guard text.count >= 70 else { return String(decoding: text, as: UTF8.self) }
        let lines = stride(from: 0, to: text.count, by: 70).map { start in
            String(decoding: text[start..<min(start + 70, text.count)], as: UTF8.self) + "\n"
        }
        return lines.joined()
    }
}
