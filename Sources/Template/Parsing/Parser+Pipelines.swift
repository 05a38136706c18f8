/// Pipelines, and the commands and words in them.
extension Parser {
    mutating func pipeline(
        _ context: String, until end: Token.Kind
    ) throws(TemplateError) -> Pipeline {
        let position = try peekWord().position
        let (declared, assigns) = try declarations(context)
        var commands: [Command] = []
        while true {
            let token = try nextWord()
            if token.kind == end { break }
            switch token.kind {
            case .bool, .characterConstant, .complex, .dot, .field, .identifier, .number, .null, .rawString,
                .string, .variable, .leftParenthesis:
                pending.append(token)
                commands.append(try command())
            default: throw unexpected(token, context)
            }
        }
        if commands.isEmpty { throw failure("missing value for \(context)") }
        for (index, command) in commands.enumerated().dropFirst()
        where command.words.first?.takesArgument == false {
            throw failure("non executable command in pipeline stage \(index + 1)")
        }
        return Pipeline(position, declared, assigns: assigns, commands)
    }

    private mutating func declarations(_ context: String) throws(TemplateError) -> ([Pipeline.Variable], Bool)
    {
        var declared: [Pipeline.Variable] = []
        while try peekWord().kind == .variable {
            let variable = try nextWord()
            let after = try next()
            let following = after.kind == .space ? try nextWord() : after
            let name = variable.value.string
            switch following.kind {
            case .assign, .declare:
                declared.append(declare(name))
                return (declared, following.kind == .assign)
            case .character where following.value == ",":
                declared.append(declare(name))
                guard context == "range", declared.count < 2 else {
                    throw failure("too many declarations in \(context)")
                }
                let kind = try peekWord().kind
                guard kind == .variable || kind == .rightDelimiter || kind == .rightParenthesis else {
                    throw failure("range can only initialize variables")
                }
            default:
                pending += after.kind == .space ? [following, after, variable] : [following, variable]
                return (declared, false)
            }
        }
        return (declared, false)
    }

    private mutating func declare(_ name: String) -> Pipeline.Variable {
        variables.append(name)
        return Pipeline.Variable(number: names.number(of: name), name: name)
    }

    private mutating func command() throws(TemplateError) -> Command {
        let position = try peekWord().position
        var words: [Expression] = []
        loop: while true {
            _ = try peekWord()
            if let operand = try operand() { words.append(operand) }
            let token = try next()
            switch token.kind {
            case .space: continue
            case .rightDelimiter, .rightParenthesis:
                pending.append(token)
                break loop
            case .pipe: break loop
            default: throw unexpected(token, "operand")
            }
        }
        if words.isEmpty { throw failure("empty command") }
        return Command(position, words)
    }

    private mutating func operand() throws(TemplateError) -> Expression? {
        guard let term = try term() else { return nil }
        let first = try peek()
        guard first.kind == .field else { return term }
        var fields: [Text] = []
        while try peek().kind == .field { fields.append(Self.fieldName(try next())) }
        switch term.form {
        case .field(let names): return Expression(first.position, .field(names + fields))
        case .variable(let number, let name, _):
            return Expression(first.position, .variable(number, name: name, fields: fields))
        case .bool, .string, .number, .null, .dot:
            throw failure("unexpected . after term \(GoQuoting.quoted(Text(term.text)))")
        case .chain, .function, .pipeline: return Expression(first.position, .chain(term, fields))
        }
    }

    private static func fieldName(_ token: Token) -> Text { Text(token.value.string.dropFirst()) }

    private mutating func term() throws(TemplateError) -> Expression? {
        let token = try nextWord()
        let position = token.position
        switch token.kind {
        case .identifier:
            let name = token.value.string
            guard let function = functions[name] else {
                throw failure("function \(GoQuoting.quoted(token.value)) not defined")
            }
            return Expression(position, .function(function, name: name))
        case .dot: return Expression(position, .dot)
        case .null: return Expression(position, .null)
        case .variable: return try variable(token)
        case .field: return Expression(position, .field([Self.fieldName(token)]))
        case .bool: return Expression(position, .bool(token.value == "true"))
        case .characterConstant, .complex, .number:
            do {
                return Expression(position, .number(try NumberLiteral(token.value, token.kind)))
            } catch {
                throw failure(error.message)
            }
        case .leftParenthesis: return try parenthesized(position)
        case .string, .rawString:
            guard let text = GoQuoting.unquoted(token.value) else { throw failure("invalid syntax") }
            return Expression(position, .string(text, literal: token.value.string))
        default:
            pending.append(token)
            return nil
        }
    }

    private func variable(_ token: Token) throws(TemplateError) -> Expression {
        let name = token.value.string
        guard variables.contains(name) else {
            throw failure("undefined variable \(GoQuoting.quoted(token.value))")
        }
        return Expression(token.position, .variable(names.number(of: name), name: name, fields: []))
    }

    private mutating func parenthesized(_ position: Int) throws(TemplateError) -> Expression {
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Limits.nesting { throw failure("parentheses are nested deeper than \(Limits.nesting)") }
        let pipeline = try pipeline("parenthesized pipeline", until: .rightParenthesis)
        return Expression(pipeline.position, .pipeline(pipeline))
    }
}
