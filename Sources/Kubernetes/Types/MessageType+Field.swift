extension MessageType {
    package final class Field: Sendable {
        /// As in JSON; empty for a message whose fields stand in its owner.
        package let name: String
        package let number: Int
        package let type: FieldType
        package let isRequired: Bool
        /// Whether absence differs from zero.
        package let isOptional: Bool
        package let merging: Merging
        /// Whether a strategic merge patch merges the items of a list.
        package let isMerged: Bool
        /// The field by which it knows items; nil for scalars.
        package let mergeKey: String?
        package let retainsKeys: Bool

        package var isInline: Bool { name.isEmpty }

        /// Reads a line of a table; nil for one that is not well formed.
        init?(_ line: Substring, in group: String) {
            let (words, lists) = Self.split(line)
            guard words.count >= 3, let number = Int(words[1]) else { return nil }
            let marked = words[0]
            let mark = marked.last
            name =
                marked == "<" || marked == "<?"
                ? "" : String(mark == "!" || mark == "?" ? marked.dropLast() : marked)
            self.number = number
            isRequired = mark == "!"
            isOptional = mark == "?"
            type = FieldType(words[2], in: group)
            let rest = words.dropFirst(3)
            let keys = lists["map"]
            if let keys {
                merging = .keyed(keys)
            } else {
                merging = rest.contains("set") ? .set : rest.contains("atomic") ? .atomic : .usual
            }
            isMerged = rest.contains("merge")
            mergeKey = lists["merge"]?.first ?? keys?.first
            retainsKeys = rest.contains("retainKeys")
        }

        /// The words of a line, and what stands in brackets behind some of them.
        private static func split(_ line: Substring) -> ([Substring], [String: [String]]) {
            var words: [Substring] = []
            var lists: [String: [String]] = [:]
            var rest = line.utf8[...]
            let (space, bracket, end) = (UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"))
            while true {
                rest = rest.drop { $0 == space }
                if rest.isEmpty { return (words, lists) }
                let word = rest.prefix { $0 != space && $0 != bracket }
                words.append(Substring(word))
                rest = rest[word.endIndex...]
                guard rest.first == bracket else { continue }
                let inner = rest.dropFirst().prefix { $0 != end }
                lists[String(Substring(word))] = inner.split(separator: space).map { String(Substring($0)) }
                rest = rest[inner.endIndex...].dropFirst()
            }
        }
    }
}

extension MessageType.FieldType {
    fileprivate init(_ text: Substring, in group: String) {
        if text.hasPrefix("[") {
            self = .list(Self(text.dropFirst().dropLast(), in: group))
        } else if text.hasPrefix("{") {
            self = .map(Self(text.dropFirst().dropLast(), in: group))
        } else {
            self = Self.scalars[String(text)] ?? .message(MessageReference(Self.key(text, in: group)))
        }
    }

    /// `meta.X` and `core.X` name other groups, `X` one of the same.
    private static func key(_ text: Substring, in group: String) -> String {
        if text.hasPrefix("core.") { return "core/v1" + text.dropFirst("core".count) }
        return text.contains(".") ? String(text) : "\(group).\(text)"
    }

    private static let scalars: [String: Self] = [
        "string": .string, "bool": .bool, "int": .int, "double": .double, "bytes": .bytes, "Time": .time,
        "MicroTime": .microTime, "Quantity": .quantity, "IntOrString": .intOrString, "Duration": .duration,
        "RawExtension": .raw, "FieldsV1": .raw, "any": .any,
    ]
}
