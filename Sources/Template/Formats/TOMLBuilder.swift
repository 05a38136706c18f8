/// The tables of a TOML document while it is read, and where in them reading has come to.
struct TOMLBuilder {
    /// A table, which later sections may add to.
    final class Table {
        var items: [Text: Item] = [:]

        var value: Value { .map(MapValue(items.map { ($0.key, $0.value.value) })) }
    }

    enum Item {
        case value(Value)
        case table(Table)
        case tables([Table])

        var value: Value {
            switch self {
            case .value(let value): value
            case .table(let table): table.value
            case .tables(let tables): .list(ListValue(tables.map(\.value), of: .anyMap))
            }
        }
    }

    let root = Table()
    /// The table that keys go into.
    var context = TOMLKey(names: [])
    var currentKey: Text?
    /// The line of the last key.
    var position = 1
    /// Tables that are there because keys lead through them.
    private var implicit: Set<TOMLKey> = []
    private var arrays: Set<TOMLKey> = []

    // MARK: Sections

    mutating func open(_ key: TOMLKey, isList: Bool) throws(FunctionError) {
        try enter(key, isList: isList)
        arrays.remove(context)
    }

    private mutating func enter(_ key: TOMLKey, isList: Bool) throws(FunctionError) {
        guard let last = key.names.last else { return }
        var table = root
        var path = TOMLKey(names: [])
        for name in key.names.dropLast() {
            path.names.append(name)
            if table.items[name] == nil {
                implicit.insert(path)
                table.items[name] = .table(Table())
            }
            switch table.items[name] {
            case .table(let next): table = next
            case .tables(let list): table = list.last ?? table
            default: throw fail("Key '\(path.text)' was already created as a hash.")
            }
        }
        context = path
        if isList {
            switch table.items[last] {
            case nil: table.items[last] = .tables([Table()])
            case .tables(let list): table.items[last] = .tables(list + [Table()])
            default:
                throw fail("Key '\(key.text)' was already created and cannot be used as an array.")
            }
        } else {
            try put(.table(Table()), at: last)
        }
        context.names.append(last)
    }

    // MARK: Keys

    /// Goes to the table in which a key's last name stands.
    mutating func begin(_ key: TOMLKey) throws(FunctionError) {
        currentKey = key.names.last
        for name in key.names.dropLast() {
            let path = TOMLKey(names: context.names + [name])
            implicit.insert(path)
            try enter(path, isList: false)
        }
    }

    mutating func set(_ item: Item, isArray: Bool) throws(FunctionError) {
        guard let currentKey else { return }
        try put(item, at: currentKey)
        let path = TOMLKey(names: context.names + [currentKey])
        if isArray { arrays.insert(path) } else { arrays.remove(path) }
    }

    private mutating func put(_ item: Item, at key: Text) throws(FunctionError) {
        var table = root
        var path = TOMLKey(names: [])
        for name in context.names {
            path.names.append(name)
            switch table.items[name] {
            case .table(let next): table = next
            case .tables(let list): table = list.last ?? table
            default: throw fail("Key '\(path.text)' has already been defined.")
            }
        }
        path.names.append(key)
        guard table.items[key] != nil else {
            table.items[key] = item
            return
        }
        guard implicit.remove(path) != nil else { throw fail("Key '\(path.text)' has already been defined.") }
        if arrays.contains(path) { table.items[key] = item }
    }

    // MARK: Inline tables

    /// What to go back to behind an inline table.
    struct Place {
        let context: TOMLKey
        let key: Text?
    }

    /// Goes into the table that the current key is about to have.
    mutating func beginInline(inList: Bool) throws(FunctionError) -> Place {
        let place = Place(context: context, key: currentKey)
        let path = TOMLKey(names: context.names + (currentKey.map { [$0] } ?? [""]))
        currentKey = nil
        implicit.insert(path)
        try enter(path, isList: inList)
        return place
    }

    mutating func endInline(_ place: Place) {
        context = place.context
        currentKey = place.key
    }

    mutating func markArray() {
        guard let currentKey else { return }
        arrays.insert(TOMLKey(names: context.names + [currentKey]))
    }

    // MARK: Errors

    func fail(_ message: String) -> FunctionError { fail(message, line: position) }

    func fail(_ message: String, line: Int) -> FunctionError {
        var last = context.text
        if let currentKey, !currentKey.isEmpty {
            last = context.names.isEmpty ? currentKey.string : "\(last).\(currentKey.string)"
        }
        let place = last.isEmpty ? "" : " (last key \(GoQuoting.quoted(Text(last))))"
        return FunctionError("toml: line \(line)\(place): \(message)")
    }
}
