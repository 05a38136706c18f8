import YAML

/// What the Gateway API 1.4 demands of its objects, as far as a conversion could break it.
enum GatewayAPIRules {
    /// The objects that its definitions accept; the others are dropped, with the reason.
    static func keepValid(_ objects: [Node], _ ledger: inout Ledger) -> [Node] {
        objects.filter { object in
            guard let problem = problem(with: object) else { return true }
            OutputCheck.drop(object, "the Gateway API would refuse it: \(problem)", &ledger)
            return false
        }
    }

    /// The first thing that is wrong with an object; nil when nothing is, or it is of another API.
    static func problem(with object: Node) -> String? {
        guard object["apiVersion"]?.string?.hasPrefix("gateway.networking.k8s.io/") == true else {
            return nil
        }
        let spec = object["spec"] ?? .null
        return switch object["kind"]?.string {
        case "Gateway": gateway(spec)
        case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute": route(spec, object["kind"]?.string ?? "")
        default: nil
        }
    }

    private static func gateway(_ spec: Node) -> String? {
        let listeners = spec["listeners"]?.list ?? []
        guard (1...64).contains(listeners.count) else { return "a Gateway has 1 to 64 listeners" }
        var seen: Set<String> = []
        for listener in listeners {
            let key = ["port", "protocol", "hostname"].map { field in
                listener[field]?.string ?? listener[field]?.int.map(String.init) ?? ""
            }.joined(separator: "|")
            if !seen.insert(key).inserted { return "two listeners have the same port, protocol and hostname" }
            if let problem = hostname(listener["hostname"]) ?? port(listener["port"]) { return problem }
        }
        return nil
    }

    private static func route(_ spec: Node, _ kind: String) -> String? {
        let parents = spec["parentRefs"]?.list ?? []
        guard (1...32).contains(parents.count) else { return "a route has 1 to 32 parents" }
        let hostnames = spec["hostnames"]?.list ?? []
        if hostnames.count > 16 { return "a route has 16 host names at most" }
        if let problem = hostnames.lazy.compactMap({ hostname($0) }).first { return problem }
        let rules = spec["rules"]?.list ?? []
        if rules.count > 16 { return "a route has 16 rules at most" }
        return rules.lazy.compactMap { rule($0, kind) }.first
    }

    private static func rule(_ rule: Node, _ kind: String) -> String? {
        let matches = rule["matches"]?.list ?? []
        if matches.count > 64 { return "a rule has 64 matches at most" }
        let backends = rule["backendRefs"]?.list ?? []
        if backends.count > 16 { return "a rule has 16 backends at most" }
        let filters = rule["filters"]?.list ?? []
        if let problem = self.filters(filters, matches, hasBackends: !backends.isEmpty) { return problem }
        for match in matches {
            if match["headers"]?.list?.count ?? 0 > 16 || match["queryParams"]?.list?.count ?? 0 > 16 {
                return "a match has 16 headers and 16 parameters at most"
            }
            if let problem = path(match["path"]) { return problem }
        }
        for backend in backends {
            if let problem = port(backend["port"]) { return problem }
            if let weight = backend["weight"]?.int, !(0...1_000_000).contains(weight) {
                return "weights are 0 to 1000000"
            }
        }
        return nil
    }

    private static func filters(_ filters: [Node], _ matches: [Node], hasBackends: Bool) -> String? {
        let types = filters.compactMap { $0["type"]?.string }
        if types.count > 16 { return "a rule has 16 filters at most" }
        for type in ["RequestHeaderModifier", "ResponseHeaderModifier", "RequestRedirect", "URLRewrite"]
        where types.count(where: { $0 == type }) > 1 {
            return "a rule has one filter of type \(type) at most"
        }
        if types.contains("RequestRedirect"), types.contains("URLRewrite") || hasBackends {
            return "a redirect cannot also rewrite or forward"
        }
        let replacesPrefix = filters.contains { filter in
            ["urlRewrite", "requestRedirect"].contains {
                filter[$0]?["path"]?["type"] == "ReplacePrefixMatch"
            }
        }
        if replacesPrefix, !matches.isEmpty,
            matches.count != 1 || (matches[0]["path"].map { $0["type"] != "PathPrefix" } ?? false)
        {
            return "a prefix can only be replaced in a rule whose one match is a prefix"
        }
        return nil
    }

    /// Paths but for expressions begin with a slash and are clean.
    private static func path(_ path: Node?) -> String? {
        guard let path, let value = path["value"]?.string else { return nil }
        if value.count > 1024 { return "paths have 1024 characters at most" }
        if path["type"] == "RegularExpression" { return nil }
        guard value.hasPrefix("/") else { return "the path \"\(value)\" does not begin with a slash" }
        let forbidden = ["//", "/./", "/../", "%2f", "%2F", "#"].first { value.contains($0) }
        if let forbidden { return "the path \"\(value)\" contains \(forbidden)" }
        return value.hasSuffix("/..") || value.hasSuffix("/.") ? "the path \"\(value)\" ends in dots" : nil
    }

    private static func port(_ port: Node?) -> String? {
        guard let port = port?.int, (1...65535).contains(port) else { return "ports are 1 to 65535" }
        return nil
    }

    /// A name of DNS in lower case, also with a wildcard for its first part.
    private static func hostname(_ node: Node?) -> String? {
        guard let text = node?.string else { return nil }
        let labels = (text.hasPrefix("*.") ? text.dropFirst(2) : text[...])
            .split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            ObjectNaming.label(label) == label && label.utf8.count <= 63
        }
        let isAddress = labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
        return isName && !isAddress && text.utf8.count <= 253 ? nil : "\"\(text)\" is no host name"
    }
}
