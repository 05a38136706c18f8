/// Ends lists and maps without recursion: templates can nest them deeper than any stack.
enum Teardown {
    /// Lets go of values that nobody else may hold, and of those inside them, one after the other.
    static func end(_ pending: inout [Value]) {
        var list: ListValue?
        var map: MapValue?
        while !pending.isEmpty {
            // The value itself must be gone before anyone can tell whether another holds its list.
            do {
                let value = pending.removeLast()
                list = value.list
                map = value.map
            }
            if isKnownUniquelyReferenced(&list), let list { pending += list.surrender() }
            if isKnownUniquelyReferenced(&map), let map { pending += map.surrender() }
        }
    }

    static func holdsValues(_ value: Value) -> Bool {
        switch value {
        case .list, .map: true
        default: false
        }
    }
}
