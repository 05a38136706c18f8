/// A place in a text: line and column, both counted from 1; columns count Unicode scalars.
///
/// `Mark.none` (line 0) stands for values that no text holds, such as defaults and what the program builds
/// itself.
package struct Mark: Sendable, Hashable, Comparable {
    package var line: UInt32
    package var column: UInt32

    package static let none = Mark(line: 0, column: 0)

    package init(line: UInt32, column: UInt32) {
        self.line = line
        self.column = column
    }

    package var isKnown: Bool { line > 0 }

    package static func < (a: Mark, b: Mark) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A mark and the name of the input it is in: a path as the user gave it, `-` for standard input, or a
/// description.
package struct Position: Sendable, Hashable, CustomStringConvertible {
    package var file: String
    package var mark: Mark

    package init(file: String, mark: Mark) {
        self.file = file
        self.mark = mark
    }

    /// `file:line:column`, with control characters escaped; the file alone when the place is unknown.
    package var description: String {
        let name = file.escapingControls
        return mark.isKnown ? "\(name):\(mark.line):\(mark.column)" : name
    }
}
