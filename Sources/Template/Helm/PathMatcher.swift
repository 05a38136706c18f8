/// What patterns for paths come to, whatever their language.
package struct PathMatcher: Sendable {
    package enum Part: Sendable {
        case character(Unicode.Scalar)
        /// Any character but a slash.
        case one
        /// Any number of characters.
        case stretch(crossesSlashes: Bool)
        case set([ClosedRange<Unicode.Scalar>], isNegated: Bool, holdsSlashes: Bool)
    }

    private let parts: [Part]

    package init(_ parts: [Part]) { self.parts = parts }

    /// Which prefixes of the text the first parts match, part by part: never more than parts times
    /// characters.
    package func matches(_ path: String) -> Bool {
        let text = Array(path.unicodeScalars)
        var reached = [Bool](repeating: false, count: text.count + 1)
        reached[0] = true
        for part in parts {
            var next = [Bool](repeating: false, count: text.count + 1)
            for index in reached.indices {
                if case .stretch(let crosses) = part {
                    let goesOn = index > 0 && next[index - 1] && (crosses || text[index - 1] != "/")
                    next[index] = reached[index] || goesOn
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
        case .set(let ranges, let isNegated, let holdsSlashes):
            (holdsSlashes || character != "/") && ranges.contains { $0.contains(character) } != isNegated
        case .stretch: true
        }
    }
}
