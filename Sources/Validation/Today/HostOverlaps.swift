/// Hosts of a list, each maybe with a wildcard, that have a name in common. Takes n log n, however many
/// overlap.
enum HostOverlaps {
    /// Positions in the list, in the order of the later ones; each host is at most once the later one.
    static func pairs(_ hosts: [String]) -> [(later: Int, earlier: Int)] {
        let entries = hosts.enumerated().map { Entry($0, $1) }.sorted { $0.precedes($1) }
        // Wildcards that stand for the name at hand, the widest first.
        var covers: [Entry] = []
        var earliest: [Int: Int] = [:]
        var previous: Entry?
        for entry in entries {
            while let last = covers.last, !entry.name.starts(with: last.name) { covers.removeLast() }
            let other = covers.last ?? previous.flatMap { $0.name == entry.name ? $0 : nil }
            if let other {
                let (later, earlier) = (max(entry.index, other.index), min(entry.index, other.index))
                earliest[later] = min(earlier, earliest[later] ?? earlier)
            }
            if entry.isWildcard { covers.append(entry) }
            previous = entry
        }
        return earliest.sorted { $0.key < $1.key }.map { (later: $0.key, earlier: $0.value) }
    }

    private struct Entry {
        let index: Int
        let isWildcard: Bool
        /// Backwards, without the wildcard: what a wildcard stands for begins with it.
        let name: [UInt8]

        init(_ index: Int, _ host: String) {
            self.index = index
            isWildcard = host.hasPrefix("*")
            name = Array((isWildcard ? host.dropFirst() : host[...]).utf8.reversed())
        }

        /// A wildcard comes before the names that it stands for.
        func precedes(_ other: Entry) -> Bool {
            if name == other.name { return isWildcard && !other.isWildcard }
            return name.lexicographicallyPrecedes(other.name)
        }
    }
}
