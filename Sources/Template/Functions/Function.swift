/// A function that templates call, with what Go's reflection knows of it.
///
/// The evaluator checks the number of arguments and their types, so that a body may rely on them: a
/// parameter of type `string` gets `.text`, `int` gets `.int(_, .word)`, `anyMap` a `.map`; `any` gets
/// whatever comes, nil included.
package final class Function: Sendable {
    package typealias Body = @Sendable ([Value], Evaluation) throws -> Value

    enum Kind: Sendable {
        case ordinary(Body)
        /// One that tells nothing from nil, as Go's own may.
        case reflecting(@Sendable ([Operand], Evaluation) throws -> Operand)
        /// Evaluates no more arguments than it must.
        case and, or
        /// Wants to know how its first argument was written.
        case call
    }

    package let name: String
    package let parameters: [GoType]
    /// The type of any number of further arguments.
    package let variadic: GoType?
    package let returns: GoType
    let kind: Kind
    /// What to check of each argument; the last one holds for all further ones.
    let checks: [ArgumentCheck]

    /// A function of its arguments alone.
    package convenience init(
        _ name: String, _ parameters: GoType..., rest variadic: GoType? = nil, returns: GoType = .any,
        _ body: @escaping @Sendable ([Value]) throws -> Value
    ) {
        self.init(name, parameters, rest: variadic, returns: returns) { arguments, _ in try body(arguments) }
    }

    /// A function that calls back into the render: `include`, `tpl`.
    package convenience init(
        _ name: String, _ parameters: [GoType], rest variadic: GoType? = nil, returns: GoType = .any,
        evaluating body: @escaping Body
    ) {
        self.init(name, parameters, rest: variadic, returns: returns, kind: .ordinary(body))
    }

    init(_ name: String, _ parameters: [GoType], rest variadic: GoType?, returns: GoType, kind: Kind) {
        self.name = name
        self.parameters = parameters
        self.variadic = variadic
        self.returns = returns
        self.kind = kind
        checks = (parameters + [variadic ?? .any]).map(ArgumentCheck.init)
    }

    /// As `%T` prints it.
    package var typeName: String {
        var names = parameters.map(\.name)
        if let variadic { names.append("..." + variadic.name) }
        return "func(\(names.joined(separator: ", "))) \(returns.name)"
    }

    /// Calls it from another function, unchecked: for callers that know its types.
    package func call(_ arguments: [Value], in evaluation: Evaluation) throws -> Value {
        try call(arguments.map { Operand($0) }, in: evaluation).value
    }

    func call(_ arguments: [Operand], in evaluation: Evaluation) throws -> Operand {
        switch kind {
        case .ordinary(let body): Operand(try body(arguments.map(\.value), evaluation), as: returns)
        case .reflecting(let body): try body(arguments, evaluation)
        case .and: arguments.first { !$0.value.isTrue } ?? arguments.last ?? .absent
        case .or: arguments.first { $0.value.isTrue } ?? arguments.last ?? .absent
        case .call: try Builtins.call("", arguments, evaluation)
        }
    }
}

/// What a function says when it cannot do what it is asked; the evaluator adds the place and
/// `error calling NAME: `.
package struct FunctionError: Error, Equatable {
    package let message: String
    /// What a template's author says to the user (`fail`), where that is the cause.
    package let notice: String?

    package init(_ message: String, notice: String? = nil) {
        self.message = message
        self.notice = notice
    }
}
