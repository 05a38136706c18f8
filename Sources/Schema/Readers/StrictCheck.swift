package import Diagnostics
package import YAML

/// Checks a tree against a message's declaration and reports every problem at once: unknown, duplicate,
/// missing and
/// mistyped fields, values out of range, two members of a one-of, unknown names of enumerations.
package struct StrictCheck {
    private let generation: Generation
    private var report: Report

    private init(_ generation: Generation, _ report: Report) {
        self.generation = generation
        self.report = report
    }

    /// Reports what is wrong with `node` as a message of type `type`, as `generation` reads JSON.
    package static func check(
        _ node: Node, as type: any Message.Type, _ generation: Generation, _ report: inout Report
    ) {
        var check = StrictCheck(generation, report)
        check.message(node, type.fields)
        report = check.report
    }

    private mutating func value(_ node: Node, _ shape: Shape, _ field: AnyField) {
        switch shape {
        case .message: if let fields = field.messageFields { message(node, fields) }
        case .list(let item): list(node, item, field)
        case .map(let item): map(node, item, field)
        default:
            if let problem = ScalarCheck(generation: generation).problem(with: node, as: shape) {
                report.add(problem, about: field, node)
            }
        }
    }

    private mutating func message(_ node: Node, _ fields: MessageFields) {
        guard case .map(let entries) = node.content else {
            report.error(
                .wrongType, "expected a map (\(fields.name)), found \(node.found)", at: .value(node.mark))
            return
        }
        var seen = FieldSet()
        // By position: a copy of the entry would count references that nobody needs.
        for position in entries.indices {
            if report.isFull { return }
            guard let index = fieldIndex(entries[position].key, fields) else {
                unknown(entries[position], fields)
                continue
            }
            // Null is absent; today's servers drop it where they do not refuse it.
            if entries[position].value.isNull { continue }
            seen.insert(index)
            let field = fields.all[index]
            value(entries[position].value, field.shape, field)
            if field.hasBounds { for rule in field.rules { enforce(rule, field, entries[position].value) } }
            if let deprecation = field.deprecation { deprecated(entries[position], field, deprecation) }
        }
        if !fields.required.isSubset(of: seen) { missing(seen, fields, node) }
        for group in fields.groups where group.overlap(seen) > 1 { exclusive(group, fields, entries) }
    }

    private func fieldIndex(_ key: String, _ fields: MessageFields) -> Int? {
        if let index = fields.index(named: key) { return index }
        return generation == .classic ? fields.index(protoNamed: key) : nil
    }

    private mutating func unknown(_ entry: Node.Entry, _ fields: MessageFields) {
        let camel = fields.field(protoNamed: entry.key)?.name
        let nearest = camel ?? Suggestion.nearest(to: entry.key, among: fields.all.map(\.name))
        let known = fields.all.map { "`\($0.name)`" }.joined(separator: ", ")
        report.error(
            .unknownField, "unknown field \"\(entry.key.escapingControls)\" in \(fields.name)",
            at: .key(entry.key, entry.keyMark),
            hint: nearest.map { "did you mean `\($0)`?" } ?? (known.isEmpty ? nil : "allowed: \(known)"))
    }

    private mutating func deprecated(_ entry: Node.Entry, _ field: AnyField, _ hint: String) {
        report.warning(
            .deprecatedField, "field \"\(field.name)\" is deprecated", at: .key(entry.key, entry.keyMark),
            hint: hint)
    }

    private mutating func missing(_ seen: FieldSet, _ fields: MessageFields, _ node: Node) {
        for (index, field) in fields.all.enumerated() where field.isRequired && !seen.contains(index) {
            report.error(
                .missingField, "missing required field \"\(field.name)\" of \(fields.name)",
                at: .missing(field.name, in: node.mark))
        }
    }

    /// Reports every member of the group but the first, in the order of the text.
    private mutating func exclusive(_ group: FieldSet, _ fields: MessageFields, _ entries: [Node.Entry]) {
        var first: AnyField?
        for entry in entries where !entry.value.isNull {
            guard let index = fieldIndex(entry.key, fields), group.contains(index) else { continue }
            let field = fields.all[index]
            guard let other = first else {
                first = field
                continue
            }
            guard other !== field else { continue }
            report.error(
                .exclusiveFields,
                "\"\(other.name)\" and \"\(field.name)\" exclude each other in \(fields.name)",
                at: .key(entry.key, entry.keyMark), hint: "keep one of them")
        }
    }

    private mutating func list(_ node: Node, _ item: Shape, _ field: AnyField) {
        guard case .list(let items) = node.content else {
            report.error(
                .wrongType, "expected a list for \"\(field.name)\", found \(node.found)",
                at: .value(node.mark))
            return
        }
        for element in items {
            if element.isNull {
                report.error(.wrongType, "an item of \"\(field.name)\" is null", at: .value(element.mark))
            } else {
                value(element, item, field)
            }
        }
    }

    private mutating func map(_ node: Node, _ item: Shape, _ field: AnyField) {
        guard case .map(let entries) = node.content else {
            report.error(
                .wrongType, "expected a map for \"\(field.name)\", found \(node.found)", at: .value(node.mark)
            )
            return
        }
        for entry in entries {
            // Null means something in free-form JSON.
            if case .value = item { continue }
            if entry.value.isNull {
                report.error(
                    .wrongType, "the value of \"\(entry.key.escapingControls)\" in \"\(field.name)\" is null",
                    at: .key(entry.key, entry.keyMark))
            } else {
                value(entry.value, item, field)
            }
        }
    }

    private mutating func enforce(_ rule: Rule, _ field: AnyField, _ node: Node) {
        switch rule {
        case .atLeast(let count):
            if let size = node.size(field.shape), size < count {
                report.error(
                    .outOfRange, "\"\(field.name)\" has \(size) \(node.unit), needs at least \(count)",
                    at: .value(node.mark))
            }
        case .atMost(let count):
            if let size = node.size(field.shape), size > count {
                report.error(
                    .outOfRange, "\"\(field.name)\" has \(size) \(node.unit), may have at most \(count)",
                    at: .value(node.mark))
            }
        case .range(let range):
            if let number = node.double, !range.contains(number) {
                report.error(
                    .outOfRange, "\"\(field.name)\" is \(node.found), must lie in \(range.shown)",
                    at: .value(node.mark))
            }
        case .minimumMilliseconds(let least):
            if let text = node.string, let duration = Duration(goText: text), duration < .milliseconds(least)
            {
                report.error(
                    .outOfRange, "\"\(field.name)\" is \(node.found), must be at least \(least)ms",
                    at: .value(node.mark))
            }
        case .eachAtMost(let count):
            for (name, item) in node.elements {
                guard let size = item.string?.unicodeScalars.count, size > count else { continue }
                report.error(
                    .outOfRange,
                    "\(name) of \"\(field.name)\" has \(size) characters, may have at most \(count)",
                    at: .value(item.mark))
            }
        case .eachAtLeast(let count):
            for (name, item) in node.elements {
                guard let size = item.string?.unicodeScalars.count, size < count else { continue }
                report.error(
                    .outOfRange,
                    "\(name) of \"\(field.name)\" has \(size) characters, needs at least \(count)",
                    at: .value(item.mark))
            }
        case .required, .expected, .oneOf, .protoName, .listKey, .pattern, .since, .deprecated: break
        }
    }
}

extension Report {
    fileprivate mutating func add(_ problem: ScalarProblem, about field: AnyField, _ node: Node) {
        error(
            problem.code, "\"\(field.name)\": \(problem.message), found \(node.found)", at: .value(node.mark),
            hint: problem.hint)
    }
}

extension Node {
    /// The size that `atLeast` and `atMost` speak of; nil for a value of another shape, which has its own
    /// finding.
    fileprivate func size(_ shape: Shape) -> Int? {
        switch (shape, content) {
        case (.string, .string(let text)): text.unicodeScalars.count
        case (.list, .list(let items)): items.count
        case (.map, .map(let entries)), (.message, .map(let entries)): entries.count
        default: nil
        }
    }

    /// The items of a list or the values of a map, with how messages call them.
    fileprivate var elements: [(name: String, value: Node)] {
        switch content {
        case .list(let items): items.map { ("an item", $0) }
        case .map(let entries): entries.map { ("\"\($0.key.excerpt.escapingControls)\"", $0.value) }
        default: []
        }
    }

    fileprivate var unit: String {
        switch content {
        case .string: "characters"
        case .list: "items"
        default: "entries"
        }
    }

    /// The value in words for messages, cut to a readable length: `string "abc"`, `number 5`, `a list`.
    package var found: String {
        switch content {
        case .string(let text): "string \"\(text.excerpt.escapingControls)\""
        case .int(let number): "number \(number)"
        case .unsigned(let number): "number \(number)"
        case .double(let number): "number \(number)"
        case .bool(let flag): "boolean \(flag)"
        default: kindName
        }
    }
}

extension String {
    fileprivate var excerpt: String { count > Self.longestExcerpt ? prefix(Self.longestExcerpt) + "…" : self }

    private static let longestExcerpt = 60
}

extension ClosedRange<Double> {
    fileprivate var shown: String { "\(lowerBound.shown)..\(upperBound.shown)" }
}

extension Code {
    package static let unknownField = Code("unknown-field")
    package static let wrongType = Code("wrong-type")
    package static let missingField = Code("missing-field")
    package static let outOfRange = Code("out-of-range")
    package static let exclusiveFields = Code("exclusive-fields")
    package static let unknownValue = Code("unknown-value")
    package static let deprecatedField = Code("deprecated-field")
}
