import Template

/// One walk of values along a schema.
struct SchemaCheck {
    /// What a schema said of a value.
    struct Outcome {
        var violation: SchemaViolation?
        /// What has been looked at, for `unevaluatedProperties` and `unevaluatedItems`.
        var properties: Set<Text> = []
        var items: Set<Int> = []

        mutating func merge(_ other: Outcome) {
            properties.formUnion(other.properties)
            items.formUnion(other.items)
        }
    }

    let schema: JSONSchema
    private var expressions: [Text: RegularExpression] = [:]
    /// The schemas that are being applied to the value at hand: one twice would go on for ever.
    private var active: [ObjectIdentifier] = []
    private var steps = 0

    /// Applications of a schema to a value; conditions within conditions multiply.
    private static let stepLimit = 250_000
    private static let depthLimit = 400
    private var depth = 0

    init(schema: JSONSchema) { self.schema = schema }

    var draft: JSONSchema.Draft { schema.draft }

    /// A value below the one at hand.
    mutating func checkChild(
        _ value: Value, by rule: Value, at path: [Text]
    ) throws(ChartError) -> SchemaViolation? {
        let outer = active
        active = []
        defer { active = outer }
        return try check(value, by: rule, at: path).violation
    }

    mutating func check(_ value: Value, by rule: Value, at path: [Text]) throws(ChartError) -> Outcome {
        steps += 1
        depth += 1
        defer { depth -= 1 }
        guard steps < Self.stepLimit, depth < Self.depthLimit else {
            throw ChartError("the schema takes too many steps to check")
        }
        switch rule {
        case .bool(true): return Outcome()
        case .bool(false): return Outcome(violation: Self.violation(path, "false schema"))
        case .map(let rules):
            let identity = ObjectIdentifier(rules)
            guard !active.contains(identity) else {
                throw ChartError("the schema refers to itself without end")
            }
            active.append(identity)
            defer { active.removeLast() }
            return try check(value, rules, path)
        default: throw ChartError("the schema holds a \(rule.kind) where a schema belongs")
        }
    }

    private mutating func check(_ value: Value, _ rules: MapValue, _ path: [Text]) throws(ChartError)
        -> Outcome
    {
        if let reference = rules["$ref"]?.text, draft < .draft2019 {
            return try follow(reference.string, value, path)
        }
        if let problem = try scalarProblem(value, rules) {
            return Outcome(violation: Self.violation(path, problem))
        }
        var outcome = Outcome()
        var violations: [SchemaViolation] = []
        for key in ["$ref", "$recursiveRef", "$dynamicRef"] where draft >= .draft2019 {
            guard let reference = rules[key]?.text else { continue }
            let result = try follow(reference.string, value, path)
            outcome.merge(result)
            if let violation = result.violation { violations.append(violation) }
        }
        switch value {
        case .map(let map): violations += try objectViolations(map, rules, path, &outcome)
        case .list(let list): violations += try arrayViolations(list.items, rules, path, &outcome)
        case .text(let text): violations += try textViolations(text, rules, path)
        case .null, .bool: break
        default: violations += numberViolations(value, rules, path)
        }
        violations += try conditionViolations(value, rules, path, &outcome)
        violations += try unevaluatedViolations(value, rules, path, &outcome)
        switch violations.count {
        case 0: break
        case 1: outcome = Outcome(violation: violations[0])
        default:
            let group = SchemaViolation(
                kind: .group, path: path, message: "validation failed", causes: violations)
            outcome = Outcome(violation: group)
        }
        return outcome
    }

    private mutating func follow(_ reference: String, _ value: Value, _ path: [Text]) throws(ChartError)
        -> Outcome
    {
        var outcome = try check(value, by: schema.names.schema(reference), at: path)
        if let found = outcome.violation {
            let causes = found.kind == .group ? found.causes : [found]
            outcome.violation = SchemaViolation(
                kind: .reference, path: path, message: "validation failed", causes: causes)
        }
        return outcome
    }

    mutating func expression(_ pattern: Text) throws(ChartError) -> RegularExpression {
        if let known = expressions[pattern] { return known }
        do throws(FunctionError) {
            let expression = try RegularExpression(pattern)
            expressions[pattern] = expression
            return expression
        } catch {
            throw ChartError("the schema's pattern \(pattern) is wrong: \(error.message)")
        }
    }

    static func violation(
        _ path: [Text], _ message: String, _ causes: [SchemaViolation] = []
    ) -> SchemaViolation {
        SchemaViolation(kind: .rule, path: path, message: message, causes: causes)
    }
}
