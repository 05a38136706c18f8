/// The Common Expression Language (https://github.com/google/cel-spec), as far as its grammar goes: which
/// names mean something is not looked at.
enum CEL {
    /// What is wrong with an expression; nil when it follows the grammar.
    static func problem(with text: String) -> String? {
        do throws(CELError) {
            var parser = CELParser(tokens: try CELToken.tokens(of: text))
            try parser.wholeExpression()
            return nil
        } catch {
            return error.problem
        }
    }
}

struct CELError: Error {
    let problem: String
}

/// Follows the grammar down; binary operators bind equally here, which changes no verdict.
struct CELParser {
    let tokens: [CELToken]
    private var position = 0
    private var depth = 0

    init(tokens: [CELToken]) { self.tokens = tokens }

    mutating func wholeExpression() throws(CELError) {
        try expression()
        if let next { throw unexpected(next) }
    }

    private mutating func expression() throws(CELError) {
        depth += 1
        if depth > Self.deepest { throw CELError(problem: "it is nested too deep") }
        try operand()
        while case .symbol(let symbol)? = next, Self.operators.contains(symbol) {
            position += 1
            try operand()
        }
        if take("?") {
            try expression()
            try expect(":")
            try expression()
        }
        depth -= 1
    }

    private mutating func operand() throws(CELError) {
        while take("!") || take("-") {}
        try primary()
        while true {
            if take(".") {
                guard case .name? = next else { throw unexpected(next) }
                position += 1
                if take("(") { try items(until: ")") }
            } else if take("[") {
                try expression()
                try expect("]")
            } else if take("{") {
                try entries()
            } else {
                return
            }
        }
    }

    private mutating func primary() throws(CELError) {
        if take("(") {
            try expression()
            return try expect(")")
        }
        if take("[") { return try items(until: "]") }
        if take("{") { return try entries() }
        _ = take(".")
        switch next {
        case .literal: position += 1
        case .name:
            position += 1
            if take("(") { try items(until: ")") }
        default: throw unexpected(next)
        }
    }

    /// Expressions between commas, of which the last may be followed by one.
    private mutating func items(until end: String) throws(CELError) {
        while !take(end) {
            try expression()
            if take(end) { return }
            try expect(",")
        }
    }

    private mutating func entries() throws(CELError) {
        while !take("}") {
            try expression()
            try expect(":")
            try expression()
            if take("}") { return }
            try expect(",")
        }
    }

    private var next: CELToken? { position < tokens.count ? tokens[position] : nil }

    private mutating func take(_ symbol: String) -> Bool {
        guard case .symbol(symbol)? = next else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ symbol: String) throws(CELError) {
        if !take(symbol) { throw unexpected(next) }
    }

    private func unexpected(_ token: CELToken?) -> CELError {
        CELError(problem: token.map { "\"\($0.text)\" is not expected there" } ?? "it ends too early")
    }

    private static let operators: Set = [
        "||", "&&", "<", "<=", ">", ">=", "==", "!=", "in", "+", "-", "*", "/", "%",
    ]
    /// As the reference implementation has it.
    private static let deepest = 250
}
