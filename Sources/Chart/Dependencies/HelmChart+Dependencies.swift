import Template

extension HelmChart {
    /// Complains about subcharts that `Chart.yaml` names and `charts/` lacks.
    func checkDependencies() throws(ChartError) {
        let present = Set(dependencies.map(\.name))
        let missing = metadata.dependencies.map(\.name).filter { !present.contains($0) }
        guard !missing.isEmpty else { return }
        throw ChartError(
            "an error occurred while checking for chart dependencies. You may need to run 'helm dependency "
                + "build' to fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: "
                + missing.joined(separator: ", "))
    }

    /// The chart with the subcharts that the values choose, by their aliases, and with the values that it
    /// imports from them.
    func resolved(with user: MapValue, notes: inout [String]) throws(ChartError) -> HelmChart {
        var chart = self
        try chart.selectDependencies(user, "", &notes)
        try chart.importValues(&notes)
        return chart
    }

    /// Keeps the subcharts that tags and conditions do not turn off. A chart that names no subcharts keeps
    /// all.
    private mutating func selectDependencies(
        _ user: MapValue, _ path: String, _ notes: inout [String]
    ) throws(ChartError) {
        guard !metadata.dependencies.isEmpty else { return }
        var chosen = dependencies.filter { chart in
            !metadata.dependencies.contains { $0.isMet(by: chart) }
        }
        for index in metadata.dependencies.indices {
            let dependency = metadata.dependencies[index]
            if var chart = dependencies.first(where: dependency.isMet) {
                if !dependency.alias.isEmpty { chart.metadata.name = dependency.alias }
                chosen.append(chart)
            }
            if !dependency.alias.isEmpty { metadata.dependencies[index].name = dependency.alias }
        }
        dependencies = chosen
        let values = try values(with: user, notes: &notes)
        for index in metadata.dependencies.indices {
            metadata.dependencies[index].decide(values, path, &notes)
        }
        let off = Set(metadata.dependencies.filter { !$0.isEnabled }.map(\.name))
        dependencies.removeAll { off.contains($0.name) }
        metadata.dependencies.removeAll { off.contains($0.name) }
        for index in dependencies.indices {
            try dependencies[index].selectDependencies(values, path + dependencies[index].name + ".", &notes)
        }
    }

    /// Lays the chart's own values over those that it imports, subcharts first.
    private mutating func importValues(_ notes: inout [String]) throws(ChartError) {
        for index in dependencies.indices { try dependencies[index].importValues(&notes) }
        guard !metadata.dependencies.isEmpty else { return }
        let own = try values(with: MapValue(), keepsNulls: true, notes: &notes)
        var merge = TableMerge(keepsNulls: true)
        var imported = MapValue()
        for index in metadata.dependencies.indices {
            var imports: [Value] = []
            for entry in metadata.dependencies[index].importedValues {
                guard let (child, parent) = ChartDependency.paths(entry) else { continue }
                imports.append(
                    .map(MapValue([("child", .string(child)), ("parent", .string(parent))], of: .string)))
                let name = metadata.dependencies[index].name
                guard case .map(let table) = own.value(at: "\(name).\(child)") else {
                    notes.append("the chart \(name) has no table \(child) to import")
                    continue
                }
                imported = merge.merged(imported, over: Self.table(table, at: parent), "")
            }
            metadata.dependencies[index].importedValues = imports
        }
        values = merge.merged(own, over: imported, "")
        notes += merge.notes
    }

    /// A table within tables, so that it lies at a path; `.` is the top.
    private static func table(_ table: MapValue, at path: String) -> MapValue {
        if path == "." { return table }
        return path.split(separator: ".", omittingEmptySubsequences: false).reversed().reduce(table) {
            table, name in
            MapValue([(Text(String(name)), .map(table))])
        }
    }
}

extension ChartDependency {
    func isMet(by chart: HelmChart) -> Bool {
        chart.name == name && VersionConstraint.allows(chart.metadata.version, by: version)
    }

    /// Whether the subchart is used: by default it is; a tag may turn it off unless another one turns it
    /// on; a condition has the last word.
    mutating func decide(_ values: MapValue, _ path: String, _ notes: inout [String]) {
        var votes: [Bool] = []
        if case .map(let table) = values["tags"] {
            for tag in tags {
                guard let vote = table[tag] else { continue }
                if let vote = vote.bool {
                    votes.append(vote)
                } else {
                    notes.append("the tag \(tag) of the subchart \(name) is no Boolean")
                }
            }
        }
        isEnabled = votes.isEmpty || votes.contains(true)
        for text in condition.trimmed.split(separator: ",") {
            guard let value = values.value(at: path + text), value.map == nil else { continue }
            if let vote = value.bool {
                isEnabled = vote
                return
            }
            notes.append("the condition \(text) of the subchart \(name) is no Boolean")
        }
    }

    /// Where an entry of `import-values` takes values from, and where it puts them.
    static func paths(_ entry: Value) -> (child: String, parent: String)? {
        switch entry {
        case .text(let name): ("exports.\(name)", ".")
        case .map(let map):
            (Printer.text(of: map["child"] ?? .null).string, Printer.text(of: map["parent"] ?? .null).string)
        default: nil
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
