import Template

/// A pattern of Go's `path.Match`: `*` and `?` stop at slashes, `[a-z]`, `[^a]`, and `\` before a character
/// that is meant as it is.
package struct PathPattern: Sendable {
    private let matcher: PathMatcher

    /// Nil for a pattern that breaks the rules.
    package init?(_ pattern: String) {
        var parts: [PathMatcher.Part] = []
        var rest = Array(pattern.unicodeScalars)[...]
        while let character = rest.popFirst() {
            switch character {
            case "*": parts.append(.stretch(crossesSlashes: false))
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
        matcher = PathMatcher(parts)
    }

    private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> PathMatcher.Part? {
        let isNegated = rest.first == "^"
        if isNegated { rest.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let character = rest.popFirst() {
            if character == "]", !ranges.isEmpty {
                return .set(ranges, isNegated: isNegated, holdsSlashes: false)
            }
            guard let low = member(character, &rest) else { return nil }
            var high = low
            if rest.first == "-" {
                rest.removeFirst()
                guard let end = rest.popFirst().flatMap({ member($0, &rest) }) else { return nil }
                high = end
            }
            // A range that is empty matches nothing.
            if low <= high {
                ranges.append(low...high)
            } else {
                return .set([], isNegated: isNegated, holdsSlashes: false)
            }
        }
        return nil
    }

    private static func member(
        _ character: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>
    ) -> Unicode.Scalar? {
        if character == "]" || character == "-" { return nil }
        return character == "\\" ? rest.popFirst() : character
    }

    package func matches(_ path: String) -> Bool { matcher.matches(path) }
}
