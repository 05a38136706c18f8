package import Diagnostics

/// Where a text came from. `name` is the path as the user gave it, `-` for standard input, or a description
/// such as `sandbox`. The text is kept for excerpts and edits in place.
package final class Source: Sendable {
    package let name: String
    package let text: [UInt8]

    package init(name: String, text: [UInt8]) {
        self.name = name
        self.text = text
    }

    package convenience init(name: String, _ text: String) {
        self.init(name: name, text: Array(text.utf8))
    }

    package func position(_ mark: Mark) -> Position { Position(file: name, mark: mark) }
}

/// One document of a stream: its tree, its place among the others, and what was wrong with its text.
package struct Document: Sendable {
    package let source: Source
    /// Counted from 0 over all documents of the source, empty ones included.
    package let index: Int
    /// Null for an empty document, and for one that could not be read.
    package let root: Node
    /// Syntax errors, duplicate keys, limits. With an error among them, `root` must not be used.
    package let problems: [Diagnostic]

    package init(source: Source, index: Int, root: Node, problems: [Diagnostic] = []) {
        self.source = source
        self.index = index
        self.root = root
        self.problems = problems
    }

    /// A document that the program built itself, or got from a server.
    package init(_ root: Node, name: String = "") {
        self.init(source: Source(name: name, text: []), index: 0, root: root)
    }
}
