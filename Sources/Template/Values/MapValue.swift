/// A map of Go, kept in the order of its keys, in which Go's templates and encoders visit it.
///
/// A map that is `frozen` may be shared by any number of renders at once. Who writes to it gets
/// `FrozenMap`, upon which the render starts over with a copy of its data; so nobody pays for copies
/// unless a template changes its input. All other maps belong to one render, which runs in one thread.
package final class MapValue: @unchecked Sendable {
    package enum Keys: String, Sendable { case string, int }

    package struct Entry: Sendable {
        /// The key; decimal where keys are integers.
        package let key: Text
        package var value: Value
    }

    package private(set) var entries: [Entry]
    /// `any` for `map[string]interface {}`, `string` for `map[string]string`.
    package let element: GoType
    package let keys: Keys
    package let isNil: Bool
    /// A type of a library that is such a map, and has methods.
    package let named: NamedType?
    package private(set) var isFrozen = false

    /// A map of these entries; the last one wins where a key comes twice.
    package init(
        _ entries: [(Text, Value)] = [], of element: GoType = .any, keys: Keys = .string, isNil: Bool = false,
        named: NamedType? = nil
    ) {
        self.named = named
        self.element = element
        self.keys = keys
        self.isNil = isNil
        self.entries = entries.map { Entry(key: $0.0, value: $0.1) }
        if !zip(self.entries, self.entries.dropFirst()).allSatisfy({ Self.precedes($0.key, $1.key, keys) }) {
            sort()
        }
    }

    /// Puts entries in order; of those with one key the last stays.
    private func sort() {
        let sorted = entries.enumerated().sorted { first, second in
            if Self.precedes(first.element.key, second.element.key, keys) { return true }
            return first.element.key == second.element.key && first.offset < second.offset
        }
        entries.removeAll(keepingCapacity: true)
        for (_, entry) in sorted {
            if entries.last?.key == entry.key { entries.removeLast() }
            entries.append(entry)
        }
    }

    /// A map of entries that are in order already.
    package init(
        sorted entries: [Entry], of element: GoType = .any, keys: Keys = .string, named: NamedType? = nil
    ) {
        self.named = named
        self.entries = entries
        self.element = element
        self.keys = keys
        isNil = false
    }

    deinit {
        guard entries.contains(where: { Teardown.holdsValues($0.value) }) else { return }
        var values = surrender()
        Teardown.end(&values)
    }

    /// Hands over the values of a map that is about to go.
    func surrender() -> [Value] {
        defer { entries = [] }
        return entries.map(\.value)
    }

    package var count: Int { entries.count }

    package subscript(key: Text) -> Value? {
        let index = position(of: key)
        return index < entries.count && entries[index].key == key ? entries[index].value : nil
    }

    package subscript(key: String) -> Value? { self[Text(key)] }

    /// Adds or replaces a value.
    package func set(_ key: Text, _ value: Value) throws(FrozenMap) {
        if isFrozen { throw FrozenMap() }
        let index = position(of: key)
        if index < entries.count, entries[index].key == key {
            entries[index].value = value
        } else {
            entries.insert(Entry(key: key, value: value), at: index)
        }
    }

    package func remove(_ key: Text) throws(FrozenMap) {
        if isFrozen { throw FrozenMap() }
        let index = position(of: key)
        if index < entries.count, entries[index].key == key { entries.remove(at: index) }
    }

    /// The key at an index as the value that `range` and `keys` give.
    package func keyValue(at index: Int) -> Value {
        let key = entries[index].key
        return keys == .string ? .text(key) : .int(Int64(key.string) ?? 0)
    }

    /// The first place whose key does not precede the given one. New entries mostly come in order, so the
    /// end is tried first.
    private func position(of key: Text) -> Int {
        var low = 0
        var high = entries.count
        if let last = entries.last, Self.precedes(last.key, key, keys) { return high }
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(entries[middle].key, key, keys) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func precedes(_ a: Text, _ b: Text, _ keys: Keys) -> Bool {
        if keys == .string { return a < b }
        return (Int64(a.string) ?? 0) < (Int64(b.string) ?? 0)
    }
}

/// Thrown where a template changes data that other renders share; the runner starts over with a copy.
package struct FrozenMap: Error {}

extension MapValue {
    /// Makes this map, and all below it, one that renders may share. For data that was just made and that
    /// nobody else sees yet.
    package func freeze() {
        guard !isFrozen else { return }
        isFrozen = true
        for entry in entries { entry.value.freeze() }
    }

    /// A copy, tables below included, that may be changed.
    package func thawed() -> MapValue {
        if isNil { return self }
        let entries = entries.map { Entry(key: $0.key, value: $0.value.thawed()) }
        return MapValue(sorted: entries, of: element, keys: keys, named: named)
    }
}

extension Value {
    /// Freezes all maps below this value.
    package func freeze() {
        switch self {
        case .map(let map): map.freeze()
        case .list(let list): for item in list.items { item.freeze() }
        case .structure(let value), .pointer(let value, _): for field in value.fields { field.value.freeze() }
        default: break
        }
    }

    /// A copy in which every map is new and may be changed.
    package func thawed() -> Value {
        switch self {
        case .map(let map):
            return .map(map.thawed())
        case .list(let list) where !list.isNil:
            return .list(ListValue(list.items.map { $0.thawed() }, of: list.element, named: list.named))
        case .structure(let value):
            return .structure(value.thawed())
        case .pointer(let value, let isNil):
            return .pointer(isNil ? value : value.thawed(), isNil: isNil)
        default:
            return self
        }
    }
}
