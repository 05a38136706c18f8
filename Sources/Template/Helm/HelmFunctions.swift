/// The functions that only Helm's engine can offer.
enum HelmFunctions {
    /// What Helm calls its set, and what `tpl` renders.
    static let setName = "gotpl"
    /// How often `include` may be in the middle of one template.
    private static let includeLimit = 1_000
    /// How many texts of `tpl` are kept parsed.
    private static let expandedLimit = 64

    static let all = [
        Function("include", [.string, .any], returns: .string) { arguments, evaluation in
            .text(try include(arguments[0].text ?? "", arguments[1], evaluation))
        },
        Function("tpl", [.string, .any], returns: .string) { arguments, evaluation in
            .text(try expand(arguments[0].text ?? "", arguments[1], evaluation))
        },
        Function("required", .string, .any) { arguments in
            if arguments[1].isNull || arguments[1].text?.isEmpty == true {
                throw notice(arguments[0])
            }
            return arguments[1]
        },
        Function("fail", .string, returns: .string) { arguments in
            throw notice(arguments[0])
        },
        // There is no cluster to ask.
        Function("lookup", .string, .string, .string, .string, returns: .anyMap) { _ in .map(MapValue()) },
    ]

    private static func notice(_ text: Value) -> FunctionError {
        let text = text.text?.string ?? ""
        return FunctionError(text, notice: text)
    }

    private static func include(_ name: Text, _ data: Value, _ evaluation: Evaluation) throws -> Text {
        let name = name.string
        let count = evaluation.includes[name, default: 0]
        if count > includeLimit {
            throw FunctionError(
                "rendering template has a nested reference name: \(name): unable to execute template")
        }
        evaluation.includes[name] = count + 1
        defer { evaluation.includes[name] = count }
        return Text(bytes: try evaluation.render(name, data))
    }

    /// Renders a text with all templates of the set in sight; what it defines nobody else sees.
    private static func expand(_ text: Text, _ data: Value, _ evaluation: Evaluation) throws -> Text {
        // Most texts that may be templates are none.
        guard evaluation.templates.isTemplate(text) else {
            return Text(bytes: withoutNoValue(text.bytes))
        }
        if evaluation.expansions >= Limits.expansionDepth {
            throw FunctionError("exceeded maximum depth of tpl (\(Limits.expansionDepth))")
        }
        let outside = evaluation.templates
        evaluation.templates = try parsed(text, evaluation)
        evaluation.expansions += 1
        defer {
            evaluation.templates = outside
            evaluation.expansions -= 1
        }
        do {
            return Text(bytes: withoutNoValue(try evaluation.render(setName, data)))
        } catch let error as TemplateError {
            throw FunctionError(
                "error during tpl function execution for \(GoQuoting.quoted(text)): \(error.message)",
                notice: error.notice)
        }
    }

    private static func parsed(_ text: Text, _ evaluation: Evaluation) throws -> TemplateSet {
        if evaluation.expansions == 0, let set = evaluation.expanded[text] { return set }
        var set = evaluation.templates.forked()
        do {
            try set.parse(setName, text, alone: true)
        } catch {
            throw FunctionError("cannot parse template \(GoQuoting.quoted(text)): \(error.message)")
        }
        if evaluation.expansions == 0 {
            if evaluation.expanded.count >= expandedLimit { evaluation.expanded = [:] }
            evaluation.expanded[text] = set
        }
        return set
    }

    /// Helm removes what Go prints for nothing, also where an author wrote it.
    static func withoutNoValue(_ bytes: [UInt8]) -> [UInt8] {
        let word = Array("<no value>".utf8)
        var result: [UInt8] = []
        var start = 0
        var index = 0
        while let found = bytes[index...].firstIndex(of: word[0]) {
            guard bytes[found...].starts(with: word) else {
                index = found + 1
                continue
            }
            result += bytes[start..<found]
            start = found + word.count
            index = start
        }
        if start == 0 { return bytes }
        return result + bytes[start...]
    }
}
