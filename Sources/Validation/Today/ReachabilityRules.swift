import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    /// Routes are tried in order: what an earlier one takes never reaches a later one.
    mutating func reachability(of service: Object<VirtualService>) {
        reachability(of: service.each(\.http).map { Route($0.mark, $0.item.node(\.match)) })
        reachability(of: service.each(\.tcp).map { Route($0.mark, $0.item.node(\.match)) })
        reachability(of: service.each(\.tls).map { Route($0.mark, $0.item.node(\.match)) })
    }

    private mutating func reachability(of routes: [Route]) {
        var takesAll: Int?
        var seen = SeenMatches()
        for (index, route) in routes.enumerated() {
            if let takesAll {
                unreachable(route, "route \(takesAll + 1) takes all requests")
            } else if route.matches.isEmpty {
                takesAll = index
            } else {
                let unused = route.matches.count { ineffective($0, index, &seen) == .duplicate }
                if unused == route.matches.count {
                    unreachable(route, "earlier routes have all its matches")
                }
            }
        }
    }

    private mutating func unreachable(_ route: Route, _ reason: String) {
        warning(
            .unreachableRule, "this route is never used: \(reason)", at: .value(route.mark),
            hint: "put the more special route first, and the one without matches last")
    }

    /// Says why a match never decides anything; nil when it may.
    private mutating func ineffective(_ match: Node, _ route: Int, _ seen: inout SeenMatches)
        -> SeenMatches.Reason?
    {
        let reason = seen.add(match, of: route)
        switch reason {
        case nil: break
        case .duplicate:
            warning(
                .ineffectiveMatch, "this match is never used: an earlier one is the same",
                at: .value(match.mark), hint: "remove it")
        case .covered(let prefix):
            warning(
                .ineffectiveMatch,
                "this match is never used: an earlier one takes all paths from \(prefix.quoted) on",
                at: .value(match.mark), hint: "put the more special match first")
        }
        return reason
    }
}

private struct Route {
    let mark: Mark
    let matches: [Node]

    init(_ mark: Mark, _ matches: Node?) {
        self.mark = mark
        self.matches = matches?.list ?? []
    }
}

/// The matches of earlier routes, by what they ask for.
private struct SeenMatches {
    enum Reason: Equatable {
        case duplicate
        case covered(prefix: String)
    }

    private var texts: Set<String> = []
    /// Prefixes of paths by the other conditions of their matches.
    private var prefixes: [String: PathPrefixes] = [:]

    /// Adds a match, unless earlier ones take all that it would. As Istio does, a whole path after a prefix
    /// is let pass.
    mutating func add(_ match: Node, of route: Int) -> Reason? {
        let conditions = (match.map ?? []).filter { $0.key != "name" && !$0.value.isNull }
        guard texts.insert(Self.text(conditions)).inserted else { return .duplicate }
        guard let uri = conditions.first(where: { $0.key == "uri" })?.value,
            let prefix = uri["prefix"]?.string, !prefix.isEmpty,
            !conditions.contains(where: { $0.key == "ignoreUriCase" && $0.value.bool == true })
        else { return nil }
        let others = Self.text(conditions.filter { $0.key != "uri" })
        for key in Set(["", others]) {
            if let cover = prefixes[key]?.covering(prefix), cover != prefix { return .covered(prefix: cover) }
        }
        prefixes[others, default: PathPrefixes()].insert(prefix)
        return nil
    }

    private static func text(_ conditions: [Node.Entry]) -> String {
        conditions.isEmpty
            ? "" : JSONWriter.text(Node(.map(conditions)), style: .compact, sortsKeys: true)
    }
}
