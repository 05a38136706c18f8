/// The types of Kubernetes' own API, as its sources declare them (k8s.io/api and k8s.io/apimachinery of
/// 1.37): fields, types, numbers in protocol buffers, what is required and how lists are merged.
///
/// The tables are text, a line for each field below the name of its message:
///
///     containers! 2 [Container] map(name) merge
///
/// `!` is a field that must be given, `?` one whose absence differs from its zero, `<` a message whose fields
/// stand in its owner's JSON. `[T]` is a list, `{T}` a map of texts. `map(keys)`, `set` and `atomic` say how
/// server-side apply takes a list or map, `merge`, `replace` and `retainKeys` how a strategic merge patch
/// does;
/// `merge(key)` where the key is not the first of `map`.
package enum KubernetesTypes {
    private static let tables = [
        meta, core, pods, containers, volumes, volumes2, nodes, workloads, scaling, access, networking,
        cluster, openShift,
    ]

    /// All messages by `group/version.Name`, read once: it takes some milliseconds.
    package static let messages: [String: MessageType] = {
        var found: [String: MessageType] = [:]
        for table in tables { read(table, into: &found) }
        return found
    }()

    private static func read(_ table: String, into found: inout [String: MessageType]) {
        var group = ""
        var name = ""
        var fields: [MessageType.Field] = []
        func finish() {
            if !name.isEmpty {
                found["\(group).\(name)"] = MessageType(name: name, group: group, fields: fields)
            }
            fields = []
        }
        for line in table.split(separator: "\n") {
            if line.hasPrefix("  ") {
                if let field = MessageType.Field(line, in: group) { fields.append(field) }
            } else if line.hasPrefix("group ") {
                finish()
                (group, name) = (String(line.dropFirst("group ".count)), "")
            } else {
                finish()
                name = String(line)
            }
        }
        finish()
    }

    /// What every object has.
    package static var metadata: MessageType? { messages["meta.ObjectMeta"] }

    /// The declaration of a kind; nil for kinds that are not Kubernetes' own.
    package static func message(apiVersion: String, kind: String) -> MessageType? {
        if options.contains(kind) { return messages["meta.\(kind)"] }
        let parts = apiVersion.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return messages["core/\(apiVersion).\(kind)"] }
        let group = parts[0].hasSuffix(".k8s.io") ? parts[0].prefix { $0 != "." } : parts[0]
        return messages["\(group)/\(parts[1]).\(kind)"]
    }

    /// Kinds that every group has.
    private static let options: Set<String> = [
        "DeleteOptions", "CreateOptions", "UpdateOptions", "PatchOptions", "Status",
    ]
}

/// A message of Kubernetes' API.
package struct MessageType: Sendable {
    package indirect enum FieldType: Sendable, Equatable {
        case string, bool, int, double, bytes, time, microTime, quantity, intOrString, duration, raw, any
        /// By its key among `KubernetesTypes.messages`.
        case message(String)
        case list(FieldType)
        case map(FieldType)
    }

    package enum Merging: Sendable, Equatable {
        /// As its type is taken unless it says otherwise.
        case usual
        case atomic
        case set
        case keyed([String])
    }

    package struct Field: Sendable {
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
    }

    package let name: String
    package let group: String
    package let fields: [Field]
    private let byNumber: [Int: Int]
    private let byName: [String: Int]
    /// Where the messages stand whose fields are this one's in JSON.
    private let inline: [Int]

    init(name: String, group: String, fields: [Field]) {
        self.name = name
        self.group = group
        self.fields = fields
        byNumber = Dictionary(
            fields.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        inline = fields.indices.filter { fields[$0].isInline }
    }

    package func field(number: Int) -> Field? { byNumber[number].map { fields[$0] } }

    /// A field of the JSON form, also one of a message within.
    package func field(_ name: String) -> Field? {
        if let index = byName[name] { return fields[index] }
        for index in inline {
            guard case .message(let key) = fields[index].type else { continue }
            if let found = KubernetesTypes.messages[key]?.field(name) { return found }
        }
        return nil
    }

    /// The field at the end of a way that is named by fields only: lists on it mean their items, and of maps
    /// any key.
    package func field(at path: [String]) -> Field? {
        var message: MessageType? = self
        var found: Field?
        var isKey = false
        for name in path {
            if isKey {
                // A key of a map: what stands there is no field.
                (isKey, found) = (false, nil)
                continue
            }
            guard let field = message?.field(name) else { return nil }
            found = field
            isKey = if case .map = field.type { true } else { false }
            message = field.type.message
        }
        return found
    }

    /// All fields of the JSON form, those of messages within included.
    package var jsonFields: [Field] {
        if inline.isEmpty { return fields }
        return fields.flatMap { field -> [Field] in
            guard field.isInline, case .message(let key) = field.type else { return [field] }
            return KubernetesTypes.messages[key]?.jsonFields ?? []
        }
    }
}

extension MessageType.Field {
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
        type = MessageType.FieldType(words[2], in: group)
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
        var rest = line.drop { $0 == " " }
        while !rest.isEmpty {
            let word = rest.prefix { $0 != " " && $0 != "(" }
            words.append(word)
            rest = rest[word.endIndex...]
            if rest.first == "(" {
                let inner = rest.dropFirst().prefix { $0 != ")" }
                lists[String(word)] = inner.split(separator: " ").map(String.init)
                rest = rest[inner.endIndex...].dropFirst()
            }
            rest = rest.drop { $0 == " " }
        }
        return (words, lists)
    }
}

extension MessageType.FieldType {
    /// The message that it is, or that each of its items or values is.
    package var message: MessageType? {
        switch self {
        case .message(let key): KubernetesTypes.messages[key]
        case .list(let item), .map(let item): item.message
        default: nil
        }
    }

    init(_ text: Substring, in group: String) {
        if text.hasPrefix("[") {
            self = .list(Self(text.dropFirst().dropLast(), in: group))
        } else if text.hasPrefix("{") {
            self = .map(Self(text.dropFirst().dropLast(), in: group))
        } else {
            self = Self.scalars[String(text)] ?? .message(Self.key(text, in: group))
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
