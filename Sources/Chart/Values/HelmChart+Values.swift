import Template

extension HelmChart {
    /// What the chart's templates see as `.Values`: the user's values over the chart's own, subcharts'
    /// below their names, and in every table `global` what is global. With `keepsNulls` what null removes
    /// is still there to see.
    func values(
        with user: MapValue, keepsNulls: Bool = false, notes: inout [String]
    ) throws(ChartError) -> MapValue {
        var merge = TableMerge(keepsNulls: keepsNulls)
        defer { notes += merge.notes }
        return try values(user, "", &merge)
    }

    private func values(_ user: MapValue, _ path: String, _ merge: inout TableMerge) throws(ChartError)
        -> MapValue
    {
        let place = TableMerge.path(path, Text(name))
        let own = ownValues(under: user, place, &merge)
        return try subchartValues(own, place, &merge)
    }

    /// The user's values over the chart's own.
    private func ownValues(under user: MapValue, _ path: String, _ merge: inout TableMerge) -> MapValue {
        let subcharts = Set(dependencies.map { Text($0.name) })
        var entries: [(Text, Value)] = []
        for entry in user.entries {
            guard let default_ = values[entry.key] else {
                entries.append((entry.key, entry.value))
                continue
            }
            if entry.value.isNull, !merge.keepsNulls { continue }
            guard case .map(let table) = entry.value else {
                entries.append((entry.key, entry.value))
                continue
            }
            guard case .map(let below) = default_ else {
                if !default_.isNull {
                    merge.notes.append("skipped value for \(path).\(entry.key): Not a table.")
                }
                entries.append((entry.key, entry.value))
                continue
            }
            // A subchart's table still meets the defaults of the subchart, which nulls are to remove.
            var inner = TableMerge(keepsNulls: merge.keepsNulls || subcharts.contains(entry.key))
            let merged = inner.merged(
                table, over: inner.keepsNulls ? below : below.withoutNulls, TableMerge.path(path, entry.key))
            merge.notes += inner.notes
            entries.append((entry.key, .map(merged)))
        }
        for entry in values.entries where user[entry.key] == nil {
            if merge.keepsNulls {
                entries.append((entry.key, entry.value.thawed()))
            } else if case .map(let table) = entry.value {
                entries.append((entry.key, .map(table.withoutNulls)))
            } else if !entry.value.isNull {
                entries.append((entry.key, entry.value))
            }
        }
        return MapValue(entries)
    }

    private func subchartValues(
        _ own: MapValue, _ path: String, _ merge: inout TableMerge
    ) throws(ChartError) -> MapValue {
        var result = own
        for chart in dependencies {
            let key = Text(chart.name)
            let table: MapValue
            switch result[key] {
            case nil: table = MapValue()
            case .map(let map): table = map
            case let other?:
                throw ChartError("type mismatch on \(chart.name): \(Self.asBoolean(other))")
            }
            let withGlobals = Self.globals(of: result, in: table, path, &merge)
            let values = try chart.values(withGlobals, path, &merge)
            result = MapValue(result.entries.map { ($0.key, $0.value) } + [(key, .map(values))])
        }
        return result
    }

    /// What Go's `%t` makes of a value that is no Boolean.
    private static func asBoolean(_ value: Value) -> String {
        if value.isNull { return "%!t(<nil>)" }
        return value.bool.map(String.init) ?? "%!t(\(value.typeName)=\(Printer.text(of: value)))"
    }

    private static let global: Text = "global"

    /// The globals of a table, empty where it has none; nil, with a note, where they are no table.
    private static func globals(
        of table: MapValue, _ side: String, _ merge: inout TableMerge
    ) -> MapValue? {
        guard let found = table[global] else { return MapValue() }
        if found.map == nil {
            merge.notes.append("skipping globals because \(side) global is not a table.")
        }
        return found.map
    }

    /// A subchart's table with its parent's globals over its own.
    private static func globals(
        of parent: MapValue, in table: MapValue, _ path: String, _ merge: inout TableMerge
    ) -> MapValue {
        guard let own = globals(of: table, "destination", &merge),
            let others = globals(of: parent, "source", &merge)
        else { return table }
        var entries = own.entries.map { ($0.key, $0.value) }
        for entry in others.entries {
            switch (entry.value.map, own[entry.key]) {
            case (let above?, nil): entries.append((entry.key, .map(MapValue(sorted: above.entries))))
            case (let above?, .map(let below)?):
                var inner = TableMerge(keepsNulls: true)
                let merged = inner.merged(above, over: below, TableMerge.path(path, entry.key))
                merge.notes += inner.notes
                entries.append((entry.key, .map(merged)))
            case (_?, _): merge.notes.append("cannot merge map onto non-map for \"\(entry.key)\"")
            case (nil, .map): merge.notes.append("key \(entry.key) is table")
            case (nil, _): entries.append((entry.key, entry.value))
            }
        }
        return MapValue(
            table.entries.map { ($0.key, $0.value) } + [(global, .map(MapValue(entries)))])
    }
}
