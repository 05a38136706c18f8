package import YAML

/// The items of a list field, each read when it is asked for.
package struct Items<Element: FieldType>: RandomAccessCollection {
    private let nodes: [Node]

    init(_ node: Node?) {
        if case .list(let nodes)? = node?.content { self.nodes = nodes } else { nodes = [] }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { nodes.count }
    package subscript(index: Int) -> Element.View { Element.read(nodes[index]) }
}

/// The entries of a map field in the order of the text, each read when it is asked for.
package struct Pairs<Value: FieldType>: RandomAccessCollection {
    private let entries: [Node.Entry]

    init(_ node: Node?) {
        if case .map(let entries)? = node?.content { self.entries = entries } else { entries = [] }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { entries.count }
    package subscript(index: Int) -> Pair<Value.View> {
        Pair(key: entries[index].key, node: entries[index], value: Value.read(entries[index].value))
    }
}

/// An entry of a map field: the key with its place, and the value.
package struct Pair<Value> {
    package let key: String
    package let node: Node.Entry
    package let value: Value
}
