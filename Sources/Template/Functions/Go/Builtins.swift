/// The functions that every template knows.
enum Builtins {
    static let all: [Function] =
        logic + comparisons + indexing + [
            Function("print", rest: .any, returns: .string) { .text(try Printer.print($0)) },
            Function("println", rest: .any, returns: .string) { .text(try Printer.printLine($0)) },
            Function("printf", .string, rest: .any, returns: .string) { arguments in
                .text(try Printer.format(arguments[0].text ?? "", Array(arguments.dropFirst())))
            },
            Function("html", rest: .any, returns: .string) { .text(Escapes.html(try joined($0))) },
            Function("js", rest: .any, returns: .string) { .text(Escapes.javaScript(try joined($0))) },
            Function("urlquery", rest: .any, returns: .string) { .text(Escapes.urlQuery(try joined($0))) },
        ]

    private static let logic = [
        Function("and", [.reflected], rest: .reflected, returns: .reflected, kind: .and),
        Function("or", [.reflected], rest: .reflected, returns: .reflected, kind: .or),
        Function(
            "not", [.reflected], rest: nil, returns: .bool,
            kind: .reflecting { arguments, _ in
                Operand(.bool(!arguments[0].value.isTrue))
            }),
        Function("call", [.reflected], rest: .reflected, returns: .reflected, kind: .call),
    ]

    private static let indexing = [
        Function(
            "len", [.reflected], rest: nil, returns: .int(),
            kind: .reflecting { arguments, _ in
                Operand(.int(Int64(try Indexing.length(of: arguments[0]))))
            }),
        Function(
            "index", [.reflected], rest: .reflected, returns: .reflected,
            kind: .reflecting { arguments, _ in
                try Indexing.element(of: arguments[0], arguments.dropFirst())
            }),
        Function(
            "slice", [.reflected], rest: .reflected, returns: .reflected,
            kind: .reflecting { arguments, _ in
                try Indexing.slice(of: arguments[0], arguments.dropFirst())
            }),
    ]

    private static let comparisons = [
        Function(
            "eq", [.reflected], rest: .reflected, returns: .bool,
            kind: .reflecting { arguments, _ in
                Operand(.bool(try Comparison.equals(arguments[0], arguments.dropFirst())))
            }),
        comparison("ne") { try !Comparison.equals($0, [$1]) },
        comparison("lt") { try Comparison.isLess($0, $1) },
        comparison("le") { try Comparison.isLess($0, $1) || Comparison.equals($0, [$1]) },
        comparison("gt") { try !(Comparison.isLess($0, $1) || Comparison.equals($0, [$1])) },
        comparison("ge") { try !Comparison.isLess($0, $1) },
    ]

    private static func comparison(
        _ name: String, _ body: @escaping @Sendable (Operand, Operand) throws -> Bool
    ) -> Function {
        Function(
            name, [.reflected, .reflected], rest: nil, returns: .bool,
            kind: .reflecting { arguments, _ in
                Operand(.bool(try body(arguments[0], arguments[1])))
            })
    }

    /// What the escaping functions work on: the arguments as an action would print them.
    private static func joined(_ arguments: [Value]) throws(FunctionError) -> Text {
        if arguments.count == 1, let text = arguments[0].text { return text }
        return try Printer.print(arguments.map(Printer.printable))
    }

    /// `call`, with its first argument as it was written.
    static func call(_ name: String, _ arguments: [Operand], _ evaluation: Evaluation) throws -> Operand {
        guard let callee = arguments.first, !callee.value.isNull else { throw FunctionError("call of nil") }
        guard case .function(let function) = callee.value else {
            throw FunctionError("non-function \(name) of type \(callee.value.typeName)")
        }
        let given = arguments.count - 1
        let wanted = function.parameters.count
        if function.variadic != nil, given < wanted {
            throw FunctionError("wrong number of args for \(name): got \(given) want at least \(wanted)")
        }
        if function.variadic == nil, given != wanted {
            throw FunctionError("wrong number of args for \(name): got \(given) want \(wanted)")
        }
        var prepared: [Operand] = []
        for (index, argument) in arguments.dropFirst().enumerated() {
            let type = index < wanted ? function.parameters[index] : function.variadic ?? .any
            do {
                prepared.append(try Indexing.prepared(argument, type))
            } catch {
                throw FunctionError("arg \(index): \(error.message)")
            }
        }
        return try function.call(prepared, in: evaluation)
    }
}

extension FunctionTable {
    /// Go's own functions.
    package static let builtins = FunctionTable(Builtins.all)
}
