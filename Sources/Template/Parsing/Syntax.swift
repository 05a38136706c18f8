/// A piece of a parsed template that messages can point at.
class Syntax: @unchecked Sendable {
    // Unchecked only because it is a base class: all that it and its final subclasses hold is constant.
    let position: Int

    init(_ position: Int) { self.position = position }

    /// The piece as Go's parser would print it.
    var text: String { "" }
}

/// Something that has a value.
final class Expression: Syntax, @unchecked Sendable {
    enum Form {
        case bool(Bool)
        case dot
        case null
        case number(NumberLiteral)
        case string(Text, literal: String)
        /// `.a.b`
        case field([Text])
        /// `$x.a.b`; variables are known by number.
        case variable(Int, name: String, fields: [Text])
        /// `(…).a.b`
        case chain(Expression, [Text])
        case function(Function, name: String)
        case pipeline(Pipeline)
    }

    let form: Form

    init(_ position: Int, _ form: Form) {
        self.form = form
        super.init(position)
    }

    override var text: String {
        switch form {
        case .bool(let value): return value ? "true" : "false"
        case .dot: return "."
        case .null: return "nil"
        case .number(let number): return number.text
        case .string(_, let literal): return literal
        case .field(let names): return Self.dotted(names)
        case .variable(_, let name, let fields): return name + Self.dotted(fields)
        case .function(_, let name): return name
        case .pipeline(let pipeline): return pipeline.text
        case .chain(let start, let fields):
            if case .pipeline = start.form { return "(\(start.text))" + Self.dotted(fields) }
            return start.text + Self.dotted(fields)
        }
    }

    private static func dotted(_ names: [Text]) -> String { names.map { "." + $0.string }.joined() }

    /// Whether a later command of a pipeline may start with it.
    var takesArgument: Bool {
        switch form {
        case .bool, .dot, .null, .number, .string: false
        default: true
        }
    }
}

/// Words between two `|`.
final class Command: Syntax, @unchecked Sendable {
    let words: [Expression]

    init(_ position: Int, _ words: [Expression]) {
        self.words = words
        super.init(position)
    }

    override var text: String {
        words.map { word in
            if case .pipeline = word.form { return "(\(word.text))" }
            return word.text
        }.joined(separator: " ")
    }
}

final class Pipeline: Syntax, @unchecked Sendable {
    struct Variable {
        let number: Int
        let name: String
    }

    let variables: [Variable]
    /// `=`, where variables are declared already.
    let assigns: Bool
    let commands: [Command]

    init(_ position: Int, _ variables: [Variable], assigns: Bool, _ commands: [Command]) {
        self.variables = variables
        self.assigns = assigns
        self.commands = commands
        super.init(position)
    }

    override var text: String {
        let declared = variables.map(\.name).joined(separator: ", ")
        return (variables.isEmpty ? "" : declared + (assigns ? " = " : " := "))
            + commands.map(\.text).joined(separator: " | ")
    }
}

/// Something that is done.
final class Statement: Syntax, @unchecked Sendable {
    enum Form {
        case text(Range<Int>)
        case action(Pipeline)
        case branch(Branch, Pipeline, [Statement], otherwise: [Statement]?)
        case call(String, Pipeline?)
        case leave
        case advance
    }

    enum Branch: String { case `if`, with, range }

    let form: Form

    init(_ position: Int, _ form: Form) {
        self.form = form
        super.init(position)
    }

    override var text: String {
        switch form {
        case .text, .branch: return ""
        case .action(let pipeline): return "{{\(pipeline.text)}}"
        case .leave: return "{{break}}"
        case .advance: return "{{continue}}"
        case .call(let name, let pipeline):
            let argument = pipeline.map { " " + $0.text } ?? ""
            return "{{template \(GoQuoting.quoted(Text(name)))\(argument)}}"
        }
    }

    /// Whether a template of such statements counts as empty, so that it may be defined once more.
    func isBlank(in source: Source) -> Bool {
        guard case .text(let range) = form else { return false }
        return source.text(range).string.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}

/// A template of a set.
final class Definition: Sendable {
    let name: String
    let source: Source
    let statements: [Statement]

    init(_ name: String, _ source: Source, _ statements: [Statement]) {
        self.name = name
        self.source = source
        self.statements = statements
    }

    var isBlank: Bool { statements.allSatisfy { $0.isBlank(in: source) } }
}
