import YAML

extension YAMLGraph {
    /// The value, as `jsonValue` has it, of a document that needs no care; nil where there are aliases, tags,
    /// merged maps, or keys that are no texts.
    var plainValue: Value? {
        switch content {
        case .alias: return nil
        case .scalar(let scalar): return Self.plainValue(scalar)
        case .list(let items):
            var values: [Value] = []
            values.reserveCapacity(items.count)
            for item in items {
                guard let value = item.plainValue else { return nil }
                values.append(value)
            }
            return .items(values)
        case .map(let items):
            var entries: [(Text, Value)] = []
            entries.reserveCapacity(items.count / 2)
            for index in stride(from: 0, to: items.count - 1, by: 2) {
                guard case .scalar(let scalar) = items[index].content, !items[index].isMerge,
                    case .text(let key)? = Self.plainValue(scalar), let value = items[index + 1].plainValue
                else { return nil }
                entries.append((key, value))
            }
            return .map(MapValue(entries))
        }
    }

    private static func plainValue(_ scalar: YAMLEvents.Scalar) -> Value? {
        guard scalar.tag == nil else { return nil }
        let text = String(decoding: scalar.text, as: UTF8.self)
        guard scalar.isPlain else { return .string(text) }
        switch YAMLScalar.meaning(of: text) {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .int(let number): return .float(Double(number))
        case .unsigned(let number): return .float(Double(number))
        case .float(let number): return number.isFinite ? .float(number) : nil
        case .timestamp, .string: return .string(text)
        }
    }
}

// MARK: As JSON

extension YAMLValue {
    /// What is read of the value again once it was written as JSON: numbers are `float64`, keys are texts.
    func jsonValue() throws(FunctionError) -> Value {
        switch self {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .int(let number): return .float(Double(number))
        case .unsigned(let number): return .float(Double(number))
        case .float(let number):
            guard number.isFinite else {
                throw FunctionError("json: unsupported value: \(Decimals.text(number, "g"))")
            }
            return .float(number)
        case .text(let text): return .string(text.string)
        case .list(let items):
            var values: [Value] = []
            for item in items { values.append(try item.jsonValue()) }
            return .items(values)
        case .map(let map):
            var entries: [(Text, Value)] = []
            for (key, value) in map.entries {
                entries.append((try key.jsonKey(for: value), try value.jsonValue()))
            }
            return .map(MapValue(entries))
        }
    }

    private func jsonKey(for value: YAMLValue) throws(FunctionError) -> Text {
        switch self {
        case .text(let text): return Text(text.string)
        case .int(let number): return Text(String(number))
        case .bool(let value): return value ? "true" : "false"
        case .float(let number):
            if number.isNaN { return ".nan" }
            if number.isInfinite || Float(number).isInfinite { return number < 0 ? "-.inf" : ".inf" }
            return Text(Decimals.text(Double(Float(number).description) ?? number, "g"))
        case .null, .unsigned, .list, .map:
            let type = goType.map { "\($0)" } ?? "%!s(<nil>)"
            throw FunctionError(
                "unsupported map key of type: \(type), key: \(goSyntax), value: \(value.goSyntax)")
        }
    }

    private var goType: String? { if case .unsigned = self { "uint64" } else { nil } }

    // MARK: As Go

    /// As `%#v` prints it; maps in the order of their keys.
    var goSyntax: String {
        switch self {
        case .null: "<nil>"
        case .bool(let value): value ? "true" : "false"
        case .int(let number): String(number)
        case .unsigned(let number): "0x" + String(number, radix: 16)
        case .float(let number): Decimals.text(number, "g")
        case .text(let text): GoQuoting.quoted(text)
        case .list(let items): "[]interface {}{\(items.map(\.goElement).joined(separator: ", "))}"
        case .map(let map): "map[interface {}]interface {}{\(Self.goMembers(map).joined(separator: ", "))}"
        }
    }

    /// nil has a type within lists and maps.
    private var goElement: String { if case .null = self { "interface {}(nil)" } else { goSyntax } }

    private static func goMembers(_ map: YAMLMap) -> [String] {
        let sorted = map.entries.sorted { $0.key.rank < $1.key.rank }
        return sorted.map { "\($0.key.goElement):\($0.value.goElement)" }
    }

    /// Go's order of keys of any kind: by kind, then by value.
    private var rank: (Int, Double, Text) {
        switch self {
        case .null: (0, 0, "")
        case .int(let number): (1, Double(number), "")
        case .unsigned(let number): (2, Double(number), "")
        case .text(let text): (3, 0, text)
        case .float(let number): (4, number, "")
        case .bool(let value): (5, value ? 1 : 0, "")
        case .list, .map: (6, 0, "")
        }
    }
}
