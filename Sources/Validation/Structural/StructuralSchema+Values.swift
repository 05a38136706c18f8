import YAML

extension StructuralSchema {
    /// What the limits say of a value of the right type.
    func valueProblems(_ node: Node, _ path: String) -> [Problem] {
        guard limits.map?.isEmpty == false else { return [] }
        var found = enumProblem(node, path).map { [$0] } ?? []
        if let text = node.string { found += textProblems(text, node, path) }
        if let number = node.double { found += numberProblems(number, node, path) }
        if let values = node.list { found += listProblems(values, node, path) }
        if let entries = node.map {
            found += countProblems("Properties", "properties", entries.count, node, path)
        }
        return found
    }

    private func limit(_ name: String) -> Int64? { limits[name]?.int }

    private func enumProblem(_ node: Node, _ path: String) -> Problem? {
        guard let allowed = limits["enum"]?.list, !allowed.contains(node) else { return nil }
        let list = allowed.map { JSONWriter.text($0, style: .compact) }.joined(separator: ", ")
        return Problem(
            reason: "FieldValueNotSupported", path: path,
            message: "Unsupported value: \(Problem.shown(node)): supported values: \(list)")
    }

    private func textProblems(_ text: String, _ node: Node, _ path: String) -> [Problem] {
        var found: [Problem] = []
        let length = Int64(text.unicodeScalars.count)
        if let most = limit("maxLength"), length > most {
            found.append(
                Problem(
                    reason: "FieldValueTooLong", path: path,
                    message: "Too long: may not be more than \(most) bytes"))
        }
        if let least = limit("minLength"), length < least {
            found.append(.invalid(path, node, "should be at least \(least) chars long"))
        }
        if let pattern = limits["pattern"]?.string,
            Expression.matches("(?s:.*)(?:\(pattern))(?s:.*)", text) == false
        {
            found.append(.invalid(path, node, "should match '\(pattern)'"))
        }
        if let format = limits["format"]?.string, !StringFormat.matches(text, format) {
            found.append(.invalid(path, node, "must be of type \(format): \(Problem.shown(node))"))
        }
        return found
    }

    private func numberProblems(_ number: Double, _ node: Node, _ path: String) -> [Problem] {
        var found: [Problem] = []
        if let most = limits["maximum"]?.double {
            let excludes = limits["exclusiveMaximum"]?.bool ?? false
            if excludes ? number >= most : number > most {
                let word = excludes ? "less than" : "less than or equal to"
                found.append(.invalid(path, node, "should be \(word) \(shown("maximum"))"))
            }
        }
        if let least = limits["minimum"]?.double {
            let excludes = limits["exclusiveMinimum"]?.bool ?? false
            if excludes ? number <= least : number < least {
                let word = excludes ? "greater than" : "greater than or equal to"
                found.append(.invalid(path, node, "should be \(word) \(shown("minimum"))"))
            }
        }
        if let step = limits["multipleOf"]?.double, step > 0, number.remainder(dividingBy: step) != 0 {
            found.append(.invalid(path, node, "should be a multiple of \(shown("multipleOf"))"))
        }
        if let format = limits["format"]?.string, let range = Self.ranges[format], !range.contains(number) {
            found.append(.invalid(path, node, "must be of type \(format): \(Problem.shown(node))"))
        }
        return found
    }

    private static let ranges: [String: ClosedRange<Double>] = [
        "int32": Double(Int32.min)...Double(Int32.max), "int64": Double(Int64.min)...Double(Int64.max),
    ]

    private func shown(_ name: String) -> String { limits[name].map(Problem.shown) ?? "" }

    private func listProblems(_ values: [Node], _ node: Node, _ path: String) -> [Problem] {
        var found = countProblems("Items", "items", values.count, node, path)
        let type = limits["x-kubernetes-list-type"]?.string
        let isSet = type == "set" || limits["uniqueItems"]?.bool == true
        guard isSet || type == "map" else { return found }
        let keys = (limits["x-kubernetes-list-map-keys"]?.list ?? []).compactMap(\.string)
        var seen: Set<String> = []
        for (index, value) in values.enumerated() {
            let key =
                isSet
                ? value
                : Node(
                    keys.map { Node.Entry($0, value[$0] ?? items.first?.property($0)?.defaultValue ?? .null) }
                )
            if !seen.insert(JSONWriter.text(key, style: .compact)).inserted {
                found.append(
                    Problem(
                        reason: "FieldValueDuplicate", path: "\(path)[\(index)]",
                        message: "Duplicate value: \(JSONWriter.text(key, style: .compact))"))
            }
        }
        return found
    }

    private func countProblems(_ name: String, _ word: String, _ count: Int, _ node: Node, _ path: String)
        -> [Problem]
    {
        var found: [Problem] = []
        if let most = limit("max\(name)"), count > most {
            found.append(
                Problem(
                    reason: "FieldValueTooMany", path: path,
                    message: "Too many: \(count): must have at most \(most) \(word)"))
        }
        if let least = limit("min\(name)"), count < least {
            found.append(.invalid(path, node, "should have at least \(least) \(word)"))
        }
        return found
    }
}
