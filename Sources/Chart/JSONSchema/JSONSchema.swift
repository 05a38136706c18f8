import Template

/// A schema of JSON Schema, draft 4 to 2020-12, that a chart brings for its values.
struct JSONSchema {
    /// The edition whose rules hold.
    enum Draft: Int, Comparable {
        case draft4 = 4
        case draft6 = 6
        case draft7 = 7
        case draft2019 = 2019
        case draft2020 = 2020

        /// What `$schema` names; the newest for anything else.
        init(_ name: String) {
            let known: [(String, Draft)] = [
                ("draft-04", .draft4), ("draft-06", .draft6), ("draft-07", .draft7), ("2019-09", .draft2019),
            ]
            self = known.first { name.contains($0.0) }?.1 ?? .draft2020
        }

        static func < (a: Draft, b: Draft) -> Bool { a.rawValue < b.rawValue }
    }

    let root: Value
    let draft: Draft
    /// Schemas by the names that `$id`, `$anchor` and their kin give them.
    let names: SchemaNames

    init(_ text: [UInt8]) throws(ChartError) {
        do throws(FunctionError) {
            root = try JSONText.value(Text(bytes: text))
        } catch {
            throw ChartError("the schema is no JSON: \(error.message)")
        }
        draft = Draft(root.map?["$schema"]?.text?.string ?? "")
        names = SchemaNames(root, draft)
    }

    /// What is wrong with values; nothing where they meet the schema.
    func violation(of values: Value) throws(ChartError) -> SchemaViolation? {
        var check = SchemaCheck(schema: self)
        return try check.check(values, by: root, at: []).violation
    }
}

/// Where values do not meet a schema, and why.
struct SchemaViolation {
    enum Kind {
        /// Several at one place; they stand for themselves.
        case group
        /// What a reference led to.
        case reference
        case rule
    }

    let kind: Kind
    let path: [Text]
    let message: String
    var causes: [SchemaViolation] = []

    /// One line a violation, causes indented below.
    var text: String {
        let top = kind == .group ? causes : [self]
        return top.map { $0.lines(0) }.joined()
    }

    private func lines(_ indent: Int) -> String {
        if kind == .reference, causes.count == 1 { return causes[0].lines(indent) }
        let pointer = path.map { "/" + Self.escaped($0.string) }.joined()
        let own = String(repeating: "  ", count: indent) + "- at \(Self.quoted(pointer)): \(message)\n"
        return own + causes.map { $0.lines(indent + 1) }.joined()
    }

    private static func escaped(_ name: String) -> String {
        name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }

    /// In single quotes.
    static func quoted(_ text: String) -> String {
        let inside = GoQuoting.quoted(Text(text)).dropFirst().dropLast()
        var result = "'"
        var rest = inside[...]
        while let character = rest.popFirst() {
            if character == "\\", rest.first == "\"" { continue }
            result += character == "'" ? "\\'" : String(character)
        }
        return result + "'"
    }

    /// A value as messages show it.
    static func shown(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text.string)
        case .map, .list: "value"
        default: Printer.text(of: value).string
        }
    }
}

extension HelmChart {
    /// Holds the values of a chart and its subcharts against their schemas.
    func checkSchemas(_ values: MapValue) throws(ChartError) {
        let problems = try schemaProblems(values)
        guard problems.isEmpty else {
            throw ChartError(
                "values don't meet the specifications of the schema(s) in the following chart(s):\n\(problems)"
            )
        }
    }

    private func schemaProblems(_ values: MapValue) throws(ChartError) -> String {
        var text = ""
        if let schema {
            do throws(ChartError) {
                if let violation = try JSONSchema(schema).violation(of: .map(values)) {
                    text += "\(name):\n\(violation.text)"
                }
            } catch {
                text += "\(name):\n\(error.message)\n"
            }
        }
        for chart in dependencies {
            switch values[chart.name] {
            case nil, .null?: break
            case .map(let table)?: text += try chart.schemaProblems(table)
            case let other?:
                text +=
                    "\(chart.name):\ninvalid type for values: expected object (map), got \(other.typeName)\n"
            }
        }
        return text
    }
}
