/// Writes TOML as the library does that Helm uses (BurntSushi 1.6): plain values of a table before its
/// tables, keys in order, two blanks a level.
struct TOMLWriter {
    private var output = ""

    /// What a value is to TOML: tables have a section of their own, others stand behind their key.
    private enum Kind { case nothing, plain, table, tables }

    /// Values that are no maps are written as they would stand behind a key.
    static func text(_ value: Value) throws(FunctionError) -> String {
        if value.isNull {
            throw FunctionError("reflect: call of reflect.Value.Type on zero Value")
        }
        var writer = TOMLWriter()
        try writer.section(value, TOMLKey(names: []), depth: 0)
        return writer.output
    }

    // MARK: Sections

    private mutating func section(_ value: Value, _ key: TOMLKey, depth: Int) throws(FunctionError) {
        if depth > Limits.nesting { throw FunctionError("toml: the value is nested too deeply") }
        switch try kind(value, depth) {
        case .nothing: return
        case .tables: try tables(value.list?.items ?? [], key, depth)
        case .table:
            if key.names.count == 1 { breakSection() }
            if !key.names.isEmpty { output += indent(key) + "[\(key.text)]\n" }
            try members(value, key, depth)
        case .plain:
            guard let name = key.names.last else { return try plain(value, depth) }
            output += indent(key) + TOMLKey.spelling(name) + " = "
            try plain(value, depth)
            output += "\n"
        }
    }

    private mutating func tables(_ items: [Value], _ key: TOMLKey, _ depth: Int) throws(FunctionError) {
        if key.names.isEmpty { throw FunctionError("toml: top-level values must be Go maps or structs") }
        for item in items where !item.isNilLike {
            breakSection()
            output += indent(key) + "[[\(key.text)]]\n"
            try members(item, key, depth)
        }
    }

    private mutating func members(_ value: Value, _ key: TOMLKey, _ depth: Int) throws(FunctionError) {
        for (name, member) in try ordered(value, depth) where !member.isNilLike {
            try section(member, TOMLKey(names: key.names + [name]), depth: depth + 1)
        }
    }

    private mutating func breakSection() { if !output.isEmpty { output += "\n" } }

    private func indent(_ key: TOMLKey) -> String {
        String(repeating: "  ", count: max(0, key.names.count - 1))
    }

    // MARK: Kinds

    private func kind(_ value: Value, _ depth: Int) throws(FunctionError) -> Kind {
        if value.isNilLike { return .nothing }
        switch value {
        case .map, .structure, .pointer: return .table
        case .list(let list): return try isTables(list, depth) ? .tables : .plain
        case .host: return .plain
        case .complex, .function: throw FunctionError("unsupported type: \(value.kind)")
        default: return .plain
        }
    }

    private func isTables(_ list: ListValue, _ depth: Int) throws(FunctionError) -> Bool {
        if depth > Limits.nesting { throw FunctionError("toml: the value is nested too deeply") }
        var isTables = !list.items.isEmpty
        for item in list.items {
            let kind = try kind(item, depth + 1)
            if case .nothing = kind { throw FunctionError("toml: cannot encode array with nil element") }
            if kind != .table { isTables = false }
        }
        return isTables
    }

    /// Those that stand behind their key first; nil ones count among them.
    private func ordered(_ value: Value, _ depth: Int) throws(FunctionError) -> [(Text, Value)] {
        var all: [(Text, Value)] = []
        switch value {
        case .map(let map):
            if map.keys == .int {
                throw FunctionError("toml: cannot encode a map with non-string key type")
            }
            all = map.entries.map { ($0.key, $0.value) }
        case .structure(let value), .pointer(let value, _): all = value.fields.map { ($0.name, $0.value) }
        default: break
        }
        var (plain, sections): ([(Text, Value)], [(Text, Value)]) = ([], [])
        for member in all {
            switch try kind(member.1, depth) {
            case .nothing, .plain: plain.append(member)
            case .table, .tables: sections.append(member)
            }
        }
        return plain + sections
    }

    // MARK: Plain values

    private mutating func plain(_ value: Value, _ depth: Int) throws(FunctionError) {
        if depth > Limits.nesting { throw FunctionError("toml: the value is nested too deeply") }
        switch value {
        case .bool(let value): output += value ? "true" : "false"
        case .int(let number, _): output += String(number)
        case .uint(let number, _): output += String(number)
        case .float(let number): output += Self.spelling(number)
        case .text(let text): output += TOMLKey.quoted(text)
        case .list(let list):
            output += "["
            for (index, item) in list.items.enumerated() {
                if index > 0 { output += ", " }
                try plain(item, depth + 1)
            }
            output += "]"
        case .map, .structure, .pointer: try inline(value, depth)
        case .host(let host): try library(host, depth)
        case .null, .complex, .function: throw FunctionError("unexpected type: \(value.typeName)")
        }
    }

    private static func spelling(_ number: Double) -> String {
        if number.isNaN { return number.sign == .minus ? "-nan" : "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        let text = Decimals.text(number, "g")
        return text.utf8.contains { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: ".") } ? text : text + ".0"
    }

    /// A comma follows each value that is not the last, even if all behind it are nil and left out.
    private mutating func inline(_ value: Value, _ depth: Int) throws(FunctionError) {
        output += "{"
        let members = try ordered(value, depth)
        for (index, member) in members.enumerated() where !member.1.isNilLike {
            output += TOMLKey.spelling(member.0) + " = "
            try plain(member.1, depth + 1)
            if index < members.count - 1 { output += ", " }
        }
        output += "}"
    }

    /// Times bare, durations in quotes.
    private mutating func library(_ host: any HostValue, _ depth: Int) throws(FunctionError) {
        if let time = host as? TimeValue {
            output += time.instant.toml
        } else if let duration = host as? DurationValue {
            output += TOMLKey.quoted(Text(duration.duration.description))
        } else {
            try plain(host.json ?? [:], depth + 1)
        }
    }
}

extension Instant {
    /// Without the zone where TOML gave none.
    fileprivate var toml: String {
        switch offset.name {
        case TOMLReader.localDateTime: formatted(TimeLayout("2006-01-02T15:04:05.999999999"))
        case TOMLReader.localDate: formatted(TimeLayout("2006-01-02"))
        case TOMLReader.localTime: formatted(TimeLayout("15:04:05.999999999"))
        default: rfc3339
        }
    }
}
