package import Diagnostics

/// A value of a YAML or JSON text, with the place where it stands.
///
/// The one data model of the program: everything typed is a view of a node, and what the program builds
/// itself (request bodies, tables, kubeconfigs) is made of the same nodes, with `Mark.none`.
package struct Node: Sendable {
    package enum Content: Sendable {
        case null
        case bool(Bool)
        case int(Int64)
        /// A whole number above `Int64.max`.
        case unsigned(UInt64)
        case double(Double)
        case string(String)
        case list([Node])
        case map([Entry])
    }

    /// One key and its value; order is kept as written. Keys that are not strings are spelled as JSON spells
    /// them.
    package struct Entry: Sendable {
        package var key: String
        package var keyMark: Mark
        package var value: Node

        package init(_ key: String, _ value: Node, at keyMark: Mark = .none) {
            self.key = key
            self.keyMark = keyMark
            self.value = value
        }
    }

    package var content: Content
    package var mark: Mark

    package init(_ content: Content, at mark: Mark = .none) {
        self.content = content
        self.mark = mark
    }

    package static let null = Node(.null)
    package static let emptyMap = Node(.map([]))
}

// MARK: Reading

extension Node {
    package var isNull: Bool { if case .null = content { true } else { false } }
    package var bool: Bool? { if case .bool(let value) = content { value } else { nil } }
    package var string: String? { if case .string(let value) = content { value } else { nil } }
    package var list: [Node]? { if case .list(let value) = content { value } else { nil } }
    package var map: [Entry]? { if case .map(let value) = content { value } else { nil } }

    /// A whole number, also one written as a double without fraction (`1e3`, `5.0`).
    package var int: Int64? {
        switch content {
        case .int(let value): value
        case .double(let value): Int64(exactly: value)
        default: nil
        }
    }

    package var double: Double? {
        switch content {
        case .int(let value): Double(value)
        case .unsigned(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// The value of a key; nil when this is no map or has no such key.
    package subscript(key: String) -> Node? {
        guard case .map(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The value at the end of a chain of keys.
    package subscript(path: [String]) -> Node? {
        path.reduce(self as Node?) { $0?[$1] }
    }

    /// Where `key` itself stands; the place of this node when it has no such key.
    package func keyMark(_ key: String) -> Mark {
        map?.first { $0.key == key }?.keyMark ?? mark
    }

    /// The kind of value in words, for messages: "a string", "a list".
    package var kindName: String {
        switch content {
        case .null: "null"
        case .bool: "a boolean"
        case .int, .unsigned: "a whole number"
        case .double: "a number"
        case .string: "a string"
        case .list: "a list"
        case .map: "a map"
        }
    }
}

// MARK: Building and changing

extension Node {
    /// Sets, or with nil removes, the value of a key. A node that is no map becomes one.
    package mutating func set(_ key: String, _ value: Node?) {
        var entries = map ?? []
        if let index = entries.firstIndex(where: { $0.key == key }) {
            if let value { entries[index].value = value } else { entries.remove(at: index) }
        } else if let value {
            entries.append(Entry(key, value))
        }
        content = .map(entries)
    }

    package func setting(_ key: String, _ value: Node?) -> Node {
        var copy = self
        copy.set(key, value)
        return copy
    }

    /// Sets the value at the end of a chain of keys, making the maps between.
    package mutating func set(path: [String], _ value: Node?) {
        guard let first = path.first else { return }
        if path.count == 1 { return set(first, value) }
        var child = self[first] ?? .emptyMap
        child.set(path: Array(path.dropFirst()), value)
        set(first, child)
    }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self.init(.string(value)) }
    package init(integerLiteral value: Int64) { self.init(.int(value)) }
    package init(floatLiteral value: Double) { self.init(.double(value)) }
    package init(booleanLiteral value: Bool) { self.init(.bool(value)) }
    package init(arrayLiteral elements: Node...) { self.init(.list(elements)) }
    package init(dictionaryLiteral elements: (String, Node)...) {
        self.init(.map(elements.map { Entry($0.0, $0.1) }))
    }

    package init(_ value: String) { self.init(.string(value)) }
    package init(_ value: Bool) { self.init(.bool(value)) }
    package init(_ value: some BinaryInteger) {
        if let value = Int64(exactly: value) {
            self.init(.int(value))
        } else {
            self.init(.unsigned(UInt64(value)))
        }
    }
    package init(_ value: Double) { self.init(.double(value)) }
    package init(_ values: [Node]) { self.init(.list(values)) }
    package init(_ entries: [Entry]) { self.init(.map(entries)) }
}

/// Equal as JSON values: places and the order of keys do not count, `1` equals `1.0`, `true` does not equal
/// `1`.
extension Node: Equatable {
    // One value after the other: a switch over both at once crashes the optimiser of Swift 6.3.1.
    package static func == (a: Node, b: Node) -> Bool {
        switch a.content {
        case .null: b.isNull
        case .bool(let value): b.bool == value
        case .string(let value): b.string == value
        case .list(let items): b.list == items
        case .map(let entries): b.map.map { sameEntries(entries, $0) } ?? false
        case .double: a.double == b.double
        case .int(let value):
            if case .int(let other) = b.content {
                value == other
            } else {
                b.isFraction && a.double == b.double
            }
        case .unsigned(let value):
            if case .unsigned(let other) = b.content {
                value == other
            } else {
                b.isFraction && a.double == b.double
            }
        }
    }

    private var isFraction: Bool { if case .double = content { true } else { false } }

    private static func sameEntries(_ a: [Entry], _ b: [Entry]) -> Bool {
        guard a.count == b.count else { return false }
        if zip(a, b).allSatisfy({ $0.key == $1.key }) { return zip(a, b).allSatisfy { $0.value == $1.value } }
        let other = Dictionary(b.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return a.allSatisfy { entry in other[entry.key].map { $0 == entry.value } ?? false }
    }
}
