import YAML

@testable import Conversion

/// Routes requests in the mesh by HTTPRoutes and GRPCRoutes attached to services, as the Gateway API 1.4
/// says: of all matches of all routes the most special one counts, and in doubt the first.
struct GatewayRouting {
    private let rules: [(services: Set<String>, rule: Node)]
    /// Labels of the pods of each service, by `name.namespace`.
    private let selectors: [String: [String: String]]

    init(_ objects: [Node]) {
        let kinds: [Node] = ["HTTPRoute", "GRPCRoute"]
        rules = objects.filter { $0["kind"].map(kinds.contains) ?? false }.flatMap { route in
            let home = Self.namespace(route)
            let parents = (route["spec"]?["parentRefs"]?.list ?? []).filter { $0["kind"] == "Service" }
            let names = parents.map { Self.full($0, in: home) }
            return (route["spec"]?["rules"]?.list ?? []).map { rule in
                let plain = route["kind"] == "GRPCRoute" ? Self.asHTTP(rule) : rule
                return (Set(names), Self.inNamespace(plain, home))
            }
        }
        let services = objects.filter { $0["kind"] == "Service" }
        selectors = Dictionary(
            services.map {
                ("\($0.objectName).\(Self.namespace($0))", $0["spec"]?["selector"]?.texts ?? [:])
            },
            uniquingKeysWith: { first, _ in first })
    }

    func answer(_ request: Request) -> Answer {
        let attached = rules.filter { $0.services.contains(request.host) }
        if attached.isEmpty {
            var forwarding = Forwarding(request)
            forwarding.share([(.init(host: request.host, labels: [:]), 1)])
            return .forward(forwarding)
        }
        var best: (rank: [Int], rule: Node)?
        for (_, rule) in attached {
            for match in rule["matches"]?.list ?? [.emptyMap] where matches(match, request) {
                let rank = rank(match)
                if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true { best = (rank, rule) }
            }
        }
        return best.map { action($0.rule, request) } ?? .refused
    }

    /// A call of gRPC is a request to `/service/method`.
    private static func asHTTP(_ rule: Node) -> Node {
        let matches = (rule["matches"]?.list ?? []).map { match -> Node in
            guard let call = match["method"], let service = call["service"]?.string else { return match }
            let path: Node =
                call["method"]?.string.map { ["type": "Exact", "value": "/\(service)/\($0)"] }
                ?? ["type": "PathPrefix", "value": "/\(service)"]
            return match.setting("method", nil).setting("path", path)
        }
        return matches.isEmpty ? rule : rule.setting("matches", Node(matches))
    }

    private static func namespace(_ object: Node) -> String {
        object["metadata"]?["namespace"]?.string ?? "default"
    }

    private static func full(_ reference: Node, in home: String) -> String {
        "\(reference["name"]?.string ?? "").\(reference["namespace"]?.string ?? home).svc.cluster.local"
    }

    /// The rule with namespaces at its backends.
    private static func inNamespace(_ rule: Node, _ home: String) -> Node {
        let backends = (rule["backendRefs"]?.list ?? []).map { backend in
            backend["namespace"] == nil ? backend.setting("namespace", Node(home)) : backend
        }
        return backends.isEmpty ? rule : rule.setting("backendRefs", Node(backends))
    }

    private func matches(_ match: Node, _ request: Request) -> Bool {
        if let method = match["method"]?.string, method != request.method { return false }
        for header in match["headers"]?.list ?? [] {
            guard let value = request.headers[header["name"]?.string ?? ""],
                value == header["value"]?.string
            else { return false }
        }
        guard let path = match["path"], let value = path["value"]?.string else { return true }
        if path["type"] == "Exact" { return request.path == value }
        return value == "/" || request.path == value || request.path.hasPrefix(value + "/")
    }

    private func rank(_ match: Node) -> [Int] {
        let path = match["path"]
        return [
            path?["type"] == "Exact" ? 3 : 2, path?["value"]?.string?.count ?? 1,
            match["method"] == nil ? 0 : 1, match["headers"]?.list?.count ?? 0,
        ]
    }

    private func action(_ rule: Node, _ request: Request) -> Answer {
        let filters = rule["filters"]?.list ?? []
        if let redirect = filters.first(where: { $0["type"] == "RequestRedirect" })?["requestRedirect"] {
            return .redirect(
                uri: redirect["path"]?["replaceFullPath"]?.string ?? request.path,
                authority: redirect["hostname"]?.string ?? request.host)
        }
        var forwarding = Forwarding(request)
        let backends = rule["backendRefs"]?.list ?? []
        forwarding.share(
            backends.map { backend in
                (target(backend), backends.count == 1 ? 1 : Double(backend["weight"]?.int ?? 1))
            })
        if let rewrite = filters.first(where: { $0["type"] == "URLRewrite" })?["urlRewrite"] {
            forwarding.authority = rewrite["hostname"]?.string ?? forwarding.authority
        }
        return .forward(forwarding)
    }

    /// The service of a subset stands for the pods that the subset has.
    private func target(_ backend: Node) -> Forwarding.Target {
        let (name, home) = (backend["name"]?.string ?? "", backend["namespace"]?.string ?? "")
        var labels = selectors["\(name).\(home)"] ?? [:]
        let service = labels.removeValue(forKey: "app") ?? name
        return .init(host: "\(service).\(home).svc.cluster.local", labels: labels)
    }
}
