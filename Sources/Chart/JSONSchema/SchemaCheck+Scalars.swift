import Template

extension SchemaCheck {
    /// What is wrong with a value as a whole: its type, or that another one was wanted.
    mutating func scalarProblem(_ value: Value, _ rules: MapValue) throws(ChartError) -> String? {
        if let problem = try typeProblem(value, rules["type"]) { return problem }
        if let wanted = rules["const"], draft >= .draft6, !value.equalsJSON(wanted) {
            return wanted.isComposed ? "const failed" : "value must be \(SchemaViolation.shown(wanted))"
        }
        if let choices = rules["enum"]?.list?.items, !choices.contains(where: value.equalsJSON) {
            if choices.contains(where: \.isComposed) { return "enum failed" }
            let words = choices.map(SchemaViolation.shown).joined(separator: ", ")
            return "value must be \(choices.count == 1 ? "" : "one of ")\(words)"
        }
        // Newer drafts take formats as remarks.
        if draft < .draft2019, let format = rules["format"]?.text?.string, case .text(let text) = value,
            let problem = TextFormat.problem(text, format)
        {
            return "\(SchemaViolation.quoted(text.string)) is not valid \(format): \(problem)"
        }
        return nil
    }

    private func typeProblem(_ value: Value, _ types: Value?) throws(ChartError) -> String? {
        let names: [String]
        switch types {
        case nil: return nil
        case .text(let name)?: names = [name.string]
        case let other?: names = (other.list?.items ?? []).compactMap { $0.text?.string }
        }
        for name in names where !Self.types.contains(name) {
            throw ChartError("the schema wants the type \(name), which there is not")
        }
        let own = value.jsonType
        let fits = names.contains(own) || names.contains("integer") && value.isWhole
        return fits ? nil : "got \(own), want \(names.joined(separator: " or "))"
    }

    private static let types: Set = ["null", "boolean", "object", "array", "number", "string", "integer"]

    mutating func textViolations(
        _ text: Text, _ rules: MapValue, _ path: [Text]
    ) throws(ChartError) -> [SchemaViolation] {
        var violations = Self.countViolations(
            text.string.unicodeScalars.count, rules, ("minLength", "maxLength"), path)
        if let pattern = rules["pattern"]?.text, try !expression(pattern).matches(text) {
            let words = (SchemaViolation.quoted(text.string), SchemaViolation.quoted(pattern.string))
            violations.append(Self.violation(path, "\(words.0) does not match pattern \(words.1)"))
        }
        return violations
    }

    /// Too few or too many of something.
    static func countViolations(
        _ count: Int, _ rules: MapValue, _ keys: (least: String, most: String), _ path: [Text]
    ) -> [SchemaViolation] {
        var violations: [SchemaViolation] = []
        if let least = rules[keys.least]?.asNumber, Double(count) < least {
            violations.append(violation(path, "\(keys.least): got \(count), want \(shown(least))"))
        }
        if let most = rules[keys.most]?.asNumber, Double(count) > most {
            violations.append(violation(path, "\(keys.most): got \(count), want \(shown(most))"))
        }
        return violations
    }

    func numberViolations(_ value: Value, _ rules: MapValue, _ path: [Text]) -> [SchemaViolation] {
        guard let number = value.asNumber else { return [] }
        var violations: [SchemaViolation] = []
        func check(_ key: String, _ limit: Double?, _ holds: (Double, Double) -> Bool) {
            guard let limit, !holds(number, limit) else { return }
            let words = "\(key): got \(Self.shown(number)), want \(Self.shown(limit))"
            violations.append(Self.violation(path, words))
        }
        // Draft 4 makes a limit exclusive with a Boolean beside it.
        let isAbove = rules["exclusiveMinimum"]?.bool == true
        let isBelow = rules["exclusiveMaximum"]?.bool == true
        let (least, most) = (rules["minimum"]?.asNumber, rules["maximum"]?.asNumber)
        if isAbove { check("exclusiveMinimum", least, >) } else { check("minimum", least, >=) }
        if isBelow { check("exclusiveMaximum", most, <) } else { check("maximum", most, <=) }
        check("exclusiveMinimum", rules["exclusiveMinimum"]?.asNumber, >)
        check("exclusiveMaximum", rules["exclusiveMaximum"]?.asNumber, <)
        check("multipleOf", rules["multipleOf"]?.asNumber) { number, factor in
            let quotient = number / factor
            return factor == 0 || abs(quotient - quotient.rounded()) < 1e-9
        }
        return violations
    }

    private static func shown(_ number: Double) -> String { Printer.text(of: .float(number)).string }
}

extension Value {
    /// The name of its type in JSON.
    var jsonType: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .text: "string"
        case .map: "object"
        case .list: "array"
        default: "number"
        }
    }

    var asNumber: Double? {
        switch self {
        case .int(let number, _): Double(number)
        case .uint(let number, _): Double(number)
        case .float(let number): number
        default: nil
        }
    }

    var isWhole: Bool { asNumber.map { $0.rounded() == $0 } ?? false }

    var isComposed: Bool { map != nil || list != nil }

    /// Whether both are the same in JSON, where 1 is 1.0.
    func equalsJSON(_ other: Value) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.text(let a), .text(let b)): a == b
        case (.list(let a), .list(let b)):
            a.items.count == b.items.count && zip(a.items, b.items).allSatisfy { $0.equalsJSON($1) }
        case (.map(let a), .map(let b)):
            a.count == b.count && a.entries.allSatisfy { b[$0.key].map($0.value.equalsJSON) ?? false }
        default: asNumber != nil && asNumber == other.asNumber
        }
    }
}
