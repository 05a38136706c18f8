import CLibYAML
import Diagnostics

/// What libyaml says when it gives up, as the end of a document.
enum SyntaxProblem {
    static func stop(_ parser: borrowing yaml_parser_t, in bytes: Bytes, line: Int) -> DocumentBuilder.Stop {
        let problem = text(parser.problem) ?? "the text is not YAML"
        if parser.error == YAML_READER_ERROR {
            return unreadable(problem, parser.problem_value, parser.problem_offset, bytes, line)
        }
        let place = mark(parser.problem_mark, line)
        var message = problem
        var note: (String, Mark)?
        if let context = text(parser.context) {
            message += " \(context)"
            let start = mark(parser.context_mark, line)
            if start != place { note = (context.drop(prefix: "while ") + " that begins here", start) }
        }
        return .init(code: .yamlSyntax, message: message, mark: place, note: note)
    }

    private static func unreadable(
        _ problem: String, _ value: Int32, _ offset: Int, _ bytes: Bytes, _ line: Int
    ) -> DocumentBuilder.Stop {
        let start = Mark(line: UInt32(truncatingIfNeeded: line + 1), column: 1)
        var places = PlaceCounter(bytes, at: start)
        let shown = value >= 0 ? " (\(hexadecimal(UInt32(value))))" : ""
        return .init(.invalidText, problem + shown, places.mark(offset))
    }

    private static func mark(_ mark: yaml_mark_t, _ line: Int) -> Mark {
        Mark(
            line: UInt32(truncatingIfNeeded: mark.line + 1 + line),
            column: UInt32(truncatingIfNeeded: mark.column + 1))
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}

extension String {
    fileprivate func drop(prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
