import Template

extension SchemaCheck {
    mutating func objectViolations(
        _ map: MapValue, _ rules: MapValue, _ path: [Text], _ outcome: inout Outcome
    ) throws(ChartError) -> [SchemaViolation] {
        var violations = Self.countViolations(map.count, rules, ("minProperties", "maxProperties"), path)
        let missing = Self.missing(rules["required"], in: map)
        if !missing.isEmpty {
            let word = missing.count == 1 ? "property" : "properties"
            violations.append(Self.violation(path, "missing \(word) \(Self.listed(missing))"))
        }
        violations += try dependencyViolations(map, rules, path, &outcome)
        violations += try propertyViolations(map, rules, path, &outcome)
        if let names = rules["propertyNames"], draft >= .draft6 {
            for entry in map.entries {
                guard let found = try checkChild(.text(entry.key), by: names, at: []) else { continue }
                let word = SchemaViolation.quoted(entry.key.string)
                violations.append(Self.violation(path, "invalid propertyName \(word)", [found]))
            }
        }
        return violations
    }

    private mutating func propertyViolations(
        _ map: MapValue, _ rules: MapValue, _ path: [Text], _ outcome: inout Outcome
    ) throws(ChartError) -> [SchemaViolation] {
        var violations: [SchemaViolation] = []
        var unknown: [String] = []
        let properties = rules["properties"]?.map
        let patterns = rules["patternProperties"]?.map?.entries ?? []
        for entry in map.entries {
            var isKnown = false
            let place = path + [entry.key]
            if let rule = properties?[entry.key] {
                isKnown = true
                violations += try checkChild(entry.value, by: rule, at: place).map { [$0] } ?? []
            }
            for pattern in patterns where try expression(pattern.key).matches(entry.key) {
                isKnown = true
                violations += try checkChild(entry.value, by: pattern.value, at: place).map { [$0] } ?? []
            }
            if !isKnown, let additional = rules["additionalProperties"] {
                isKnown = true
                if case .bool(false) = additional {
                    unknown.append(entry.key.string)
                } else if let found = try checkChild(entry.value, by: additional, at: place) {
                    violations.append(found)
                }
            }
            if isKnown { outcome.properties.insert(entry.key) }
        }
        if !unknown.isEmpty {
            violations.append(
                Self.violation(path, "additional properties \(Self.listed(unknown)) not allowed"))
        }
        return violations
    }

    /// What a property demands of the object that has it.
    private mutating func dependencyViolations(
        _ map: MapValue, _ rules: MapValue, _ path: [Text], _ outcome: inout Outcome
    ) throws(ChartError) -> [SchemaViolation] {
        var keys = ["dependencies"]
        if draft >= .draft2019 { keys += ["dependentSchemas", "dependentRequired"] }
        var violations: [SchemaViolation] = []
        for key in keys {
            for entry in rules[key]?.map?.entries ?? [] where map[entry.key] != nil {
                if entry.value.list != nil {
                    let missing = Self.missing(entry.value, in: map)
                    guard !missing.isEmpty else { continue }
                    let words =
                        "properties \(Self.listed(missing)) required, if "
                        + "\(SchemaViolation.quoted(entry.key.string)) exists"
                    violations.append(Self.violation(path, words))
                } else {
                    let result = try check(.map(map), by: entry.value, at: path)
                    outcome.merge(result)
                    violations += result.violation.map { [$0] } ?? []
                }
            }
        }
        return violations
    }

    private static func missing(_ names: Value?, in map: MapValue) -> [String] {
        (names?.list?.items ?? []).compactMap(\.text).filter { map[$0] == nil }.map(\.string)
    }

    private static func listed(_ names: [String]) -> String {
        names.map(SchemaViolation.quoted).joined(separator: ", ")
    }

    /// Holds what no other rule has looked at against `unevaluatedProperties` and `unevaluatedItems`.
    mutating func unevaluatedViolations(
        _ value: Value, _ rules: MapValue, _ path: [Text], _ outcome: inout Outcome
    ) throws(ChartError) -> [SchemaViolation] {
        guard draft >= .draft2019 else { return [] }
        var violations: [SchemaViolation] = []
        if case .map(let map) = value, let rule = rules["unevaluatedProperties"] {
            for entry in map.entries where outcome.properties.insert(entry.key).inserted {
                violations += try checkChild(entry.value, by: rule, at: path + [entry.key]).map { [$0] } ?? []
            }
        }
        if case .list(let list) = value, let rule = rules["unevaluatedItems"] {
            for (index, item) in list.items.enumerated() where outcome.items.insert(index).inserted {
                violations +=
                    try checkChild(item, by: rule, at: path + [Text(String(index))]).map { [$0] } ?? []
            }
        }
        return violations
    }
}
