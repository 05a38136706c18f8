/// The nearest right word for a wrong one.
package enum Suggestion {
    /// The candidate closest to `word`, or nil when none is close enough to be what was meant.
    ///
    /// Distance is Damerau-Levenshtein (a swap of neighbours counts one), case apart; words may differ in
    /// about a
    /// third of their letters. Ties go to the earlier candidate.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().utf8)
        guard wanted.count <= longestWord else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in candidates where candidate.utf8.count <= longestWord {
            let other = Array(candidate.lowercased().utf8)
            let allowed = Swift.max(1, Swift.max(wanted.count, other.count) / 3)
            let found = distance(wanted, other)
            if found <= allowed, found < best?.distance ?? Int.max { best = (found, candidate) }
        }
        return best?.word
    }

    private static let longestWord = 64

    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        if a == b { return 0 }
        var previous = [Int](repeating: 0, count: b.count + 1)
        var current = Array(0...b.count)
        for i in 0..<a.count {
            let beforePrevious = previous
            previous = current
            current[0] = i + 1
            for j in 0..<b.count {
                var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforePrevious[j - 1] + 1)
                }
                current[j + 1] = cost
            }
        }
        return current[b.count]
    }
}
