package import YAML

/// The items of a list field, each read when it is asked for.
package struct Items<T: FieldType>: RandomAccessCollection {
    private let nodes: [Node]

    init(_ node: Node?) {
        if case .list(let nodes)? = node?.content { self.nodes = nodes } else { nodes = [] }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { nodes.count }
    package func index(after index: Int) -> Int { index + 1 }
    package func index(before index: Int) -> Int { index - 1 }
    package subscript(index: Int) -> T.View { T.read(nodes[index]) }

    package struct Iterator: IteratorProtocol {
        fileprivate let items: Items
        fileprivate var position = 0

        package mutating func next() -> T.View? {
            guard position < items.nodes.count else { return nil }
            defer { position += 1 }
            return items[position]
        }
    }

    package func makeIterator() -> Iterator { Iterator(items: self) }
}

/// The entries of a map field in the order of the text, each read when it is asked for.
package struct Pairs<Value: FieldType>: RandomAccessCollection {
    private let entries: [Node.Entry]

    init(_ node: Node?) {
        if case .map(let entries)? = node?.content { self.entries = entries } else { entries = [] }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { entries.count }
    package func index(after index: Int) -> Int { index + 1 }
    package func index(before index: Int) -> Int { index - 1 }
    package subscript(index: Int) -> Pair<Value.View> {
        Pair(key: entries[index].key, node: entries[index], value: Value.read(entries[index].value))
    }

    package struct Iterator: IteratorProtocol {
        fileprivate let pairs: Pairs
        fileprivate var position = 0

        package mutating func next() -> Pair<Value.View>? {
            guard position < pairs.entries.count else { return nil }
            defer { position += 1 }
            return pairs[position]
        }
    }

    package func makeIterator() -> Iterator { Iterator(pairs: self) }
}

/// An entry of a map field: the key with its place, and the value.
package struct Pair<Value> {
    package let key: String
    package let node: Node.Entry
    package let value: Value
}
