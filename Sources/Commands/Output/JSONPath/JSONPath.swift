import YAML

/// A template in kubectl's JSONPath: text with `{…}` parts that are evaluated against an object.
///
/// Fields (plain, dotted, `['quoted']`, `\.` for a dot), `*`, `[0]`, `[-1]`, `[1:3:2]`, unions, `..`, filters
/// `?(@.a=="b")`, quoted text, and `range`/`end`. As in kubectl, what is missing prints as nothing.
struct JSONPath: Sendable {
    indirect enum Part: Sendable {
        case text(String)
        case values([Step])
        case range([Step], [Part])
    }

    enum Step: Sendable {
        case field(String)
        case everyChild
        case descendants
        case index(Int)
        case slice(from: Int?, to: Int?, by: Int)
        case union([[Step]])
        case filter(Filter)
        /// A constant, such as the right side of a filter's comparison or a quoted text.
        case constant(Node)
    }

    struct Filter: Sendable {
        enum Comparison: String, Sendable, CaseIterable {
            // Longer signs first, so that `<=` is not read as `<`.
            case equal = "=="
            case notEqual = "!="
            case atMost = "<="
            case atLeast = ">="
            case less = "<"
            case greater = ">"
        }

        var left: [Step]
        /// Nil asks only whether the left side is there.
        var comparison: (sign: Comparison, right: [Step])?
    }

    let parts: [Part]

    /// Reads a template; one without any brace is taken as a single expression, `.metadata.name` as
    /// `{.metadata.name}`.
    init(_ template: String) throws(JSONPathError) {
        let isBare = !template.contains("{") && (template.hasPrefix(".") || template.hasPrefix("$"))
        var parser = JSONPathParser(isBare ? "{\(template)}" : template)
        parts = try parser.template()
    }

    /// Reads one expression with or without braces and leading dot, as custom columns and `--sort-by` take
    /// it: `metadata.name`, `.metadata.name`, `{.metadata.name}`.
    init(relaxed expression: String) throws(JSONPathError) {
        var inner = expression
        if inner.hasPrefix("{"), inner.hasSuffix("}") { inner = String(inner.dropFirst().dropLast()) }
        if let first = inner.first, !".[$@".contains(first) { inner = "." + inner }
        try self.init("{\(inner)}")
    }
}

/// What is wrong with a JSONPath, and where.
struct JSONPathError: Error, Equatable, CustomStringConvertible {
    var message: String
    /// Counted from 0 in characters of the template; nil for errors of evaluation.
    var offset: Int?

    init(_ message: String, at offset: Int? = nil) {
        self.message = message
        self.offset = offset
    }

    /// The message with the place in words.
    var description: String { offset.map { "\(message) (at character \($0 + 1))" } ?? message }
}
