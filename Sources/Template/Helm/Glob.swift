/// A pattern for paths: `*` stops at slashes, `**` does not, `?`, `[a-z]`, `[!a]`, `{a,b}`, and `\` before a
/// character that is meant as it is.
package struct Glob: Sendable {
    /// Braces stand for so many plain patterns at most.
    private static let alternativeLimit = 256
    private var alternatives: [PathMatcher] = []

    /// Nil for a pattern that breaks the rules or stands for too many.
    package init?(_ pattern: Text) {
        guard let plain = Self.expanded(Array(pattern.string.unicodeScalars)[...]) else { return nil }
        for characters in plain {
            guard let parts = Self.parts(characters) else { return nil }
            alternatives.append(PathMatcher(parts))
        }
    }

    package func matches(_ path: Text) -> Bool {
        let path = path.string
        return alternatives.contains { $0.matches(path) }
    }

    /// The pattern without braces.
    private static func expanded(_ pattern: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]]? {
        var results: [[Unicode.Scalar]] = [[]]
        var rest = pattern
        while let character = rest.popFirst() {
            if character == "{" {
                guard let choices = choices(&rest) else { return nil }
                var inner: [[Unicode.Scalar]] = []
                for choice in choices {
                    guard let plain = expanded(choice) else { return nil }
                    inner += plain
                }
                guard results.count * inner.count <= alternativeLimit else { return nil }
                results = results.flatMap { start in inner.map { start + $0 } }
                continue
            }
            var piece = [character]
            if character == "\\", let next = rest.popFirst() { piece.append(next) }
            for index in results.indices { results[index] += piece }
        }
        return results
    }

    /// What stands between commas up to the closing brace.
    private static func choices(_ rest: inout ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>]? {
        var choices: [ArraySlice<Unicode.Scalar>] = []
        var start = rest.startIndex
        var depth = 0
        var index = rest.startIndex
        while index < rest.endIndex {
            switch rest[index] {
            case "\\": index += 1
            case "{": depth += 1
            case "}" where depth > 0: depth -= 1
            case "}":
                choices.append(rest[start..<index])
                rest = rest[(index + 1)...]
                return choices
            case "," where depth == 0:
                choices.append(rest[start..<index])
                start = index + 1
            default: break
            }
            // Deeper braces than this nobody writes; recursion must end.
            if depth > 16 { return nil }
            index += 1
        }
        return nil
    }

    private static func parts(_ characters: [Unicode.Scalar]) -> [PathMatcher.Part]? {
        var parts: [PathMatcher.Part] = []
        var rest = characters[...]
        while let character = rest.popFirst() {
            switch character {
            case "\\": parts.append(.character(rest.popFirst() ?? "\\"))
            case "?": parts.append(.one)
            case "*":
                let crosses = rest.first == "*"
                while rest.first == "*" { rest.removeFirst() }
                parts.append(.stretch(crossesSlashes: crosses))
            case "[":
                guard let set = set(&rest) else { return nil }
                parts.append(set)
            default: parts.append(.character(character))
            }
        }
        return parts
    }

    private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> PathMatcher.Part? {
        let isNegated = rest.first == "!"
        if isNegated { rest.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let character = rest.popFirst() {
            if character == "]" {
                return ranges.isEmpty ? nil : .set(ranges, isNegated: isNegated, holdsSlashes: true)
            }
            guard let low = character == "\\" ? rest.popFirst() : character else { return nil }
            if rest.first == "-", let high = rest.dropFirst().first, high != "]" {
                guard low <= high else { return nil }
                ranges.append(low...high)
                rest = rest.dropFirst(2)
            } else {
                ranges.append(low...low)
            }
        }
        return nil
    }
}
