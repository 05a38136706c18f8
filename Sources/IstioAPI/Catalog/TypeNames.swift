import Diagnostics
package import Schema

/// Types as users name them on the command line.
extension Catalog {
    /// The kinds that a word may mean: a plural, a singular, a short name, a kind, or 0.7.1's
    /// hyphenated type, in any
    /// case, each also followed by `.group` or `.version.group`.
    ///
    /// In the order of `kinds`, so today's before 0.7.1's. With a version in the name, the kinds that
    /// serve it come
    /// with that version first.
    package static func types(named word: String) -> [Kind] {
        let word = word.lowercased()
        guard let dot = word.firstIndex(of: ".") else { return kinds.filter { $0.answers(to: word) } }
        let name = String(word[..<dot])
        let rest = String(word[word.index(after: dot)...])
        return kinds.compactMap { $0.answers(to: name) ? $0.narrowed(to: rest) : nil }
    }

    /// The known name nearest to a wrong one; nil when nothing is near.
    package static func suggestion(forType word: String) -> String? {
        let name = String(word.prefix { $0 != "." })
        let letters = name.filter { $0 != "-" && $0 != "_" }
        return Suggestion.nearest(to: letters, among: kinds.lazy.flatMap { [$0.plural, $0.singular] })
    }
}

extension Kind {
    fileprivate func answers(to word: String) -> Bool {
        plural == word || singular == word || shortNames.contains(word) || classicType == word
    }

    /// The kind, if `rest` is its group or one of its versions and its group.
    fileprivate func narrowed(to rest: String) -> Kind? {
        if rest == group { return self }
        return versions.first { rest == "\($0).\(group)" || (group.isEmpty && rest == $0) }.map(preferring)
    }
}
