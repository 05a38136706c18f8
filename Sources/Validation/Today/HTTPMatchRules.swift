import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    mutating func httpMatch(_ match: Object<HTTPMatchRequest>, of service: Object<VirtualService>) {
        // An empty prefix matches every path, and has its uses there.
        text(match.uri, "uri", allowsEmptyPrefix: true)
        text(match.scheme, "scheme")
        text(match.method, "method")
        text(match.authority, "authority")
        named(match.headers, "headers")
        named(match.queryParams, "queryParams")
        // There, `*` stands for any value and is no expression.
        for header in match.withoutHeaders where header.value.regex != "*" {
            text(header.value, "withoutHeaders")
        }
        for header in Array(match.headers) + match.withoutHeaders { name(header, match, service) }
        if match.has(\.port), match.port != 0 { port(match.port, at: match.place(\.port)) }
        labels(match.sourceLabels)
        if !match.sourceNamespace.isEmpty, !HostName.isLabel(match.sourceNamespace) {
            error(
                .invalidName, "\(match.sourceNamespace.quoted) is no namespace",
                at: match.place(\.sourceNamespace))
        }
        for (gateway, mark) in match.each(\.gateways) { self.gateway(gateway, at: mark) }
    }

    private mutating func named(_ matches: Pairs<StringMatch>, _ field: String) {
        for match in matches { text(match.value, field) }
    }

    private mutating func text(_ match: Object<StringMatch>, _ field: String, allowsEmptyPrefix: Bool = false)
    {
        if match.has(\.prefix), match.prefix.isEmpty, !allowsEmptyPrefix {
            error(
                .emptyValue, "\"\(field)\": prefix string match should not be empty",
                at: match.place(\.prefix))
        }
        guard match.has(\.regex) else { return }
        if match.regex.isEmpty {
            error(
                .emptyValue, "\"\(field)\": regex string match should not be empty", at: match.place(\.regex))
        } else {
            expression(match.regex, at: match.place(\.regex))
        }
    }

    private mutating func name(
        _ header: Pair<Object<StringMatch>>, _ match: Object<HTTPMatchRequest>,
        _ service: Object<VirtualService>
    ) {
        let place = Place.key(header.key, header.node.keyMark)
        if header.key.isEmpty { return error(.invalidHeader, "header name cannot be empty", at: place) }
        guard header.key.hasPrefix("@request.auth.claims") else {
            if !header.key.isHeaderName, !pseudoHeaders.contains(header.key) {
                error(.invalidHeader, "\(header.key.quoted) is no name of a header", at: place)
            }
            return
        }
        let gateways = match.gateways.isEmpty ? service.gateways : match.gateways
        if gateways.isEmpty || gateways.contains("mesh") {
            error(
                .invalidMatch,
                "JWT claim based routing (key: \(header.key.escapingControls)) is only supported for gateway",
                at: place)
        }
    }
}

private let pseudoHeaders = [":method", ":scheme", ":authority", ":path", ":status"]
