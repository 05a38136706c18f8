/// Findings as compilers print them: `file:line:column: severity: message [code]`; below it the field's
/// path, notes and the hint.
///
/// All text from outside is printed with its control characters escaped.
package struct TextRenderer {
    /// The bytes of an input by its name, for excerpts; nil where it cannot be had.
    package typealias SourceText = (_ file: String) -> [UInt8]?

    private let usesColor: Bool
    private let sourceText: SourceText?

    /// With `excerpts` (on a terminal), the line of the input is shown with a caret under the place.
    package init(usesColor: Bool = false, excerpts sourceText: SourceText? = nil) {
        self.usesColor = usesColor
        self.sourceText = sourceText
    }

    /// Every finding in reading order; empty for none, else ending in a line feed.
    package func text(_ diagnostics: some Sequence<Diagnostic>) -> String {
        var excerpts = Excerpts(sourceText)
        return diagnostics.inReadingOrder().map { text($0, &excerpts) }.joined()
    }

    private func text(_ diagnostic: Diagnostic, _ excerpts: inout Excerpts) -> String {
        let lines = diagnostic.message.split(separator: "\n", omittingEmptySubsequences: false)
        let severity = paint(diagnostic.severity.rawValue + ":", diagnostic.severity.color)
        let origin = diagnostic.position == nil ? subject(diagnostic.subject) : place(diagnostic.position)
        var text = origin + "\(severity) \((lines.first ?? "").escapingControls)"
        let codes = [diagnostic.code, diagnostic.rule].compactMap { $0?.name.escapingControls }
        text += paint(" [\(codes.joined(separator: " "))]", .dim) + "\n"
        for line in lines.dropFirst() { text += "    \(line.escapingControls)\n" }
        if let position = diagnostic.position, let excerpt = excerpts.excerpt(position) {
            text += "\(paint(excerpt.gutter, .dim))\(excerpt.line)\n"
            text += "\(paint(excerpt.margin, .dim))\(paint(excerpt.caret, diagnostic.severity.color))\n"
        }
        if !diagnostic.path.steps.isEmpty { text += "  \(paint("field:", .cyan)) \(diagnostic.path)\n" }
        for note in diagnostic.notes {
            text += "  \(place(note.position))\(paint("note:", .cyan)) \(note.message.escapingControls)\n"
        }
        if let hint = diagnostic.hint { text += "  \(paint("hint:", .cyan)) \(hint.escapingControls)\n" }
        return text
    }

    private func place(_ position: Position?) -> String {
        position.map { paint("\($0):", .bold) + " " } ?? ""
    }

    /// An object of a cluster has no place but its name.
    private func subject(_ subject: Subject?) -> String {
        subject.map { paint("\($0):", .bold) + " " } ?? ""
    }

    private func paint(_ text: String, _ color: Color) -> String {
        usesColor ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// Codes of ECMA-48's "select graphic rendition".
private enum Color: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "36"
}

extension Severity {
    fileprivate var color: Color {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .info: .cyan
        }
    }
}
