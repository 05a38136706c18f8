import Template

/// Reads the language of Helm's `--set`: `a.b=1,list[2].name={x,y}`, with `\` before characters that are
/// meant as they are. A literal is one path with all the text after `=`.
struct SetReader {
    typealias FileContents = (String) throws(ChartError) -> [UInt8]

    private let flag: SetFlag
    private let file: FileContents
    private var rest: ArraySlice<Unicode.Scalar>

    /// The largest index of a list.
    static let indexLimit: Int64 = 65_536
    /// The most names in one path.
    static let depthLimit = 30

    init(_ text: String, _ flag: SetFlag, _ file: @escaping FileContents) {
        self.flag = flag
        self.file = file
        rest = Array(text.unicodeScalars)[...]
    }

    mutating func read(into values: MapValue) throws(ChartError) {
        while try key(values, depth: 0) {}
    }

    /// Reads one path with its value into a table; false at the end of the text.
    private mutating func key(_ table: MapValue, depth: Int) throws(ChartError) -> Bool {
        let (name, stop) = until(flag == .literal ? "=[." : "=[,.")
        switch stop {
        case "[": return try element(of: name, in: table, depth: depth)
        case "=" where flag == .json:
            Self.set(name, try json(), in: table)
            return true
        case "=":
            if rest.isEmpty {
                Self.set(name, "", in: table)
                return false
            }
            Self.set(name, try value(), in: table)
            return true
        case ",":
            throw ChartError("key \(quoted(name)) has no value (cannot end with ,)")
        case ".":
            guard depth < Self.depthLimit else {
                throw ChartError(
                    "value name nested level is greater than maximum supported nested level of \(Self.depthLimit)"
                )
            }
            let inner = try Self.table(table[name])
            let goesOn = try key(inner, depth: depth + 1)
            if goesOn, inner.count == 0 { throw ChartError("key map \(quoted(name)) has no value") }
            if inner.count > 0 { Self.set(name, .map(inner), in: table) }
            return goesOn
        default:
            if name.isEmpty { return false }
            throw ChartError("key \(quoted(name)) has no value")
        }
    }

    private mutating func element(of name: String, in table: MapValue, depth: Int) throws(ChartError) -> Bool
    {
        let index = try index()
        let items = try Self.items(table[name])
        Self.set(name, .items(try element(items, index, depth: depth)), in: table)
        return true
    }

    /// The list with what follows its index set.
    private mutating func element(_ items: [Value], _ index: Int64, depth: Int) throws(ChartError) -> [Value]
    {
        let (name, stop) = until("[.=")
        guard name.isEmpty else {
            throw ChartError("unexpected data at end of array index: \(quoted(name))")
        }
        let present = Int(exactly: index).flatMap { items.indices.contains($0) ? items[$0] : nil }
        switch stop {
        case "=" where flag == .json: return try Self.setting(items, index, json())
        case "=": return try Self.setting(items, index, rest.isEmpty ? "" : value())
        case "[":
            let next = try self.index()
            let inner = try Self.items(present.flatMap { $0.isNull ? nil : $0 })
            return try Self.setting(items, index, .items(element(inner, next, depth: depth + 1)))
        case ".":
            guard depth < Self.depthLimit else { throw ChartError("the path has too many parts") }
            let inner = present?.map ?? MapValue()
            guard try key(inner, depth: depth + 1) || inner.count > 0 else { return items }
            return try Self.setting(items, index, .map(inner))
        default: throw ChartError("an index is followed by =, . or [")
        }
    }

    private mutating func index() throws(ChartError) -> Int64 {
        let (digits, stop) = until("]")
        guard stop != nil, let index = Int64(digits) else {
            throw ChartError("error parsing index: \(quoted(digits)) is no number")
        }
        if index < 0 { throw ChartError("negative \(index) index not allowed") }
        if index > Self.indexLimit {
            throw ChartError(
                "index of \(index) is greater than maximum supported index of \(Self.indexLimit)")
        }
        return index
    }

    /// A value, or a list of them in braces.
    private mutating func value() throws(ChartError) -> Value {
        if flag == .literal {
            defer { rest = [] }
            return .string(String(String.UnicodeScalarView(rest)))
        }
        guard rest.first == "{" else { return try typed(until(",").text) }
        rest.removeFirst()
        var items: [Value] = []
        while true {
            let (text, stop) = until(",}")
            guard let stop else { throw ChartError("list must terminate with '}'") }
            // Helm reads `{}` as a list of one empty text.
            items.append(try typed(text))
            if stop == "}" { break }
        }
        if rest.first == "," { rest.removeFirst() }
        return .items(items)
    }

    private func typed(_ text: String) throws(ChartError) -> Value {
        switch flag {
        case .file: return .text(Text(bytes: try file(text)))
        case .set: break
        default: return .string(text)
        }
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        case "null": return .null
        case "0": return .int(0, .bits64)
        default: break
        }
        if !text.hasPrefix("0"), let number = Int64(text) { return .int(number, .bits64) }
        return .string(text)
    }

    /// A value of JSON up to the comma after it; null where there is none.
    private mutating func json() throws(ChartError) -> Value {
        if passesGap() { return .null }
        let text = String(String.UnicodeScalarView(rest.prefix(JSONExtent.length(of: rest))))
        guard let value = try? JSONText.value(Text(text)) else { throw ChartError("\(text) is no JSON") }
        rest = rest.dropFirst(text.unicodeScalars.count)
        _ = passesGap()
        return value
    }

    /// Passes blanks and one comma; whether nothing else came before the comma or the end.
    private mutating func passesGap() -> Bool {
        while let next = rest.first {
            if next == "," || next.properties.isWhitespace { rest.removeFirst() }
            if next == "," { return true }
            if !next.properties.isWhitespace { return false }
        }
        return true
    }

    /// What stands before one of these characters, which is passed; no character at the end of the text.
    private mutating func until(_ stops: String) -> (text: String, stop: Unicode.Scalar?) {
        var text = String.UnicodeScalarView()
        while let next = rest.popFirst() {
            if stops.unicodeScalars.contains(next) { return (String(text), next) }
            if next != "\\" || flag == .literal {
                text.append(next)
            } else if let plain = rest.popFirst() {
                text.append(plain)
            }
        }
        return (String(text), nil)
    }

    private func quoted(_ text: String) -> String { GoQuoting.quoted(Text(text)) }
}

extension SetReader {
    /// Sets a value, unless the name is empty.
    static func set(_ name: String, _ value: Value, in table: MapValue) {
        // The tables were copied for this reader, so none is shared.
        if !name.isEmpty { try? table.set(Text(name), value) }
    }

    static func setting(_ items: [Value], _ index: Int64, _ value: Value) throws(ChartError) -> [Value] {
        guard let index = Int(exactly: index) else { throw ChartError("the index \(index) is too large") }
        var items = items
        while items.count <= index { items.append(.null) }
        items[index] = value
        return items
    }

    /// The table that a path goes on in; a new one where there is nothing.
    static func table(_ value: Value?) throws(ChartError) -> MapValue {
        guard let value else { return MapValue() }
        guard case .map(let map) = value else { throw misfit(value, "map[string]interface {}") }
        return map
    }

    static func items(_ value: Value?) throws(ChartError) -> [Value] {
        guard let value else { return [] }
        guard case .list(let list) = value else { throw misfit(value, "[]interface {}") }
        return list.items
    }

    private static func misfit(_ value: Value, _ type: String) -> ChartError {
        let found = value.isNull ? "nil" : value.typeName
        return ChartError("unable to parse key: interface conversion: interface {} is \(found), not \(type)")
    }
}
