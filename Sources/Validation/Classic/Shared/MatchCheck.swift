import IstioAPI
import Schema

extension Report {
    /// The conditions of a RouteRule or IngressRule.
    mutating func checkMatch(_ match: Object<Legacy.MatchCondition>) {
        if match.source.isPresent { checkReference(match.source) }
        if match.tcp.isPresent { checkSubnets(match.tcp) }
        if match.udp.isPresent {
            checkSubnets(match.udp)
            error(.notImplemented, "UDP protocol not supported yet", at: match.place(\.udp))
        }
        for header in match.request.headers { checkHeader(header) }
    }

    private mutating func checkSubnets(_ match: Object<Legacy.MatchCondition.L4MatchAttributes>) {
        for (subnet, mark) in match.each(\.sourceSubnet) { checkSubnet(subnet, at: .value(mark)) }
        for (subnet, mark) in match.each(\.destinationSubnet) { checkSubnet(subnet, at: .value(mark)) }
    }

    private mutating func checkHeader(_ header: Pair<Object<Legacy.MatchCondition.StringMatch>>) {
        let (name, match) = (header.key, header.value)
        if name.isEmpty || name != name.lowercased() {
            checkHeaderName(
                name, "header name \(name.quoted) invalid: ", at: .key(name, header.node.keyMark))
        }
        guard match.has(\.exact) || match.has(\.prefix) || match.has(\.regex) else {
            return error(
                .invalidMatch, "header \(name.quoted) value invalid: unrecognized string match \"\"",
                at: .value(header.node.value.mark), hint: "give one of `exact`, `prefix` and `regex`")
        }
        guard name == "uri" else { return }
        for (kind, path) in uriMatches where match.has(path) && match[dynamicMember: path].isEmpty {
            error(
                .emptyValue, "\(kind) header value for \"uri\" must be non-empty",
                at: .value(header.node.value.mark))
        }
    }
}

private typealias StringMatch = Legacy.MatchCondition.StringMatch
nonisolated(unsafe) private let uriMatches: [(String, KeyPath<StringMatch, Field<String>>)] = [
    ("exact", \.exact), ("prefix", \.prefix), ("regex", \.regex),
]
