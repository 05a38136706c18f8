import Template

/// How one table of values is laid over another.
struct TableMerge {
    /// Whether null stays as a value, for a later stage to remove what it stands for; otherwise it removes
    /// the value below it.
    let keepsNulls: Bool
    /// What was passed over, for people.
    var notes: [String] = []

    /// `above` where both say something; nil stands for what is not there.
    mutating func merged(_ above: MapValue, over below: MapValue, _ path: String) -> MapValue {
        var entries: [(Text, Value)] = []
        for entry in above.entries {
            guard let under = below[entry.key] else {
                entries.append((entry.key, entry.value))
                continue
            }
            if entry.value.isNull {
                if keepsNulls || under.isNull { entries.append((entry.key, .null)) }
                continue
            }
            let place = Self.path(path, entry.key)
            var value = entry.value
            switch (entry.value.map, under.map) {
            case (let own?, let other?): value = .map(merged(own, over: other, place))
            case (nil, _?): notes.append("cannot overwrite table with non table for \(place)")
            case (_?, nil) where !under.isNull:
                notes.append("destination for \(place) is a table; ignoring its non-table value")
            default: break
            }
            entries.append((entry.key, value))
        }
        for entry in below.entries where above[entry.key] == nil { entries.append((entry.key, entry.value)) }
        return MapValue(entries)
    }

    static func path(_ path: String, _ key: Text) -> String { path.isEmpty ? key.string : "\(path).\(key)" }
}

extension MapValue {
    /// The same without nulls, in tables below too.
    var withoutNulls: MapValue {
        MapValue(
            entries.filter { !$0.value.isNull }.map { entry in
                (entry.key, entry.value.map.map { .map($0.withoutNulls) } ?? entry.value)
            })
    }

    /// The value at a path with dots between the names of tables.
    func value(at path: some StringProtocol) -> Value? {
        var names = path.split(separator: ".", omittingEmptySubsequences: false).map { Text(String($0)) }
        guard let last = names.popLast() else { return nil }
        var table = self
        for name in names {
            guard case .map(let inner) = table[name] else { return nil }
            table = inner
        }
        return table[last]
    }
}
