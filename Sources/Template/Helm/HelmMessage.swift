/// Failures of templates in the words of Helm 4.
enum HelmMessage {
    /// `parse error at (NAME:LINE): what is wrong`.
    static func parsing(_ error: TemplateError) -> String {
        let pieces = pieces(of: error.message)
        guard pieces.count > 1, let last = pieces.last else {
            return "parse error in (\(error.name)): \(error.message)"
        }
        return "parse error at (\(pieces[1])): \(last)"
    }

    /// What an author says, with the place; or the places that led to the failure, one below the other.
    static func execution(_ error: TemplateError) -> String {
        if let notice = error.notice {
            let pieces = pieces(of: error.message)
            return "execution error at (\(pieces.count > 1 ? pieces[1] : error.name)): \(notice)"
        }
        var traces: [String] = []
        for message in [error.message] + error.causes {
            guard let trace = trace(message) else { return error.message }
            if traces.last != trace { traces.append(trace) }
        }
        return traces.joined(separator: "\n")
    }

    private static func pieces(of message: String) -> [String] {
        var pieces: [String] = []
        var rest = Substring(message)
        while let separator = rest.firstRange(of: ": ") {
            pieces.append(String(rest[..<separator.lowerBound]))
            rest = rest[separator.upperBound...]
        }
        return pieces + [String(rest)]
    }

    /// One message of Go's, over three lines; nil for messages of any other form.
    private static func trace(_ message: String) -> String? {
        guard message.hasPrefix("template: ") else { return nil }
        if message.hasPrefix("template: no template ") { return message }
        var rest = message.dropFirst("template: ".count)
        guard let place = cut(&rest, ": executing "), let name = cut(&rest, " at "),
            let node = cut(&rest, ": "), !rest.contains("\n")
        else { return nil }
        let inner = rest.dropFirst().firstRange(of: " template:")
        let text = inner.map { rest[..<$0.lowerBound] } ?? rest
        return "\(place)\n  executing \(name) at \(node):\n    \(text)"
    }

    /// What stands before a separator, which is taken away too.
    private static func cut(_ rest: inout Substring, _ separator: String) -> Substring? {
        guard let range = rest.firstRange(of: separator) else { return nil }
        let piece = rest[..<range.lowerBound]
        rest = rest[range.upperBound...]
        return piece
    }
}
