/// The lines of a chart's `.helmignore`.
package struct IgnoreRules: Sendable {
    private struct Rule: Sendable {
        let pattern: PathPattern
        let isNegated: Bool
        let isForFolders: Bool
        /// Whether the pattern is held against the last name alone.
        let isForName: Bool

        func matches(_ path: String) -> Bool {
            let name = isForName ? path.split(separator: "/").last.map(String.init) ?? path : path
            return pattern.matches(name)
        }
    }

    private var rules: [Rule] = []

    package init(_ text: [UInt8]) throws(ChartError) {
        let lines = String(decoding: text.withoutMark, as: UTF8.self).split(whereSeparator: \.isNewline)
        for line in lines { try add(String(line).trimmed) }
        // What Helm adds: hidden files of templates are none.
        try add("templates/.?*")
    }

    private mutating func add(_ line: String) throws(ChartError) {
        if line.isEmpty || line.hasPrefix("#") { return }
        if line.contains("**") { throw ChartError(".helmignore: double-star (**) syntax is not supported") }
        var text = line[...]
        let isNegated = text.hasPrefix("!")
        if isNegated { text.removeFirst() }
        let isForFolders = text.hasSuffix("/")
        if isForFolders { text.removeLast() }
        let isForName = !text.contains("/")
        if text.hasPrefix("/") { text.removeFirst() }
        guard let pattern = PathPattern(String(text)) else {
            throw ChartError(".helmignore: syntax error in pattern \(line)")
        }
        rules.append(
            Rule(pattern: pattern, isNegated: isNegated, isForFolders: isForFolders, isForName: isForName))
    }

    /// Whether a file, or a folder with all in it, is left out. A rule with `!` leaves out what it does not
    /// match, as Helm has it.
    package func ignores(_ path: String, isFolder: Bool) -> Bool {
        for rule in rules {
            if rule.isNegated {
                if rule.isForFolders && !isFolder || !rule.matches(path) { return true }
            } else if !rule.isForFolders || isFolder, rule.matches(path) {
                return true
            }
        }
        return false
    }
}

extension [UInt8] {
    /// Without the mark that some editors put before UTF-8.
    package var withoutMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }
}
