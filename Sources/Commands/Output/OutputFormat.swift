import Diagnostics

/// What `-o` asks `get` for.
enum OutputFormat: Sendable {
    /// 0.7.1's table: name, kind, namespace.
    case short
    /// The table with the columns of the kind, or with the wide ones too.
    case table(isWide: Bool)
    case json
    case yaml
    /// `virtualservice.networking.istio.io/reviews`, one a line.
    case name
    case jsonPath(JSONPath)
    case customColumns([CustomColumn])

    static let names = [
        "short", "wide", "yaml", "json", "name", "jsonpath", "jsonpath-file", "custom-columns",
    ]
}

/// Why a value of `-o` cannot be used.
struct OutputFormatError: Error, Equatable, CustomStringConvertible {
    var message: String
    var description: String { message }
}

extension OutputFormat {
    /// Reads the value of `-o`. `readFile` gives the text of a file named by `jsonpath-file`.
    init(parsing text: String, readFile: (String) throws -> String) throws(OutputFormatError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let argument = parts.count == 2 ? parts[1] : nil
        switch (parts[0], argument) {
        case ("short", nil): self = .short
        case ("wide", nil): self = .table(isWide: true)
        case ("json", nil): self = .json
        case ("yaml", nil): self = .yaml
        case ("name", nil): self = .name
        case ("jsonpath", let template?): self = .jsonPath(try Self.path(template))
        case ("jsonpath-file", let file?):
            guard let template = try? readFile(file) else {
                throw OutputFormatError(message: "cannot read the template \(file.escapingControls)")
            }
            self = .jsonPath(try Self.path(template))
        case ("custom-columns", let columns?): self = .customColumns(try CustomColumn.list(columns))
        case ("jsonpath", nil), ("jsonpath-file", nil), ("custom-columns", nil):
            throw OutputFormatError(message: "-o \(parts[0]) needs a value: -o \(parts[0])=…")
        default: throw Self.unknown(text)
        }
    }

    private static func path(_ template: String) throws(OutputFormatError) -> JSONPath {
        do {
            return try JSONPath(template)
        } catch {
            throw OutputFormatError(message: "wrong JSONPath: \(error)")
        }
    }

    private static func unknown(_ text: String) -> OutputFormatError {
        let near = Suggestion.nearest(to: text, among: names).map { "; did you mean \($0)?" } ?? ""
        return OutputFormatError(
            message: "unknown output format \"\(text.escapingControls)\": "
                + "it is one of \(names.joined(separator: ", "))\(near)")
    }
}
