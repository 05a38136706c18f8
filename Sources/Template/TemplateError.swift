/// Why a template was not parsed or not rendered, worded as Go words it.
package struct TemplateError: Error, Equatable {
    package enum Phase: Sendable { case parse, execute }

    package let phase: Phase
    /// The template that the text belongs to.
    package let name: String
    /// From 1; nil where the failure has no place.
    package let line: Int?
    /// In bytes from 0, as Go counts; nil for failures of the parser, which only knows lines.
    package let column: Int?
    /// The whole message, place included.
    package let message: String
    /// What an author says to the user (`fail`, `required`), without all that surrounds it.
    package let notice: String?
    /// The messages of the failures that led to this one, next first.
    package let causes: [String]

    /// More causes than anyone reads; templates may fail a thousand calls deep.
    private static let causeLimit = 50

    init(
        _ phase: Phase, _ name: String, line: Int? = nil, column: Int? = nil, _ message: String,
        notice: String? = nil, causes: [String] = []
    ) {
        self.phase = phase
        self.name = name
        self.line = line
        self.column = column
        self.message = message
        self.notice = notice
        self.causes = Array(causes.prefix(Self.causeLimit))
    }
}
