import Template
import YAML

/// The data of a case: JSON, in which an object with one key such as `$int` stands for a value of a Go type.
struct TypedData {
    /// Whether whole numbers are `int` rather than `float64`.
    let hasInts: Bool

    func value(_ node: Node) -> Value {
        switch node.content {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .int(let number): return hasInts ? .int(number) : .float(Double(number))
        case .unsigned(let number): return .float(Double(number))
        case .double(let number): return .float(number)
        case .string(let text): return .string(text)
        case .list(let items): return .items(items.map(value))
        case .map(let entries):
            if entries.count == 1, entries[0].key.hasPrefix("$") { return typed(entries[0]) }
            return .map(MapValue(entries.map { (Text($0.key), value($0.value)) }))
        }
    }

    private func typed(_ entry: Node.Entry) -> Value {
        let number = entry.value.int ?? 0
        switch entry.key {
        case "$int": return .int(number)
        case "$int32": return .int(number, .bits32)
        case "$int64": return .int(number, .bits64)
        case "$uint": return .uint(UInt64(number))
        case "$uint8": return .uint(UInt64(number), .bits8)
        case "$float": return .float(entry.value.double ?? 0)
        case "$struct": return .structure(structure(entry.value))
        case "$ptr": return .pointer(structure(entry.value))
        case "$nilptr": return .pointer(structure(entry.value), isNil: true)
        case "$func":
            return HostFunctions.table[entry.value.string ?? ""].map { .function($0) } ?? .null
        default: return collection(entry)
        }
    }

    private func collection(_ entry: Node.Entry) -> Value {
        let entries = (entry.value.map ?? []).map { (Text($0.key), value($0.value)) }
        let items = (entry.value.list ?? []).map(value)
        switch entry.key {
        case "$strmap": return .map(MapValue(entries, of: .string))
        case "$nilstrmap": return .map(MapValue(of: .string, isNil: true))
        case "$nilmap": return .map(MapValue(isNil: true))
        case "$nillist": return .list(ListValue([], isNil: true))
        case "$intmap": return .map(MapValue(entries, keys: .int))
        case "$strs": return .list(ListValue(items, of: .string))
        case "$ints":
            let numbers = (entry.value.list ?? []).map { Value.int($0.int ?? 0) }
            return .list(ListValue(numbers, of: .int()))
        case "$bytes": return .list(ListValue(bytes: base64(entry.value.string ?? "")))
        default: return .map(MapValue([(Text(entry.key), value(entry.value))]))
        }
    }

    private func structure(_ node: Node) -> StructValue {
        let fields = (node.list ?? []).map { pair in
            StructValue.Field(Text(pair.list?[0].string ?? ""), value(pair.list?[1] ?? .null))
        }
        return StructValue("struct { … }", fields)
    }

    private func base64(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for digit in text.utf8 {
            guard let value = alphabet.firstIndex(of: digit) else { break }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}
