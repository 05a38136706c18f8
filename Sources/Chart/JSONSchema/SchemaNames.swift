import Template

/// Finds the schema that a reference means, within one text: nothing is fetched.
struct SchemaNames {
    private let root: Value
    private var byName: [String: Value] = [:]
    /// Deeper schemas nobody writes.
    private static let depthLimit = 256

    init(_ root: Value, _ draft: JSONSchema.Draft) {
        self.root = root
        collect(root, id: draft == .draft4 ? "id" : "$id", depth: 0)
    }

    private mutating func collect(_ value: Value, id: String, depth: Int) {
        guard depth < Self.depthLimit else { return }
        switch value {
        case .map(let map):
            for key in [id, "$anchor", "$dynamicAnchor"] {
                guard let name = map[key]?.text?.string else { continue }
                byName[key == id ? name : "#" + name] = value
            }
            for entry in map.entries { collect(entry.value, id: id, depth: depth + 1) }
        case .list(let list): for item in list.items { collect(item, id: id, depth: depth + 1) }
        default: break
        }
    }

    func schema(_ reference: String) throws(ChartError) -> Value {
        if reference == "#" { return root }
        if let named = byName[reference] { return named }
        let base = String(reference.prefix { $0 != "#" })
        let fragment = String(reference.dropFirst(base.count + 1))
        // Identifiers are absolute, references to them often are not.
        let start = base.isEmpty ? root : byName[base] ?? byName.first { $0.key.hasSuffix("/" + base) }?.value
        guard let start else {
            throw ChartError("the schema refers to \(reference), which is not part of it; nothing is fetched")
        }
        if fragment.isEmpty { return start }
        guard fragment.hasPrefix("/"), let found = Self.value(at: fragment, in: start) else {
            throw ChartError("the schema refers to \(reference), which is not there")
        }
        return found
    }

    /// What a JSON pointer names.
    private static func value(at pointer: String, in root: Value) -> Value? {
        var value = root
        for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = plain(String(part))
            switch value {
            case .map(let map):
                guard let next = map[name] else { return nil }
                value = next
            case .list(let list):
                guard let index = Int(name), list.items.indices.contains(index) else { return nil }
                value = list.items[index]
            default: return nil
            }
        }
        return value
    }

    /// A part of a pointer without the escapes of URLs and of pointers.
    private static func plain(_ part: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(part.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let code = UInt8(digits, radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else if byte == UInt8(ascii: "~"), digits.hasPrefix("0") || digits.hasPrefix("1") {
                bytes.append(UInt8(ascii: digits.hasPrefix("0") ? "~" : "/"))
                rest.removeFirst()
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
