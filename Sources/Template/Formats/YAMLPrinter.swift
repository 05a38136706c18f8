/// Prints YAML as the emitters of goyaml do: always in blocks, with flow style for empty lists and maps only.
struct YAMLPrinter {
    /// Where the two versions that Helm uses differ.
    struct Style {
        /// Whether lists under a key stand deeper than the key.
        let indentsLists: Bool
        /// The column behind which a blank becomes a line break; nil where lines are never folded.
        let width: Int?
        /// Whether text with tabs may stand in a literal block.
        let keepsTabs: Bool

        /// Version 2, of `toYaml`.
        static let compact = Style(indentsLists: false, width: 80, keepsTabs: false)
        /// Version 3, of `toYamlPretty`.
        static let pretty = Style(indentsLists: true, width: nil, keepsTabs: true)
    }

    let style: Style
    var bytes: [UInt8] = []
    /// Characters of the line.
    var column = 0
    /// Whether what was written last parts words.
    var isSpaced = true
    /// Whether the line has nothing but blanks and the marks of lists and keys.
    var isIndentation = true

    private init(_ style: Style) { self.style = style }

    /// Ends with a line feed.
    static func text(_ tree: YAMLTree, _ style: Style) -> String {
        var printer = YAMLPrinter(style)
        printer.node(tree, in: nil)
        printer.beginLine(0)
        return String(decoding: printer.bytes, as: UTF8.self)
    }

    // MARK: Nodes

    /// What holds a node.
    private enum Holder {
        case list(Int)
        case map(Int)

        var indent: Int {
            switch self {
            case .list(let indent), .map(let indent): indent
            }
        }
    }

    private static let step = 2

    private mutating func node(_ tree: YAMLTree, in holder: Holder?) {
        let indent = holder.map { $0.indent + Self.step } ?? 0
        switch tree {
        case .list(let items) where items.isEmpty: empty("[", "]")
        case .list(let items):
            if case .map(let own) = holder, !isIndentation, !style.indentsLists {
                list(items, own)
            } else {
                list(items, indent)
            }
        case .map(let entries) where entries.isEmpty: empty("{", "}")
        case .map(let entries): map(entries, indent)
        default: scalar(tree, indent: holder == nil ? Self.step : indent, isKey: false)
        }
    }

    private mutating func list(_ items: [YAMLTree], _ indent: Int) {
        for item in items {
            beginLine(indent)
            mark("-", afterSpace: true, keepsIndentation: true)
            node(item, in: .list(indent))
        }
    }

    private mutating func map(_ entries: [(key: YAMLTree, value: YAMLTree)], _ indent: Int) {
        for (key, value) in entries {
            beginLine(indent)
            if isSimple(key) {
                scalar(key, indent: indent + Self.step, isKey: true)
                mark(":")
            } else {
                mark("?", afterSpace: true, keepsIndentation: true)
                node(key, in: .map(indent))
                beginLine(indent)
                mark(":", afterSpace: true, keepsIndentation: true)
            }
            node(value, in: .map(indent))
        }
    }

    private mutating func empty(_ start: String, _ end: String) {
        mark(start, afterSpace: true)
        isSpaced = true
        mark(end)
    }

    /// Whether a key stands before its colon in one line.
    private func isSimple(_ key: YAMLTree) -> Bool {
        switch key {
        case .bare: true
        case .text(let text): text.utf8.count <= 128 && !YAMLText(text).analysis.isMultiline
        case .binary(let text): text.utf8.count <= 108 && !text.utf8.contains(0x0A)
        case .list(let items): items.isEmpty
        case .map(let entries): entries.isEmpty
        }
    }

    // MARK: Marks and lines

    mutating func put(_ byte: UInt8) {
        bytes.append(byte)
        column += 1
    }

    mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        column = 0
    }

    mutating func mark(_ text: String, afterSpace: Bool = false, keepsIndentation: Bool = false) {
        if afterSpace, !isSpaced { put(UInt8(ascii: " ")) }
        for byte in text.utf8 { put(byte) }
        isSpaced = false
        isIndentation = isIndentation && keepsIndentation
    }

    /// Goes to a column: on this line, where it has nothing but marks before that column, or on the next.
    mutating func beginLine(_ indent: Int) {
        if !isIndentation || column > indent || column == indent && !isSpaced { breakLine() }
        while column < indent { put(UInt8(ascii: " ")) }
        isSpaced = true
        isIndentation = true
    }
}
