/// Pipelines, commands and their words, with Go's order of evaluation and its rules on nil.
extension Evaluation {
    /// The value of a pipeline, after its variables were declared or set.
    func evaluate(_ pipeline: Pipeline, _ dot: Operand) throws -> Operand {
        depth += 1
        defer { depth -= 1 }
        if depth % DeepStack.levels == 0 {
            if depth > Limits.evaluationDepth {
                throw failure("exceeded maximum evaluation depth (\(Limits.evaluationDepth))")
            }
            return try DeepStack.run { try self.evaluateCommands(pipeline, dot) }
        }
        return try evaluateCommands(pipeline, dot)
    }

    private func evaluateCommands(_ pipeline: Pipeline, _ dot: Operand) throws -> Operand {
        current = pipeline
        var result: Operand?
        for command in pipeline.commands {
            try step()
            result = try evaluate(command, dot, result).unwrapped
        }
        let value = result ?? .absent
        for variable in pipeline.variables {
            if !pipeline.assigns {
                variables.append(Variable(number: variable.number, operand: value))
            } else if !assign(variable.number, value) {
                throw failure("undefined variable: \(variable.name)")
            }
        }
        return value
    }

    /// Sets the variable that was declared last of those with this name.
    @discardableResult
    func assign(_ number: Int, _ operand: Operand) -> Bool {
        var index = variables.count - 1
        while index >= variableBase {
            if variables[index].number == number {
                variables[index].operand = operand
                return true
            }
            index -= 1
        }
        return false
    }

    private func variable(_ number: Int, _ name: String) throws -> Operand {
        var index = variables.count - 1
        while index >= variableBase {
            if variables[index].number == number { return variables[index].operand }
            index -= 1
        }
        throw failure("undefined variable: \(name)")
    }

    /// One command; `final` is what the command before it gave.
    private func evaluate(_ command: Command, _ dot: Operand, _ final: Operand?) throws -> Operand {
        let words = command.words
        let first = words[0]
        let arguments = words[1...]
        switch first.form {
        case .field(let names):
            current = first
            return try fields(names, of: dot, first, arguments, final, dot)
        case .chain(let start, let names):
            current = first
            let receiver = try chainStart(start, first, dot)
            return try fields(names, of: receiver, first, arguments, final, dot)
        case .function(let function, let name):
            current = first
            return try call(function, name, command, arguments, final, dot)
        case .variable(let number, let name, let names):
            current = first
            let value = try variable(number, name)
            if names.isEmpty {
                try refuseArguments(first, arguments, final)
                return value
            }
            return try fields(names, of: value, first, arguments, final, dot)
        case .pipeline(let pipeline):
            try refuseArguments(first, arguments, final)
            return try evaluate(pipeline, dot)
        case .bool, .dot, .null, .number, .string:
            current = first
            try refuseArguments(first, arguments, final)
            if case .null = first.form { throw failure("nil is not a command") }
            return try constant(first, dot)
        }
    }

    private func refuseArguments(
        _ first: Expression, _ arguments: ArraySlice<Expression>, _ final: Operand?
    ) throws {
        if !arguments.isEmpty || final != nil {
            throw failure("can't give argument to non-function \(described(first))")
        }
    }

    private func described(_ expression: Expression) -> String {
        expression.text
    }

    private func chainStart(_ start: Expression, _ chain: Expression, _ dot: Operand) throws -> Operand {
        if case .null = start.form { throw failure("indirection through explicit nil in \(chain.text)") }
        return try value(start, dot)
    }

    /// The value of a word where any type will do.
    func value(_ expression: Expression, _ dot: Operand) throws -> Operand {
        current = expression
        switch expression.form {
        case .field(let names): return try fields(names, of: dot, expression, [], nil, dot)
        case .variable(let number, let name, let names):
            let value = try variable(number, name)
            return names.isEmpty ? value : try fields(names, of: value, expression, [], nil, dot)
        case .pipeline(let pipeline): return try evaluate(pipeline, dot)
        case .function(let function, let name):
            return try call(function, name, expression, [], nil, dot)
        case .chain(let start, let names):
            let receiver = try chainStart(start, expression, dot)
            return try fields(names, of: receiver, expression, [], nil, dot)
        case .bool, .dot, .null, .number, .string: return try constant(expression, dot)
        }
    }

    private func constant(_ expression: Expression, _ dot: Operand) throws -> Operand {
        switch expression.form {
        case .bool(let value): return Operand(.bool(value))
        case .string(let text, _): return Operand(.text(text))
        case .number(let number):
            current = expression
            guard let value = number.value else { throw failure("\(number.text) overflows int") }
            return Operand(value)
        case .null: return Operand(.null, .interface)
        default: return dot
        }
    }
}

// MARK: Fields

extension Evaluation {
    /// `.a.b.c`, of which only the last may be a method that takes arguments.
    private func fields(
        _ names: [Text], of receiver: Operand, _ node: Expression, _ arguments: ArraySlice<Expression>,
        _ final: Operand?, _ dot: Operand
    ) throws -> Operand {
        var receiver = receiver
        for name in names.dropLast() { receiver = try field(name, of: receiver, node, [], nil, dot) }
        guard let last = names.last else { return receiver }
        return try field(last, of: receiver, node, arguments, final, dot)
    }

    private func field(
        _ name: Text, of receiver: Operand, _ node: Expression, _ arguments: ArraySlice<Expression>,
        _ final: Operand?, _ dot: Operand
    ) throws -> Operand {
        let hasArguments = !arguments.isEmpty || final != nil
        switch receiver.value {
        case .map(let map) where map.named?.methods[name] != nil:
            return try call(map.named?.methods[name], name, node, arguments, final, dot)
        case .list(let list) where list.named?.methods[name] != nil:
            return try call(list.named?.methods[name], name, node, arguments, final, dot)
        case .map(let map) where map.keys == .string:
            if hasArguments { throw failure("\(name.string) is not a method but has arguments") }
            if let value = map[name] { return Operand(value, as: map.element) }
            return try missing(name, in: map)
        case .null:
            if !receiver.isAbsent { throw failure("nil pointer evaluating interface {}.\(name.string)") }
            if templates.missingKey == .error {
                throw failure("nil data; no entry for key \(GoQuoting.quoted(name))")
            }
            return .absent
        case .structure(let value), .pointer(let value, _):
            if let method = value.methods[name] {
                return try call(method, name, node, arguments, final, dot)
            }
            guard let found = value[name] else { break }
            if case .pointer(_, let isNil) = receiver.value, isNil {
                throw failure("nil pointer evaluating \(receiver.typeName).\(name.string)")
            }
            if hasArguments {
                throw failure("\(name.string) has arguments but cannot be invoked as function")
            }
            return Operand(found)
        case .host(let value):
            guard let member = value.member(name) else { break }
            if case .function(let method) = member {
                return try call(method, name, node, arguments, final, dot)
            }
            if hasArguments {
                throw failure("\(name.string) has arguments but cannot be invoked as function")
            }
            return Operand(member)
        default: break
        }
        throw failure("can't evaluate field \(name.string) in type \(receiver.typeName)")
    }

    private func call(
        _ method: Function?, _ name: Text, _ node: Expression, _ arguments: ArraySlice<Expression>,
        _ final: Operand?, _ dot: Operand
    ) throws -> Operand {
        guard let method else { return .absent }
        return try call(method, name.string, node, arguments, final, dot)
    }

    private func missing(_ name: Text, in map: MapValue) throws -> Operand {
        switch templates.missingKey {
        case .default, .invalid: return .absent
        case .zero: return .zero(of: map.element)
        case .error: throw failure("map has no entry for key \(GoQuoting.quoted(name))")
        }
    }
}
