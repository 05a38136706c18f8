/// Statements are worked off with a stack of our own: templates may call each other a hundred thousand deep.
extension Evaluation {
    private struct Frame {
        enum Kind {
            case body
            case loop(Loop)
            /// What to return to: the caller's definition and variables.
            case call(Definition, variableBase: Int)
        }

        let kind: Kind
        let statements: [Statement]
        var index = 0
        var dot: Operand
        /// How many variables there are when it ends.
        let variableCount: Int
    }

    /// Appends the output of a template.
    func run(_ definition: Definition, _ dot: Operand) throws {
        var frames = [call(definition, dot)]
        while let top = frames.indices.last {
            let index = frames[top].index
            guard index < frames[top].statements.count else {
                try finish(&frames)
                continue
            }
            frames[top].index = index + 1
            try execute(frames[top].statements[index], frames[top].dot, &frames)
        }
    }

    private func call(_ definition: Definition, _ dot: Operand) -> Frame {
        let frame = Frame(
            kind: .call(self.definition, variableBase: variableBase), statements: definition.statements,
            dot: dot, variableCount: variables.count)
        self.definition = definition
        variableBase = variables.count
        variables.append(Variable(number: 0, operand: dot))
        callDepth += 1
        return frame
    }

    /// Ends the statements of the top frame: the next turn of a loop, or back to the frame below.
    private func finish(_ frames: inout [Frame]) throws {
        let top = frames.count - 1
        switch frames[top].kind {
        case .loop(let loop):
            forget(to: loop.variableCount)
            try step()
            if let element = loop.next(self) {
                frames[top].dot = element
                frames[top].index = 0
                return
            }
        case .call(let definition, let base):
            self.definition = definition
            variableBase = base
            callDepth -= 1
        case .body: break
        }
        forget(to: frames[top].variableCount)
        frames.removeLast()
    }

    private func forget(to count: Int) { variables.removeLast(variables.count - count) }

    private func execute(_ statement: Statement, _ dot: Operand, _ frames: inout [Frame]) throws {
        try step()
        current = statement
        switch statement.form {
        case .text(let range):
            output.append(contentsOf: definition.source.bytes[range])
        case .action(let pipeline):
            let result = try evaluate(pipeline, dot)
            if pipeline.variables.isEmpty { try print(result, statement) }
        case .branch(.range, let pipeline, let body, let otherwise):
            try range(pipeline, body, otherwise, dot, &frames)
        case .branch(let branch, let pipeline, let body, let otherwise):
            let count = variables.count
            let result = try evaluate(pipeline, dot)
            if result.value.isTrue {
                let dot = branch == .with ? result : dot
                frames.append(Frame(kind: .body, statements: body, dot: dot, variableCount: count))
            } else if let otherwise {
                frames.append(Frame(kind: .body, statements: otherwise, dot: dot, variableCount: count))
            } else {
                forget(to: count)
            }
        case .call(let name, let pipeline):
            try callTemplate(name, pipeline, dot, &frames)
        case .leave: leave(&frames)
        case .advance: advance(&frames)
        }
    }

    private func callTemplate(
        _ name: String, _ pipeline: Pipeline?, _ dot: Operand, _ frames: inout [Frame]
    ) throws {
        guard let definition = templates[name] else {
            throw failure("template \(GoQuoting.quoted(Text(name))) not defined")
        }
        if callDepth > Limits.callDepth {
            throw failure("exceeded maximum template depth (\(Limits.callDepth))")
        }
        let argument = try pipeline.map { try evaluate($0, dot) } ?? .absent
        frames.append(call(definition, argument))
    }

    private func range(
        _ pipeline: Pipeline, _ body: [Statement], _ otherwise: [Statement]?, _ dot: Operand,
        _ frames: inout [Frame]
    ) throws {
        let count = variables.count
        let result = try evaluate(pipeline, dot)
        let loop = try Loop(over: result.value, pipeline, self)
        if let element = loop.next(self) {
            frames.append(
                Frame(kind: .loop(loop), statements: body, dot: element, variableCount: count))
        } else if let otherwise {
            frames.append(Frame(kind: .body, statements: otherwise, dot: dot, variableCount: count))
        } else {
            forget(to: count)
        }
    }

    /// `break`: drops the frames inside the innermost loop, and the loop.
    private func leave(_ frames: inout [Frame]) {
        dropToLoop(&frames)
        if let loop = frames.popLast() { forget(to: loop.variableCount) }
    }

    /// `continue`: the parser has seen to it that there is a loop.
    private func advance(_ frames: inout [Frame]) {
        dropToLoop(&frames)
        if let top = frames.indices.last { frames[top].index = frames[top].statements.count }
    }

    private func dropToLoop(_ frames: inout [Frame]) {
        while let frame = frames.last {
            if case .body = frame.kind { frames.removeLast() } else { return }
        }
    }

    /// Prints the result of an action.
    private func print(_ operand: Operand, _ statement: Statement) throws {
        switch operand.value {
        case .text(let text): text.withBytes { output.append(contentsOf: $0) }
        case .null: output.append(contentsOf: "<no value>".utf8)
        case .function:
            throw failure("can't print \(statement.text) of type \(operand.value.typeName)")
        case .pointer(let structure, let isNil) where isNil:
            output.append(contentsOf: structure.description?().bytes ?? Array("<nil>".utf8))
        default:
            var printer = Printer(output)
            output = []
            printer.printValue(Printer.printable(operand.value))
            if printer.isTooLong {
                throw failure("the text is larger than \(Limits.stringBytes >> 20) MiB")
            }
            output = printer.bytes
        }
        if output.count > Limits.outputBytes {
            throw failure("the output is larger than \(Limits.outputBytes >> 20) MiB")
        }
    }
}
