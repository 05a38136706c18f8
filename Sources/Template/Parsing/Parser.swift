/// Makes statements of a text: Go's grammar, with its messages, and functions looked up at once.
struct Parser {
    let source: Source
    let functions: FunctionTable
    var names: VariableNames
    private(set) var definitions: [String: Definition] = [:]

    private var lexer: Lexer
    /// Tokens that were looked at, the next one last.
    var pending: [Token] = []
    /// The token of which messages name the line.
    private var latest: Token
    /// Variables that may be named here.
    var variables: [String] = ["$"]
    private var rangeDepth = 0
    var nesting = 0
    private var actionLine: Int?

    /// What stands at the end of a list of statements.
    private enum Ending {
        case end
        case otherwise

        var text: String { self == .end ? "{{end}}" : "{{else}}" }
    }

    private enum Item {
        case statement(Statement)
        case ending(Ending)
        case nothing
    }

    init(_ source: Source, _ delimiters: Delimiters, _ functions: FunctionTable, _ names: VariableNames) {
        self.source = source
        self.functions = functions
        self.names = names
        let plainWords = [Token.Keyword.break, .continue].filter { functions[$0.rawValue] != nil }
        lexer = Lexer(source, delimiters, plainWords: Set(plainWords))
        latest = Token(kind: .end, range: 0..<0, line: 1)
    }

    /// Reads the whole text: the template of the source's name, and those that it defines.
    mutating func parse() throws(TemplateError) {
        var statements: [Statement] = []
        while try peek().kind != .end {
            if try peek().kind == .leftDelimiter {
                let delimiter = try next()
                let word = try nextWord()
                if word.kind == .keyword(.define) {
                    try parseDefinition()
                    continue
                }
                // Whatever spaces were between them do not matter.
                pending += [word, delimiter]
            }
            switch try item() {
            case .statement(let statement): statements.append(statement)
            case .ending(let ending): throw failure("unexpected \(ending.text)")
            case .nothing: break
            }
        }
        try add(Definition(source.name, source, statements))
    }

    private mutating func add(_ definition: Definition) throws(TemplateError) {
        if let old = definitions[definition.name], !old.isBlank {
            if definition.isBlank { return }
            let name = GoQuoting.quoted(Text(definition.name))
            throw failure("template: multiple definition of template \(name)")
        }
        definitions[definition.name] = definition
    }
}

// MARK: Tokens

extension Parser {
    mutating func next() throws(TemplateError) -> Token {
        if let token = pending.popLast() { return token }
        latest = lexer.next()
        return latest
    }

    mutating func peek() throws(TemplateError) -> Token {
        let token = try next()
        pending.append(token)
        return token
    }

    /// The next token that is no space.
    mutating func nextWord() throws(TemplateError) -> Token {
        while true {
            let token = try next()
            if token.kind != .space { return token }
        }
    }

    mutating func peekWord() throws(TemplateError) -> Token {
        let token = try nextWord()
        pending.append(token)
        return token
    }

    func failure(_ message: String) -> TemplateError {
        TemplateError(
            .parse, source.name, line: latest.line, "template: \(source.name):\(latest.line): \(message)")
    }

    func unexpected(_ token: Token, _ context: String) -> TemplateError {
        guard token.kind == .failure else {
            var token = token
            token.value = source.text(token.range)
            return failure("unexpected \(token.description) in \(context)")
        }
        guard let actionLine, actionLine != token.line else { return failure(token.message) }
        let link = token.message.hasSuffix(" action") ? " started at" : " in action started at"
        return failure("\(token.message)\(link) \(source.name):\(actionLine)")
    }

    private mutating func expect(_ kind: Token.Kind, _ context: String) throws(TemplateError) {
        let token = try nextWord()
        if token.kind != kind { throw unexpected(token, context) }
    }
}

// MARK: Statements

extension Parser {
    /// `{{define "name"}} … {{end}}`, of which the first two words are read.
    private mutating func parseDefinition() throws(TemplateError) {
        let name = try templateName(try nextWord(), "define clause")
        try expect(.rightDelimiter, "define clause")
        try define(name, "define clause")
    }

    private mutating func define(_ name: String, _ context: String) throws(TemplateError) {
        let opening = latest
        let outside = (variables, rangeDepth)
        (variables, rangeDepth) = (["$"], 0)
        defer { (variables, rangeDepth) = outside }
        let (statements, ending) = try list()
        guard ending == .end else {
            if context.hasPrefix("block") { latest = opening }
            throw failure("unexpected \(ending.text) in \(context)")
        }
        try add(Definition(name, source, statements))
    }

    private func templateName(_ token: Token, _ context: String) throws(TemplateError) -> String {
        guard token.kind == .string || token.kind == .rawString else { throw unexpected(token, context) }
        guard let name = GoQuoting.unquoted(token.value) else { throw failure("invalid syntax") }
        return name.string
    }

    /// Statements up to `{{end}}` or `{{else}}`.
    private mutating func list() throws(TemplateError) -> ([Statement], Ending) {
        var statements: [Statement] = []
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Limits.nesting { throw failure("blocks are nested deeper than \(Limits.nesting)") }
        while try peekWord().kind != .end {
            switch try item() {
            case .statement(let statement): statements.append(statement)
            case .ending(let ending): return (statements, ending)
            case .nothing: break
            }
        }
        throw failure("unexpected EOF")
    }

    private mutating func item() throws(TemplateError) -> Item {
        let token = try nextWord()
        switch token.kind {
        case .text: return .statement(Statement(token.position, .text(token.range)))
        case .leftDelimiter:
            actionLine = token.line
            defer { actionLine = nil }
            return try action()
        default: throw unexpected(token, "input")
        }
    }

    private mutating func action() throws(TemplateError) -> Item {
        let token = try nextWord()
        guard case .keyword(let keyword) = token.kind else {
            pending.append(token)
            let pipeline = try pipeline("command", until: .rightDelimiter)
            return .statement(Statement(token.position, .action(pipeline)))
        }
        switch keyword {
        case .block: return .statement(try block(token))
        case .break: return .statement(try leave(token, "{{break}}", .leave))
        case .continue: return .statement(try leave(token, "{{continue}}", .advance))
        case .else: return .ending(try otherwise())
        case .end:
            try expect(.rightDelimiter, "end")
            return .ending(.end)
        case .if: return .statement(try branch(.if))
        case .with: return .statement(try branch(.with))
        case .range: return .statement(try branch(.range))
        case .template: return .statement(try call())
        case .define: throw unexpected(token, "command")
        }
    }

    private mutating func leave(
        _ word: Token, _ text: String, _ form: Statement.Form
    ) throws(TemplateError) -> Statement {
        try expect(.rightDelimiter, text)
        if rangeDepth == 0 { throw failure("\(text) outside {{range}}") }
        return Statement(word.position, form)
    }

    private mutating func otherwise() throws(TemplateError) -> Ending {
        let word = try peekWord()
        if word.kind != .keyword(.if), word.kind != .keyword(.with) { try expect(.rightDelimiter, "else") }
        return .otherwise
    }

    private mutating func call() throws(TemplateError) -> Statement {
        let token = try nextWord()
        let name = try templateName(token, "template clause")
        if try peekWord().kind == .rightDelimiter {
            _ = try nextWord()
            return Statement(token.position, .call(name, nil))
        }
        return Statement(
            token.position, .call(name, try pipeline("template clause", until: .rightDelimiter)))
    }

    private mutating func block(_ word: Token) throws(TemplateError) -> Statement {
        let token = try nextWord()
        let name = try templateName(token, "block clause")
        let pipeline = try pipeline("block clause", until: .rightDelimiter)
        try define(name, "block clause")
        return Statement(token.position, .call(name, pipeline))
    }

    /// One branch as it was read, with the variables that it ends.
    private struct Part {
        let pipeline: Pipeline
        let body: [Statement]
        let ending: Ending
    }

    /// `{{if …}} … {{else if …}} … {{end}}`: each further branch is a statement inside the one before.
    private mutating func branch(_ kind: Statement.Branch) throws(TemplateError) -> Statement {
        let known = variables.count
        defer { variables.removeLast(variables.count - known) }
        var parts = [try part(kind)]
        var other: [Statement]?
        while parts[parts.count - 1].ending == .otherwise {
            let word = try peek()
            guard kind == .if && word.kind == .keyword(.if) || kind == .with && word.kind == .keyword(.with)
            else {
                let (statements, last) = try list()
                if last != .end { throw failure("expected end; found \(last.text)") }
                other = statements
                break
            }
            _ = try next()
            if parts.count >= Limits.branches { throw failure("more than \(Limits.branches) branches") }
            parts.append(try part(kind))
        }
        while parts.count > 1, let last = parts.popLast() {
            other = [statement(kind, last, other)]
        }
        return statement(kind, parts[0], other)
    }

    private func statement(_ kind: Statement.Branch, _ part: Part, _ other: [Statement]?) -> Statement {
        Statement(part.pipeline.position, .branch(kind, part.pipeline, part.body, otherwise: other))
    }

    private mutating func part(_ kind: Statement.Branch) throws(TemplateError) -> Part {
        let pipeline = try pipeline(kind.rawValue, until: .rightDelimiter)
        rangeDepth += kind == .range ? 1 : 0
        let (body, ending) = try list()
        rangeDepth -= kind == .range ? 1 : 0
        return Part(pipeline: pipeline, body: body, ending: ending)
    }
}
