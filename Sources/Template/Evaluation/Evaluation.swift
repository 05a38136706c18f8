/// One render: what a template and all that it calls share. It runs in one thread.
package final class Evaluation {
    /// The templates in force; `tpl` puts a larger set here while it renders.
    package internal(set) var templates: TemplateSet
    /// How often each template is being rendered by `include`.
    var includes: [String: Int] = [:]

    var output: [UInt8] = []
    var variables: [Variable] = []
    /// Where the variables of the template at work begin.
    var variableBase = 0
    var definition: Definition
    /// The piece of syntax that a failure is blamed on. Not owned: the set of templates keeps all syntax.
    unowned(unsafe) var current: Syntax
    var steps = 0
    var callDepth = 0
    var depth = 0
    /// What `tpl` made of texts, for loops that render one text again and again.
    var expanded: [Text: TemplateSet] = [:]
    /// Compiled regular expressions, for loops that use one again and again.
    var expressions: [Text: RegularExpression] = [:]
    /// How many texts of `tpl` are being rendered.
    var expansions = 0

    struct Variable {
        let number: Int
        var operand: Operand
    }

    private static let nowhere = Definition("", Source("", []), [])
    private static let nothing = Syntax(0)

    package init(_ templates: TemplateSet) {
        self.templates = templates
        definition = Self.nowhere
        current = Self.nothing
    }

    /// The whole output of a template.
    package func render(_ name: String, _ data: Value) throws -> [UInt8] {
        guard let definition = templates[name] else {
            throw TemplateError(
                .execute, name,
                "template: no template \(GoQuoting.quoted(Text(name))) associated with template "
                    + GoQuoting.quoted(Text(templates.name)))
        }
        let outside = (self.definition, variableBase, output)
        let (node, count) = (current, variables.count)
        output = []
        defer {
            (self.definition, variableBase, output) = outside
            current = node
            variables.removeLast(variables.count - count)
        }
        try run(definition, Operand(data).unwrapped)
        return output
    }

    /// The failure that Go reports for what is being evaluated.
    func failure(_ message: String, notice: String? = nil, causes: [String] = []) -> TemplateError {
        let place = definition.source.place(of: current.position)
        let name = definition.source.name
        return TemplateError(
            .execute, definition.name, line: place.line, column: place.column,
            "template: \(name):\(place.line):\(place.column): executing "
                + "\(GoQuoting.quoted(Text(definition.name))) at <\(current.text)>: \(message)",
            notice: notice, causes: causes)
    }

    func step() throws {
        steps += 1
        if steps > templates.stepLimit {
            throw failure("exceeded \(templates.stepLimit) evaluation steps")
        }
    }
}
