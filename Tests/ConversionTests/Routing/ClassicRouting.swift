import Schema
import Validation
import YAML

/// Routes requests by route rules as Istio 0.7.1 did (`pilot/pkg/proxy/envoy/v1`): reads the plain documents
/// and knows nothing of the conversion.
struct ClassicRouting {
    let rules: [Node]

    init(_ objects: [Node]) { rules = objects.filter { $0["kind"] == "RouteRule" } }

    func answer(_ request: Request) -> Answer {
        let candidates = rules.filter { resolve($0[["spec", "destination"]], $0) == request.host }.sorted {
            a, b in
            let (x, y) = (a[["spec", "precedence"]]?.int ?? 0, b[["spec", "precedence"]]?.int ?? 0)
            return x == y ? key(a) < key(b) : x > y
        }
        guard let rule = candidates.first(where: { matches($0, request) }) else {
            var forwarding = Forwarding(request)
            forwarding.share([(.init(host: request.host, labels: [:]), 1)])
            return .forward(forwarding)
        }
        return action(rule, request)
    }

    private func key(_ rule: Node) -> String {
        "\(namespace(rule))/\(rule[["metadata", "name"]]?.string ?? "")"
    }

    private func namespace(_ rule: Node) -> String { rule[["metadata", "namespace"]]?.string ?? "default" }

    private func resolve(_ service: Node?, _ rule: Node) -> String {
        if let full = service?["service"]?.string, !full.isEmpty { return full }
        let home = service?["namespace"]?.string ?? namespace(rule)
        let domain = service?["domain"]?.string ?? "svc.cluster.local"
        return "\(service?["name"]?.string ?? "").\(home).\(domain)"
    }

    private func matches(_ rule: Node, _ request: Request) -> Bool {
        if let source = rule[["spec", "match", "source"]] {
            let isService = request.caller.services.contains(resolve(source, rule))
            let labels = source["labels"]?.texts ?? [:]
            guard isService, labels.allSatisfy({ request.caller.labels[$0.key] == $0.value }) else {
                return false
            }
        }
        return (rule[["spec", "match", "request", "headers"]]?.map ?? []).allSatisfy { entry in
            guard let text = request.text(entry.key) else { return false }
            if let exact = entry.value["exact"]?.string { return exact.isEmpty || exact == text }
            if let prefix = entry.value["prefix"]?.string { return text.hasPrefix(prefix) }
            return Expression.matches(entry.value["regex"]?.string ?? "", text) ?? false
        }
    }

    private func action(_ rule: Node, _ request: Request) -> Answer {
        if let redirect = rule[["spec", "redirect"]] {
            return .redirect(
                uri: redirect["uri"]?.string ?? request.path,
                authority: redirect["authority"]?.string ?? request.host)
        }
        var forwarding = Forwarding(request)
        targets(rule, request, &forwarding)
        rewrite(rule, &forwarding)
        forwarding.timeout = duration(rule[["spec", "httpReqTimeout", "simpleTimeout", "timeout"]])
        let retry = rule[["spec", "httpReqRetries", "simpleRetry"]]
        if let attempts = retry?["attempts"]?.int, attempts > 0 {
            forwarding.retries = .init(attempts: attempts, perTry: duration(retry?["perTryTimeout"]))
        }
        if let delay = rule[["spec", "httpFault", "delay"]] {
            forwarding.delay = fault(delay["percent"], duration(delay["fixedDelay"]).map { "\($0)" })
        }
        if let abort = rule[["spec", "httpFault", "abort"]] {
            forwarding.abort = fault(
                abort["percent"], abort["httpStatus"]?.int.flatMap { $0 > 0 ? "\($0)" : nil })
        }
        if let mirror = rule[["spec", "mirror"]] {
            forwarding.mirror = .init(host: resolve(mirror, rule), labels: mirror["labels"]?.texts ?? [:])
        }
        forwarding.addedHeaders = rule[["spec", "appendHeaders"]]?.texts ?? [:]
        forwarding.origins = rule[["spec", "corsPolicy", "allowOrigin"]]?.list?.compactMap(\.string) ?? []
        return .forward(forwarding)
    }

    private func targets(_ rule: Node, _ request: Request, _ forwarding: inout Forwarding) {
        guard let routes = rule[["spec", "route"]]?.list else {
            return forwarding.share([(.init(host: request.host, labels: [:]), 1)])
        }
        forwarding.share(
            routes.map { route in
                let host = route["destination"].map { resolve($0, rule) } ?? request.host
                let weight = routes.count == 1 ? 1 : route["weight"]?.double ?? 0
                return (.init(host: host, labels: route["labels"]?.texts ?? [:]), weight)
            })
    }

    private func rewrite(_ rule: Node, _ forwarding: inout Forwarding) {
        let rewrite = rule[["spec", "rewrite"]]
        if let authority = rewrite?["authority"]?.string { forwarding.authority = authority }
        guard let uri = rewrite?["uri"]?.string else { return }
        let match = rule[["spec", "match", "request", "headers", "uri"]]
        if match?["exact"] != nil {
            forwarding.path = uri
        } else {
            let prefix = match?["prefix"]?.string ?? "/"
            forwarding.path = uri + forwarding.path.dropFirst(prefix.count)
        }
    }

    private func duration(_ node: Node?) -> Duration? { node?.string.flatMap { Duration(goText: $0) } }

    private func fault(_ percent: Node?, _ value: String?) -> Forwarding.Fault? {
        guard let percent = percent?.double, percent > 0, let value else { return nil }
        return .init(percent: percent, value: value)
    }
}
