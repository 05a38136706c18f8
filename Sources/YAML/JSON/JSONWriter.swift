/// Writes nodes as JSON, in the words and shapes of Go's encoder, so that output compares with kubectl's.
package enum JSONWriter {
    package enum Style: Sendable {
        case compact
        /// Four spaces a level, as kubectl prints.
        case pretty
        /// Two spaces a level, as templates print.
        case indented

        fileprivate var indent: Int { self == .compact ? 0 : self == .pretty ? 4 : 2 }
    }

    /// No line feed at the end. `<`, `>` and `&` are escaped unless `escapesHTML` is false, as Go does.
    package static func text(
        _ node: Node, style: Style = .compact, sortsKeys: Bool = false, escapesHTML: Bool = true
    ) -> String {
        String(
            decoding: bytes(node, style: style, sortsKeys: sortsKeys, escapesHTML: escapesHTML), as: UTF8.self
        )
    }

    /// Also escapes what Go leaves alone but a terminal obeys, DEL and the C1 controls, unless
    /// `escapesControls` is false.
    package static func bytes(
        _ node: Node, style: Style = .compact, sortsKeys: Bool = false, escapesHTML: Bool = true,
        escapesControls: Bool = true
    ) -> [UInt8] {
        var output = JSONOutput(
            indent: style.indent, sortsKeys: sortsKeys, escapesHTML: escapesHTML,
            escapesControls: escapesControls)
        output.write(node, level: 0)
        return output.bytes
    }
}

private struct JSONOutput {
    /// Blanks a level; none for all in one line.
    let indent: Int
    let sortsKeys: Bool
    let escapesHTML: Bool
    let escapesControls: Bool
    var bytes: [UInt8] = []

    mutating func write(_ node: Node, level: Int) {
        switch node.content {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): bytes.append(contentsOf: String(value).utf8)
        case .unsigned(let value): bytes.append(contentsOf: String(value).utf8)
        case .double(let value): bytes.append(contentsOf: FloatText.json(value).utf8)
        case .string(let value): write(value)
        case .list(let elements): write(list: elements, level)
        case .map(let entries): write(map: entries, level)
        }
    }

    private mutating func write(list: [Node], _ level: Int) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in list.enumerated() {
            separate(isFirst: index == 0, level + 1)
            write(element, level: level + 1)
        }
        if !list.isEmpty { breakLine(level) }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(map: [Node.Entry], _ level: Int) {
        bytes.append(UInt8(ascii: "{"))
        let entries =
            sortsKeys ? map.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : map
        for (index, entry) in entries.enumerated() {
            separate(isFirst: index == 0, level + 1)
            write(entry.key)
            bytes.append(UInt8(ascii: ":"))
            if indent > 0 { bytes.append(UInt8(ascii: " ")) }
            write(entry.value, level: level + 1)
        }
        if !map.isEmpty { breakLine(level) }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func separate(isFirst: Bool, _ level: Int) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        breakLine(level)
    }

    private mutating func breakLine(_ level: Int) {
        guard indent > 0 else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * indent))
    }

    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        if string.utf8.allSatisfy(isPlain) {
            bytes.append(contentsOf: string.utf8)
        } else {
            for scalar in string.unicodeScalars { write(scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): !escapesHTML
        default: byte >= 0x20 && byte < 0x7F
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"", "\\":
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        case "\n": bytes.append(contentsOf: "\\n".utf8)
        case "\r": bytes.append(contentsOf: "\\r".utf8)
        case "\t": bytes.append(contentsOf: "\\t".utf8)
        case "\u{8}": bytes.append(contentsOf: "\\b".utf8)
        case "\u{C}": bytes.append(contentsOf: "\\f".utf8)
        case "<", ">", "&":
            if escapesHTML { escape(scalar) } else { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) }
        case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}": escape(scalar)
        case "\u{7F}"..."\u{9F}" where escapesControls: escape(scalar)
        default: bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
        }
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
    }
}
