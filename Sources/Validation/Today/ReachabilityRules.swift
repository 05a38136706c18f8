import Diagnostics
import IstioAPI
import Schema

extension Report {
    /// Routes are tried in order: what an earlier one takes never reaches a later one.
    mutating func reachability(of service: Object<VirtualService>) {
        var prefixes = PathPrefixes()
        var takesAll = false
        for (index, route) in service.http.enumerated() {
            if takesAll {
                warning(
                    .unusedValue, "route \(index + 1) is never used, the ones before take all requests",
                    at: route.place, hint: "put the route without matches last")
                return
            }
            if route.match.isEmpty { takesAll = true }
            for match in route.match {
                // As Istio does, which does not mind a whole path after a prefix.
                let path = match.uri.prefix
                if !path.isEmpty, !match.ignoreUriCase, let other = prefixes.covering(path) {
                    warning(
                        .unusedValue,
                        "this match is never used, an earlier one takes all paths from \(other.quoted) on",
                        at: match.place, hint: "put the more special match first")
                } else if match.isPathPrefixOnly {
                    prefixes.insert(match.uri.prefix)
                }
            }
        }
    }
}

extension Object<HTTPMatchRequest> {
    /// Whether requests are chosen by the beginning of their path and nothing else.
    fileprivate var isPathPrefixOnly: Bool {
        guard let entries = node?.map, self.uri.has(\.prefix), !self.uri.prefix.isEmpty else { return false }
        return entries.allSatisfy { $0.value.isNull || $0.key == "uri" || $0.key == "name" }
    }
}

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
