/// What the machine-readable renderers write. (The `Node` of YAML is above this module.)
indirect enum StructuredValue {
    case string(String)
    case int(Int)
    case bool(Bool)
    case list([StructuredValue])
    /// In the order of writing.
    case object([(key: String, value: StructuredValue)])

    /// An object without the members that are nil.
    static func members(_ members: (String, StructuredValue?)...) -> StructuredValue {
        .object(members.compactMap { key, value in value.map { (key, $0) } })
    }

    static func text(_ text: String?) -> StructuredValue? { text.map { .string($0) } }

    /// Nil for an empty list, so that it is left out.
    static func nonEmpty(_ items: [StructuredValue]) -> StructuredValue? {
        items.isEmpty ? nil : .list(items)
    }
}

// MARK: JSON

extension StructuredValue {
    /// Four spaces a level, as kubectl prints, ending in a line feed.
    var json: String {
        var text = ""
        writeJSON(to: &text, level: 0)
        return text + "\n"
    }

    private func writeJSON(to text: inout String, level: Int) {
        switch self {
        case .string(let value): text += value.quotedAsJSON
        case .int(let value): text += String(value)
        case .bool(let value): text += value ? "true" : "false"
        case .list(let items):
            Self.write(items, "[", "]", to: &text, level) { $0.writeJSON(to: &$1, level: level + 1) }
        case .object(let members):
            Self.write(members, "{", "}", to: &text, level) { member, text in
                text += member.key.quotedAsJSON + ": "
                member.value.writeJSON(to: &text, level: level + 1)
            }
        }
    }

    private static func write<T>(
        _ items: [T], _ open: String, _ close: String, to text: inout String, _ level: Int,
        _ body: (T, inout String) -> Void
    ) {
        guard !items.isEmpty else { return text += open + close }
        let margin = String(repeating: "    ", count: level)
        text += open
        for (index, item) in items.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + margin + "    "
            body(item, &text)
        }
        text += "\n" + margin + close
    }
}

extension String {
    /// As RFC 8259 asks, and with everything escaped that could drive a terminal. Also a double-quoted text
    /// of YAML.
    var quotedAsJSON: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.needsEscape || scalar.isNoncharacter:
                result += scalar.isBasic ? "\\u" + hex(scalar.value, 4) : "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Unicode.Scalar {
    /// Whether XML and YAML forbid it: U+FFFE, U+FFFF, and their likes in other planes.
    var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }

    var isBasic: Bool { value < 0x10000 }
}

// MARK: YAML

extension StructuredValue {
    /// Block style; texts are quoted unless they are plain words.
    var yaml: String {
        var text = ""
        writeYAML(to: &text, level: 0)
        return text
    }

    /// Writes the value after `key:` or `-`, with the line feed behind it.
    private func writeYAML(to text: inout String, level: Int, afterDash: Bool = false) {
        let margin = String(repeating: "  ", count: level)
        switch self {
        case .string(let value): text += value.asYAML + "\n"
        case .int(let value): text += "\(value)\n"
        case .bool(let value): text += value ? "true\n" : "false\n"
        case .list(let items) where items.isEmpty: text += "[]\n"
        case .object(let members) where members.isEmpty: text += "{}\n"
        case .list(let items):
            for item in items {
                text += margin + "- "
                item.writeYAML(to: &text, level: level + 1, afterDash: true)
            }
        case .object(let members):
            for (index, member) in members.enumerated() {
                text += (afterDash && index == 0 ? "" : margin) + member.key.asYAML + ":"
                text += member.value.startsLine ? "\n" : " "
                // Items of a list stand in the column of its key.
                member.value.writeYAML(to: &text, level: member.value.isList ? level : level + 1)
            }
        }
    }

    private var isList: Bool { if case .list = self { true } else { false } }

    /// Whether block style begins it on a line of its own.
    private var startsLine: Bool {
        switch self {
        case .string, .int, .bool: false
        case .list(let items): !items.isEmpty
        case .object(let members): !members.isEmpty
        }
    }
}

extension String {
    fileprivate var asYAML: String { isPlainWord ? self : quotedAsJSON }

    /// Letters first, nothing that has a meaning in YAML, and none of the words that YAML 1.1 reads as
    /// something else.
    private var isPlainWord: Bool {
        guard let first = utf8.first, first.isLetter, !Self.words.contains(lowercased()) else { return false }
        return utf8.allSatisfy { byte in
            byte.isLetter || byte.isDigit || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
        }
    }

    private static let words: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
}

extension UInt8 {
    fileprivate var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
