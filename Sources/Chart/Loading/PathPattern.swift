/// A pattern of Go's `path.Match`: `*` and `?` stop at slashes, `[a-z]`, `[^a]`, and `\` before a character
/// that is meant as it is.
package struct PathPattern: Sendable {
    private enum Part: Sendable {
        case character(Unicode.Scalar)
        case one
        case stretch
        case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private var parts: [Part] = []

    /// Nil for a pattern that breaks the rules.
    package init?(_ pattern: String) {
        var rest = Array(pattern.unicodeScalars)[...]
        while let character = rest.popFirst() {
            switch character {
            case "*": parts.append(.stretch)
            case "?": parts.append(.one)
            case "[":
                guard let set = Self.set(&rest) else { return nil }
                parts.append(set)
            case "\\":
                guard let plain = rest.popFirst() else { return nil }
                parts.append(.character(plain))
            default: parts.append(.character(character))
            }
        }
    }

    private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
        let isNegated = rest.first == "^"
        if isNegated { rest.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let character = rest.popFirst() {
            if character == "]", !ranges.isEmpty { return .set(ranges, isNegated: isNegated) }
            guard let low = member(character, &rest) else { return nil }
            var high = low
            if rest.first == "-" {
                rest.removeFirst()
                guard let end = rest.popFirst().flatMap({ member($0, &rest) }) else { return nil }
                high = end
            }
            // A range that is empty matches nothing.
            if low <= high { ranges.append(low...high) } else { return .set([], isNegated: isNegated) }
        }
        return nil
    }

    private static func member(
        _ character: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>
    ) -> Unicode.Scalar? {
        if character == "]" || character == "-" { return nil }
        return character == "\\" ? rest.popFirst() : character
    }

    /// Which prefixes of the path the first parts match, part by part: never more than parts times
    /// characters.
    package func matches(_ path: String) -> Bool {
        let text = Array(path.unicodeScalars)
        var reached = [Bool](repeating: false, count: text.count + 1)
        reached[0] = true
        for part in parts {
            var next = [Bool](repeating: false, count: text.count + 1)
            for index in reached.indices {
                if case .stretch = part {
                    next[index] = reached[index] || index > 0 && next[index - 1] && text[index - 1] != "/"
                } else if index > 0, reached[index - 1] {
                    next[index] = Self.takes(part, text[index - 1])
                }
            }
            reached = next
        }
        return reached[text.count]
    }

    private static func takes(_ part: Part, _ character: Unicode.Scalar) -> Bool {
        switch part {
        case .character(let wanted): wanted == character
        case .one: character != "/"
        case .set(let ranges, let isNegated):
            character != "/" && ranges.contains { $0.contains(character) } != isNegated
        case .stretch: true
        }
    }
}
