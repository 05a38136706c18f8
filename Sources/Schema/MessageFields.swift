import YAML

/// The fields of a message, found by name; the part of a schema that needs no Swift type.
package final class MessageFields: Sendable {
    /// As upstream names the message in its errors (`v1alpha1.RouteRule`), or the Swift type's name.
    package let name: String
    /// One sentence, ending in a period.
    package let doc: String
    /// In the order of declaration.
    package let all: [AnyField]
    /// The fields that must be given.
    let required: FieldSet
    /// The fields that exclude each other, a set a group.
    let groups: [FieldSet]
    private let names: NameTable
    private let protoNames: NameTable
    private let labels: LabelTable

    init(name: String, doc: String, all: [AnyField]) {
        self.name = name
        self.doc = doc
        self.all = all
        names = NameTable(all.map(\.name))
        protoNames = NameTable(all.map { $0.protoName == $0.name ? "" : $0.protoName })
        labels = LabelTable(all)
        required = FieldSet(all.indices.filter { all[$0].isRequired })
        var groups: [String: FieldSet] = [:]
        for (index, field) in all.enumerated() {
            if let group = field.oneOf { groups[group, default: FieldSet()].insert(index) }
        }
        self.groups = groups.sorted { $0.key < $1.key }.map(\.value)
    }

    package func field(named name: String) -> AnyField? { index(named: name).map { all[$0] } }
    package func field(protoNamed name: String) -> AnyField? { index(protoNamed: name).map { all[$0] } }
    package func index(named name: String) -> Int? { names[name] }
    package func index(protoNamed name: String) -> Int? { protoNames[name] }

    /// The value of a field in a message; nil when absent or null.
    func value(at index: Int, in message: Node?) -> Node? {
        guard case .map(let entries)? = message?.content else { return nil }
        // Camel case wins when both spellings are given, as in the Go library of 0.7.1.
        let label = labels[index]
        guard
            let position = position(of: label.pointee.name, in: entries)
                ?? (label.pointee.hasProtoName ? position(of: label.pointee.protoName, in: entries) : nil),
            !entries[position].value.isNull
        else { return nil }
        return entries[position].value
    }

    func fallback(at index: Int) -> Node? { labels[index].pointee.fallback }

    /// By position: a copy of an entry would count references that nobody needs.
    private func position(of name: String, in entries: [Node.Entry]) -> Int? {
        for index in entries.indices where entries[index].key.isSame(as: name) { return index }
        return nil
    }
}

/// What reading a field takes, side by side. Reads are what checks mostly do, and asking the field itself
/// would count a reference that all threads share.
private struct LabelTable: @unchecked Sendable {
    // Unchecked: written once, before anybody else knows the table.

    struct Label {
        let name: String
        let protoName: String
        let hasProtoName: Bool
        let fallback: Node?
    }

    /// Lives as long as the program, like the declarations that it is made of.
    private let base: UnsafeMutablePointer<Label>

    init(_ fields: [AnyField]) {
        base = .allocate(capacity: fields.count)
        for (index, field) in fields.enumerated() {
            (base + index).initialize(
                to: Label(
                    name: field.name, protoName: field.protoName, hasProtoName: field.protoName != field.name,
                    fallback: field.fallback))
        }
    }

    subscript(index: Int) -> UnsafePointer<Label> { UnsafePointer(base + index) }
}

/// A set of positions in `MessageFields.all`, without allocation for the first 64.
struct FieldSet: Sendable {
    private var low: UInt64 = 0
    private var high: Set<Int> = []

    init() {}

    init(_ indices: some Sequence<Int>) { for index in indices { insert(index) } }

    mutating func insert(_ index: Int) {
        if index < 64 { low |= 1 << UInt64(index) } else { high.insert(index) }
    }

    func contains(_ index: Int) -> Bool {
        index < 64 ? low & (1 << UInt64(index)) != 0 : high.contains(index)
    }

    func isSubset(of other: FieldSet) -> Bool {
        low & ~other.low == 0 && (high.isEmpty || high.isSubset(of: other.high))
    }

    /// How many positions are in both sets.
    func overlap(_ other: FieldSet) -> Int {
        (low & other.low).nonzeroBitCount + (high.isEmpty ? 0 : high.intersection(other.high).count)
    }
}

extension String {
    /// Equal as names of fields are: byte by byte, lengths first.
    func isSame(as other: String) -> Bool { utf8.count == other.utf8.count && self == other }
}
