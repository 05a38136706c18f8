import Schema
import YAML

/// Virtual services try rules in order, HTTPRoutes by how special they are. Where that gives other routes,
/// the ledger says so.
enum RoutePrecedence {
    static func check(_ rules: [HTTPRoutes.Rule], of object: ConvertedName, _ ledger: inout Ledger) {
        var earlier: [(match: GatewayMatch, rule: Int)] = []
        for (index, rule) in rules.enumerated() {
            let matches = rule.matches.isEmpty ? [GatewayMatch()] : rule.matches
            if earlier.count > mostCompared {
                ledger.remark(
                    "There are too many rules to compare their order: check that special rules come first.")
                return
            }
            let overtaken = matches.contains { match in
                earlier.contains { isMoreSpecial(match, $0.match) && overlap(match, $0.match) }
            }
            if overtaken {
                ledger.remark(
                    "The Gateway API tries more special rules first: rule \(index + 1) of \(object) now gets "
                        + "requests that an earlier rule took.")
            }
            earlier += matches.map { ($0, index) }
        }
    }

    private static let mostCompared = 2_000

    /// Gateway API 1.4, HTTPRouteRule: exact paths, longer prefixes, a method, more headers, more parameters.
    private static func isMoreSpecial(_ a: GatewayMatch, _ b: GatewayMatch) -> Bool {
        rank(b).lexicographicallyPrecedes(rank(a))
    }

    private static func rank(_ match: GatewayMatch) -> [Int] {
        let path: [Int] =
            switch match.path {
            case .exact(let text): [3, text.count]
            case .prefix(let text): [2, text.count]
            case .expression(let text): [1, text.count]
            case .all: [2, 1]
            }
        return path + [match.method == nil ? 0 : 1, match.headers.count, match.parameters.count]
    }

    /// Whether one request could match both; in doubt yes.
    private static func overlap(_ a: GatewayMatch, _ b: GatewayMatch) -> Bool {
        if let first = a.method?.string, let second = b.method?.string, first != second { return false }
        for (mine, theirs) in [(a.headers, b.headers), (a.parameters, b.parameters)] {
            for one in mine where one.type == "Exact" {
                let other = theirs.first { $0.name == one.name && $0.type == "Exact" }
                if let other, other.value.string != one.value.string { return false }
            }
        }
        switch (a.path, b.path) {
        case (.exact(let a), .exact(let b)): return a == b
        case (.exact(let path), .prefix(let prefix)), (.prefix(let prefix), .exact(let path)):
            return covers(prefix, path)
        case (.prefix(let a), .prefix(let b)): return covers(a, b) || covers(b, a)
        default: return true
        }
    }

    private static func covers(_ prefix: String, _ path: String) -> Bool {
        prefix == "/" || path == prefix || path.hasPrefix(prefix + "/")
    }
}
