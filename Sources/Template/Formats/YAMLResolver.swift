import YAML

/// What goyaml makes of a document: values with keys of any kind.
enum YAMLValue {
    case null
    case bool(Bool)
    case int(Int64)
    case unsigned(UInt64)
    case float(Double)
    case text(Text)
    case list([YAMLValue])
    /// In the order in which keys were first set.
    case map(YAMLMap)
}

/// A map in which the last value of a key counts.
struct YAMLMap {
    /// What tells keys apart: their kind and how they are written.
    struct Key: Hashable {
        let kind: UInt8
        let text: Text
    }

    private(set) var entries: [(key: YAMLValue, value: YAMLValue)] = []
    private var places: [Key: Int] = [:]

    mutating func set(_ key: YAMLValue, _ value: YAMLValue) {
        if let place = key.identity.flatMap({ places[$0] }) {
            entries[place].value = value
        } else {
            if let identity = key.identity { places[identity] = entries.count }
            entries.append((key, value))
        }
    }
}

/// Follows aliases, merges maps and finds what scalars mean.
struct YAMLResolver {
    private var decoded = 0
    private var decodedInAliases = 0
    private var aliasDepth = 0
    private var depth = 0

    mutating func value(_ node: YAMLGraph) throws(FunctionError) -> YAMLValue {
        try count()
        depth += 1
        defer { depth -= 1 }
        if depth > 2 * Limits.nesting {
            throw FunctionError("yaml: exceeded max depth of \(Limits.nesting)")
        }
        switch node.content {
        case .scalar(let scalar): return try Self.value(scalar)
        case .list(let items):
            var values: [YAMLValue] = []
            for item in items { values.append(try value(item)) }
            return .list(values)
        case .map(let items):
            var map = YAMLMap()
            try add(items, to: &map)
            return .map(map)
        case .alias(let target):
            aliasDepth += 1
            defer { aliasDepth -= 1 }
            return try value(target)
        }
    }

    /// Go's bounds on what aliases make of a small text.
    private mutating func count() throws(FunctionError) {
        decoded += 1
        if aliasDepth > 0 { decodedInAliases += 1 }
        guard decodedInAliases > 100, decoded > 1000 else { return }
        let (low, high) = (400_000.0, 4_000_000.0)
        let size = min(max(Double(decoded), low), high)
        let allowed = 0.99 - 0.89 * (size - low) / (high - low)
        if Double(decodedInAliases) / Double(decoded) > allowed {
            throw FunctionError("yaml: document contains excessive aliasing")
        }
    }

    // MARK: Maps

    private mutating func add(_ items: [YAMLGraph], to map: inout YAMLMap) throws(FunctionError) {
        for index in stride(from: 0, to: items.count - 1, by: 2) {
            if items[index].isMerge {
                try merge(items[index + 1], into: &map)
                continue
            }
            let key = try value(items[index])
            switch key {
            case .list, .map: throw FunctionError("yaml: invalid map key: \(key.goSyntax)")
            default: map.set(key, try value(items[index + 1]))
            }
        }
    }

    /// Merged maps overwrite what stands before the merge key; of several the first one wins.
    private mutating func merge(_ node: YAMLGraph, into map: inout YAMLMap) throws(FunctionError) {
        switch node.content {
        case .list(let items):
            for item in items.reversed() {
                if case .list = item.content { throw Self.noMap }
                try merge(item, into: &map)
            }
        case .map(let items):
            try count()
            try add(items, to: &map)
        case .alias(let target):
            guard case .map(let items) = target.content else { throw Self.noMap }
            aliasDepth += 1
            defer { aliasDepth -= 1 }
            try count()
            try add(items, to: &map)
        case .scalar: throw Self.noMap
        }
    }

    private static let noMap = FunctionError(
        "yaml: map merge requires map or sequence of maps as the value")

    // MARK: Scalars

    private static let core = "tag:yaml.org,2002:"

    private static func value(_ scalar: YAMLEvents.Scalar) throws(FunctionError) -> YAMLValue {
        let text = Text(bytes: scalar.text)
        guard let tag = scalar.tag else {
            return scalar.isPlain ? YAMLValue(YAMLScalar.meaning(of: text.string), text) : .text(text)
        }
        guard tag.hasPrefix(core) else { return .text(text) }
        let kind = tag.dropFirst(core.count)
        switch kind {
        case "binary":
            guard let bytes = try? Base64.decode(text) else {
                throw FunctionError("yaml: !!binary value contains invalid base64 data")
            }
            return .text(Text(bytes: bytes))
        case "null", "bool", "int", "float", "timestamp":
            return try tagged(String(kind), text)
        default: return .text(text)
        }
    }

    /// A whole number may be tagged as one with a fraction.
    private static func tagged(_ kind: String, _ text: Text) throws(FunctionError) -> YAMLValue {
        if kind == "null", text.isEmpty || ["null", "~"].contains(text.string) { return .null }
        let meaning = YAMLScalar.meaning(of: text.string, mayBeTime: kind == "timestamp")
        switch (kind, meaning) {
        case ("float", .int(let number)): return .float(Double(number))
        case (meaning.tag, _): return YAMLValue(meaning, text)
        default:
            throw FunctionError("yaml: cannot decode !!\(meaning.tag) `\(text.string)` as a !!\(kind)")
        }
    }
}

extension YAMLScalar.Meaning {
    fileprivate var tag: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int, .unsigned: "int"
        case .float: "float"
        case .timestamp: "timestamp"
        case .string: "str"
        }
    }
}

extension YAMLValue {
    fileprivate init(_ meaning: YAMLScalar.Meaning, _ text: Text) {
        switch meaning {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let number): self = .int(number)
        case .unsigned(let number): self = .unsigned(number)
        case .float(let number): self = .float(number)
        case .timestamp, .string: self = .text(text)
        }
    }

    /// Nil for what is no key, and for NaN, which is like nothing.
    fileprivate var identity: YAMLMap.Key? {
        switch self {
        case .null: YAMLMap.Key(kind: 0, text: "")
        case .bool(let value): YAMLMap.Key(kind: 1, text: value ? "true" : "false")
        case .int(let number): YAMLMap.Key(kind: 2, text: Text(String(number)))
        case .unsigned(let number): YAMLMap.Key(kind: 3, text: Text(String(number)))
        case .float(let number):
            number.isNaN ? nil : YAMLMap.Key(kind: 4, text: Text(String(number == 0 ? 0 : number)))
        case .text(let text): YAMLMap.Key(kind: 5, text: text)
        case .list, .map: nil
        }
    }
}
