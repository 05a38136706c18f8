import IstioAPI
import Schema
import YAML

extension TargetWork {
    /// Header changes as filters; those that the target does not act upon are dropped.
    mutating func headerFilters(_ headers: Object<Headers>) -> [Node] {
        [
            modifier("RequestHeaderModifier", "requestHeaderModifier", headers.request),
            modifier("ResponseHeaderModifier", "responseHeaderModifier", headers.response),
        ].compactMap { $0 }
    }

    private func modifier(
        _ type: String, _ field: String, _ operations: Object<Headers.HeaderOperations>
    ) -> Node? {
        var body = Node.emptyMap
        for (key, pairs) in [("set", operations.set), ("add", operations.add)] where !pairs.isEmpty {
            body.set(
                key,
                Node(
                    pairs.map { pair -> Node in ["name": Node(pair.key), "value": pair.node.value] }))
        }
        if let remove = operations.node(\.remove), remove.list?.isEmpty == false {
            body.set("remove", remove)
        }
        return body.map?.isEmpty == true ? nil : ["type": Node(type), Node.key(field): body]
    }

    /// A redirect; Istio's default status is written down, since the Gateway API has another.
    mutating func redirect(_ redirect: Object<HTTPRedirect>) -> Node {
        var body = Node.emptyMap
        if let scheme = redirect.node(\.scheme) { body.set("scheme", scheme) }
        if let host = redirect.node(\.authority), let text = host.string {
            let parts = text.split(separator: ":", maxSplits: 1)
            body.set("hostname", Node(.string(String(parts.first ?? "")), at: host.mark))
            if parts.count == 2, let port = UInt16(parts[1]) {
                body.set("port", Node(.int(Int64(port)), at: host.mark))
            }
        }
        if let path = redirect.node(\.uri) {
            body.set("path", ["type": "ReplaceFullPath", "replaceFullPath": path])
        }
        if let port = redirect.node(\.port) { body.set("port", port) }
        if let derived = redirect.node(\.derivePort) {
            ledger.dropped(derived.mark, "the Gateway API derives the port by the scheme")
        }
        body.set("statusCode", redirect.node(\.redirectCode) ?? 301)
        return ["type": "RequestRedirect", "requestRedirect": body]
    }

    /// A rewrite for one match; nil when nothing of it can be said.
    mutating func rewrite(_ rewrite: Object<HTTPRewrite>, of path: GatewayMatch.Path) -> Node? {
        var body = Node.emptyMap
        if let host = rewrite.node(\.authority) { body.set("hostname", host) }
        if let uri = rewrite.node(\.uri), let text = uri.string {
            switch path {
            case .all, .prefix: body.set("path", prefixRewrite(uri, text, path))
            case .exact: body.set("path", ["type": "ReplaceFullPath", "replaceFullPath": uri])
            case .expression:
                ledger.dropped(uri.mark, "a path chosen by an expression can only be replaced as a whole")
            }
        }
        if rewrite.has(\.uriRegexRewrite) {
            ledger.dropped(
                rewrite.uriRegexRewrite.mark, "the Gateway API cannot rewrite by expressions",
                instead: "keep the VirtualService, or an EnvoyFilter")
        }
        return body.map?.isEmpty == true ? nil : ["type": "URLRewrite", "urlRewrite": body]
    }

    /// Istio replaces the characters of the prefix, the Gateway API whole parts of the path.
    private mutating func prefixRewrite(_ uri: Node, _ text: String, _ path: GatewayMatch.Path) -> Node {
        let trimmed = text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
        if trimmed != text { ledger.changed(uri.mark, "ReplacePrefixMatch adds the slash itself") }
        return [
            "type": "ReplacePrefixMatch", "replacePrefixMatch": Node(.string(trimmed), at: uri.mark),
        ]
    }

    /// Copies of requests. A share is carried where it is a whole percentage.
    mutating func mirrors(_ route: Object<HTTPRoute>, _ namespace: String, _ kind: String) -> [Node] {
        var all: [(Object<Destination>, Object<Percent>)] = route.mirrors.map {
            ($0.destination, $0.percentage)
        }
        if route.mirror.isPresent { all.append((route.mirror, route.mirrorPercentage)) }
        return all.compactMap { destination, share in
            guard let backend = backend(destination, in: namespace, kind) else { return nil }
            var body: Node = ["backendRef": backend]
            if share.isPresent, share.value < 100 {
                if share.value == share.value.rounded() {
                    body.set(
                        "percent", Node(.int(Int64(share.value)), at: share.node(\.value)?.mark ?? .none))
                } else {
                    let thousandths = Int64((share.value * 1000).rounded())
                    ledger.changed(share.mark, "now a fraction")
                    body.set("fraction", ["numerator": Node(thousandths), "denominator": 100_000])
                }
            }
            return ["type": "RequestMirror", "requestMirror": body]
        }
    }

    /// The filters that the target acts upon; the ledger tells of the others.
    mutating func supported(_ filters: [Node], _ part: Object<HTTPRoute>) -> [Node] {
        filters.filter { filter in
            let type = filter["type"]?.string ?? ""
            if dialect.filters.contains(type) { return true }
            dropMarks(filter, "the target does not act upon filters of type \(type)")
            return false
        }
    }

    /// Says of all values in a node that they are left out.
    mutating func dropMarks(_ node: Node, _ why: String, instead: String? = nil) {
        if node.mark.isKnown { ledger.dropped(node.mark, why, instead: instead) }
        for item in node.list ?? [] { dropMarks(item, why, instead: instead) }
        for entry in node.map ?? [] { dropMarks(entry.value, why, instead: instead) }
    }
}

extension Node {
    /// For dictionary literals with computed keys.
    static func key(_ key: String) -> String { key }
}
