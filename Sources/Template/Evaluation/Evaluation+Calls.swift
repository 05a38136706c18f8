/// Functions: what arguments they take, and what their failures are called.
extension Evaluation {
    /// Calls a function; `node` is blamed for what goes wrong inside it.
    func call(
        _ function: Function, _ name: String, _ node: Syntax, _ words: ArraySlice<Expression>,
        _ final: Operand?, _ dot: Operand
    ) throws -> Operand {
        try checkCount(function, name, words.count, final != nil)
        switch function.kind {
        case .and: return try connect(function, words, final, dot, until: false)
        case .or: return try connect(function, words, final, dot, until: true)
        case .ordinary(let body):
            var arguments: [Value] = []
            arguments.reserveCapacity(words.count + 1)
            try prepare(function, words, final, dot) { arguments.append($0.value) }
            return Operand(
                try naming(name, node) { try body(arguments, self) }, as: function.returns)
        case .reflecting(let body):
            var arguments: [Operand] = []
            try prepare(function, words, final, dot) { arguments.append($0) }
            return try naming(name, node) { try body(arguments, self) }
        case .call:
            var arguments: [Operand] = []
            try prepare(function, words, final, dot) { arguments.append($0) }
            let callee = words.first?.text ?? final.map { Printer.text(of: $0.value).string } ?? ""
            return try naming(name, node) { try Builtins.call(callee, arguments, self) }
        }
    }

    private func checkCount(_ function: Function, _ name: String, _ count: Int, _ hasFinal: Bool) throws {
        let given = count + (hasFinal ? 1 : 0)
        let wanted = function.parameters.count
        if function.variadic != nil {
            if given < wanted {
                throw failure("wrong number of args for \(name): want at least \(wanted) got \(count)")
            }
        } else if given != wanted {
            throw failure("wrong number of args for \(name): want \(wanted) got \(given)")
        }
    }

    private func prepare(
        _ function: Function, _ words: ArraySlice<Expression>, _ final: Operand?, _ dot: Operand,
        _ add: (Operand) -> Void
    ) throws {
        var index = 0
        let last = function.checks.count - 1
        for word in words {
            add(try argument(word, function, index, function.checks[min(index, last)], dot))
            index += 1
        }
        guard let final else { return }
        let passes = function.checks[min(index, last)].passes(final)
        add(passes ? final : try conform(final, to: type(function, index)))
    }

    private func type(_ function: Function, _ index: Int) -> GoType {
        index < function.parameters.count ? function.parameters[index] : function.variadic ?? .any
    }

    private func naming<Result>(_ name: String, _ node: Syntax, _ body: () throws -> Result) throws -> Result
    {
        do {
            return try body()
        } catch let error as FunctionError {
            current = node
            throw failure(
                "error calling \(name): \(error.message)", notice: error.notice,
                causes: [error.message])
        } catch let error as TemplateError {
            // Every level adds its place; a thousand of them nobody reads.
            if error.message.utf8.count > Limits.messageBytes { throw error }
            current = node
            throw failure(
                "error calling \(name): \(error.message)", notice: error.notice,
                causes: [error.message] + error.causes)
        }
    }

    /// `and` and `or` go no further than they must.
    private func connect(
        _ function: Function, _ words: ArraySlice<Expression>, _ final: Operand?, _ dot: Operand,
        until wanted: Bool
    ) throws -> Operand {
        var result = Operand.absent
        for word in words {
            result = try argument(word, function, 0, .reflected, dot)
            if result.value.isTrue == wanted { return result }
        }
        return final ?? result
    }
}

// MARK: Arguments

extension Evaluation {
    private func argument(
        _ word: Expression, _ function: Function, _ index: Int, _ check: ArgumentCheck, _ dot: Operand
    ) throws -> Operand {
        current = word
        switch word.form {
        case .null:
            let type = type(function, index)
            guard type.canBeNil else { throw failure("cannot assign nil to \(type.name)") }
            return .zero(of: type)
        case .bool, .number, .string:
            if check == .anything || check == .reflected { return try value(word, dot) }
            return try literal(word, type(function, index))
        default:
            let operand = try value(word, dot)
            return check.passes(operand) ? operand : try conform(operand, to: type(function, index))
        }
    }

    /// A literal becomes what the parameter wants, if it can.
    private func literal(_ word: Expression, _ type: GoType) throws -> Operand {
        switch (type, word.form) {
        case (.bool, .bool(let value)): return Operand(.bool(value))
        case (.string, .string(let text, _)): return Operand(.text(text))
        case (.int(let width), .number(let number)):
            if let value = number.int { return Operand(.int(value, width)) }
        case (.uint(let width), .number(let number)):
            if let value = number.uint { return Operand(.uint(value, width)) }
        case (.float64, .number(let number)):
            if let value = number.float { return Operand(.float(value)) }
        case (.complex128, .number(let number)):
            if let value = number.complex { return Operand(.complex(value.real, value.imaginary)) }
        default: break
        }
        let wanted: String
        switch type {
        case .bool: wanted = "bool"
        case .string: wanted = "string"
        case .int: wanted = "integer"
        case .uint: wanted = "unsigned integer"
        case .float64: wanted = "float"
        case .complex128: wanted = "complex"
        default: throw failure("can't handle \(word.text) for arg of type \(type.name)")
        }
        throw failure("expected \(wanted); found \(word.text)")
    }

    /// A value as a parameter of some type takes it.
    private func conform(_ operand: Operand, to type: GoType) throws -> Operand {
        switch (type, operand.value) {
        case (.reflected, _): return operand
        case (.any, _): return operand.isAbsent ? .zero(of: .any) : operand
        case (.string, .text), (.bool, .bool), (.float64, .float): return operand
        case (_, .null) where operand.isAbsent:
            guard type.canBeNil else { throw failure("invalid value; expected \(type.name)") }
            return .zero(of: type)
        case (.structure(let name), .pointer(let value, let isNil)) where value.typeName == name:
            if isNil { throw failure("dereference of nil pointer of type *\(name)") }
            return Operand(.structure(value))
        case (.map(let element, let keys), .map(let map)) where map.element == element && map.keys == keys:
            // A library's name for such a map is no other type here.
            return operand
        default:
            if operand.value.type == type { return operand }
            let name = operand.value.isNull ? GoType.any.name : operand.value.typeName
            throw failure("wrong type for value; expected \(type.name); got \(name)")
        }
    }
}
