package import Diagnostics
package import YAML

/// A typed view of a node: `service.http[0].route[0].destination.host`.
///
/// Absent messages read as empty ones. Methods bear no names of fields.
@dynamicMemberLookup
package struct Object<M: Message> {
    /// Nil when the message is absent; null counts as absent.
    package let node: Node?

    package init(_ node: Node?) {
        self.node = node?.isNull == true ? nil : node
    }

    package subscript<T: FieldType>(dynamicMember path: KeyPath<M, Field<T>>) -> T.View {
        let field = M.schema.field(path)
        return T.read(field.value(in: node) ?? field.fallback)
    }

    /// Whether the message is there.
    package var isPresent: Bool { node != nil }

    /// Where the message stands.
    package var mark: Mark { node?.mark ?? .none }

    /// Whether a field is given and not null.
    package func has<T>(_ path: KeyPath<M, Field<T>>) -> Bool {
        M.schema.field(path).value(in: node) != nil
    }

    /// The node of a field; nil when absent or null.
    package func node<T>(_ path: KeyPath<M, Field<T>>) -> Node? { M.schema.field(path).value(in: node) }

    /// The items of a list field with their places.
    package func each<T: FieldType>(_ path: KeyPath<M, Field<[T]>>) -> [(item: T.View, mark: Mark)] {
        node(path)?.list?.map { (T.read($0), $0.mark) } ?? []
    }

    /// Where a finding about a field belongs: the value if it is there, else the message that lacks it.
    package func place<T>(_ path: KeyPath<M, Field<T>>) -> Place {
        let field = M.schema.field(path)
        if let value = field.value(in: node) { return .value(value.mark) }
        return .missing(field.name, in: mark)
    }

    /// Where a finding about the message as a whole belongs.
    package var place: Place { .value(mark) }

    /// The same message read as another one that has fields of the same names: two messages may share rules.
    package func viewed<Other: Message>(as other: Other.Type) -> Object<Other> { Object<Other>(node) }
}

extension AnyField {
    /// The field's value in a message; nil when absent or null.
    package func value(in message: Node?) -> Node? {
        guard case .map(let entries)? = message?.content else { return nil }
        // Camel case wins when both spellings are given, as in the Go library of 0.7.1.
        guard let index = position(of: name, in: entries) ?? protoPosition(in: entries),
            !entries[index].value.isNull
        else { return nil }
        return entries[index].value
    }

    private func protoPosition(in entries: [Node.Entry]) -> Int? {
        hasProtoName ? position(of: protoName, in: entries) : nil
    }

    /// By position: a copy of an entry would count references that nobody needs.
    private func position(of name: String, in entries: [Node.Entry]) -> Int? {
        for index in entries.indices where entries[index].key.isSame(as: name) { return index }
        return nil
    }
}
