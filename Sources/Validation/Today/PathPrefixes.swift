/// Prefixes of which none begins with another, in order, so that a search looks at one.
struct PathPrefixes {
    private var sorted: [[UInt8]] = []

    /// The prefix that a path begins with.
    func covering(_ path: String) -> String? {
        let bytes = Array(path.utf8)
        let index = position(of: bytes)
        if index < sorted.count, sorted[index] == bytes { return path }
        guard index > 0, bytes.starts(with: sorted[index - 1]) else { return nil }
        return String(decoding: sorted[index - 1], as: UTF8.self)
    }

    /// Adds a prefix that is not covered; those that it covers go.
    mutating func insert(_ prefix: String) {
        let bytes = Array(prefix.utf8)
        let index = position(of: bytes)
        let end = sorted[index...].firstIndex { !$0.starts(with: bytes) } ?? sorted.count
        sorted.replaceSubrange(index..<end, with: [bytes])
    }

    /// Of the first that is not before the given one.
    private func position(of bytes: [UInt8]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].lexicographicallyPrecedes(bytes) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
