import Template

extension SchemaCheck {
    mutating func arrayViolations(
        _ items: [Value], _ rules: MapValue, _ path: [Text], _ outcome: inout Outcome
    ) throws(ChartError) -> [SchemaViolation] {
        var violations = Self.countViolations(items.count, rules, ("minItems", "maxItems"), path)
        if rules["uniqueItems"]?.bool == true, let twins = Self.twins(items) {
            violations.append(Self.violation(path, "items at \(twins.0) and \(twins.1) are equal"))
        }
        let isNew = draft >= .draft2020
        let first = isNew ? rules["prefixItems"]?.list : rules["items"]?.list
        let others = isNew ? rules["items"] : first == nil ? rules["items"] : rules["additionalItems"]
        let count = min(first?.items.count ?? 0, items.count)
        for index in items.indices {
            guard let rule = index < count ? first?.items[index] : others else { continue }
            if index >= count, !isNew, first != nil, case .bool(false) = rule {
                let words = "last \(items.count - count) additionalItem(s) not allowed"
                violations.append(Self.violation(path, words))
                break
            }
            outcome.items.insert(index)
            let place = path + [Text(String(index))]
            violations += try checkChild(items[index], by: rule, at: place).map { [$0] } ?? []
        }
        if let rule = rules["contains"], draft >= .draft6 {
            violations += try containsViolations(items, rule, rules, path, &outcome)
        }
        return violations
    }

    private mutating func containsViolations(
        _ items: [Value], _ rule: Value, _ rules: MapValue, _ path: [Text], _ outcome: inout Outcome
    ) throws(ChartError) -> [SchemaViolation] {
        var matches: [Int] = []
        var misses: [SchemaViolation] = []
        for (index, item) in items.enumerated() {
            if let found = try checkChild(item, by: rule, at: path + [Text(String(index))]) {
                misses.append(found)
            } else {
                matches.append(index)
                if draft >= .draft2020 { outcome.items.insert(index) }
            }
        }
        let isNew = draft >= .draft2019
        let least = (isNew ? rules["minContains"]?.asNumber : nil) ?? 1
        if Double(matches.count) < least {
            let words =
                least == 1
                ? "no items match contains schema"
                : "\(matches.count) items match contains schema, want at least \(Int(exactly: least) ?? .max)"
            return [Self.violation(path, words, misses)]
        }
        if isNew, let most = rules["maxContains"]?.asNumber, Double(matches.count) > most {
            let words =
                "\(matches.count) items match contains schema, want at most \(Int(exactly: most) ?? 0)"
            return [Self.violation(path, words)]
        }
        return []
    }

    /// The places of the first two items that are the same.
    private static func twins(_ items: [Value]) -> (Int, Int)? {
        // Texts, which lists mostly are of, need not be compared pair by pair.
        var texts: [Text: Int] = [:]
        var others: [Int] = []
        for (index, item) in items.enumerated() {
            if case .text(let text) = item {
                if let first = texts[text] { return (first, index) }
                texts[text] = index
            } else {
                if let first = others.first(where: { items[$0].equalsJSON(item) }) { return (first, index) }
                others.append(index)
            }
        }
        return nil
    }

    mutating func conditionViolations(
        _ value: Value, _ rules: MapValue, _ path: [Text], _ outcome: inout Outcome
    ) throws(ChartError) -> [SchemaViolation] {
        var violations: [SchemaViolation] = []
        if let rule = rules["not"], try check(value, by: rule, at: path).violation == nil {
            violations.append(Self.violation(path, "not failed"))
        }
        for (key, least) in [("allOf", Int.max), ("anyOf", 1), ("oneOf", 1)] {
            guard let choices = rules[key]?.list?.items, !choices.isEmpty else { continue }
            var failures: [SchemaViolation] = []
            var matches: [Int] = []
            for (index, rule) in choices.enumerated() {
                let result = try check(value, by: rule, at: path)
                outcome.merge(result)
                if let found = result.violation { failures.append(found) } else { matches.append(index) }
            }
            if key == "oneOf", matches.count > 1 {
                let words = "'oneOf' failed, subschemas \(matches[0]), \(matches[1]) matched"
                violations.append(Self.violation(path, words))
            } else if matches.count < min(least, choices.count) {
                let words = "'\(key)' failed" + (key == "oneOf" ? ", none matched" : "")
                violations.append(Self.violation(path, words, failures))
            }
        }
        if let rule = rules["if"], draft >= .draft7 {
            let result = try check(value, by: rule, at: path)
            outcome.merge(result)
            if let next = rules[result.violation == nil ? "then" : "else"] {
                let result = try check(value, by: next, at: path)
                outcome.merge(result)
                violations += result.violation.map { [$0] } ?? []
            }
        }
        return violations
    }
}
