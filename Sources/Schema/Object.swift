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
        T.read(M.schema.value(of: path, in: node, orFallback: true))
    }

    /// Whether the message is there.
    package var isPresent: Bool { node != nil }

    /// Where the message stands.
    package var mark: Mark { node?.mark ?? .none }

    /// Whether a field is given and not null.
    package func has<T>(_ path: KeyPath<M, Field<T>>) -> Bool {
        self.node(path) != nil
    }

    /// The node of a field; nil when absent or null.
    package func node<T>(_ path: KeyPath<M, Field<T>>) -> Node? { M.schema.value(of: path, in: node) }

    /// The items of a list field with their places.
    package func each<T: FieldType>(_ path: KeyPath<M, Field<[T]>>) -> [(item: T.View, mark: Mark)] {
        node(path)?.list?.map { (T.read($0), $0.mark) } ?? []
    }

    /// Where a finding about a field belongs: the value if it is there, else the message that lacks it.
    package func place<T>(_ path: KeyPath<M, Field<T>>) -> Place {
        if let value = self.node(path) { return .value(value.mark) }
        return .missing(M.schema.field(path).name, in: mark)
    }

    /// Where a finding about the message as a whole belongs.
    package var place: Place { .value(mark) }

    /// The same message read as another one that has fields of the same names: two messages may share rules.
    package func viewed<Other: Message>(as other: Other.Type) -> Object<Other> { Object<Other>(node) }
}
