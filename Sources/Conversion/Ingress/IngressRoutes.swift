import IstioAPI
import Schema
import Validation
import YAML

/// Routes from gateways to services. In 0.7.1 the rules for a service held at the ingress too, so they are
/// combined with the ingress's paths.
enum IngressRoutes {
    static func convert(
        _ paths: [IngressPath], gateway: (IngressPath) -> String, _ work: inout ConversionWork
    ) {
        var keys: [String] = []
        let groups = Dictionary(grouping: paths) { path in
            let key = "\(path.object.namespace) \(path.host?.string ?? "*")"
            if !keys.contains(key) { keys.append(key) }
            return key
        }
        let rules = Dictionary(
            RouteRules.byHost(work).compactMap { rules in rules.first.map { ($0.host, rules) } },
            uniquingKeysWith: { first, _ in first })
        for key in keys {
            guard let group = groups[key], let first = group.first else { continue }
            let sorted = group.sorted(by: IngressPath.precedes)
            var routes: [Node] = []
            for path in sorted {
                routes += self.routes(path, rules[path.backend] ?? [], first.object.namespace, &work)
            }
            add(routes, group, first, gateway, &work)
        }
    }

    private static func add(
        _ routes: [Node], _ group: [IngressPath], _ first: IngressPath, _ gateway: (IngressPath) -> String,
        _ work: inout ConversionWork
    ) {
        guard !routes.isEmpty else { return }
        var sources: [InputObject] = []
        var gateways: [String] = []
        for path in group {
            if !sources.contains(where: { $0.node.mark == path.object.node.mark }) {
                sources.append(path.object)
            }
            if !gateways.contains(gateway(path)) { gateways.append(gateway(path)) }
        }
        let name =
            first.host.map { "\(first.object.name)-\(ObjectNaming.label($0.string ?? ""))" }
            ?? first.object.name
        let spec: Node = [
            "hosts": [first.host ?? "*"], "gateways": Node(gateways.map { Node($0) }), "http": Node(routes),
        ]
        let node = work.make(VirtualService.self, name: name, in: first.object.namespace, from: sources, spec)
        work.add(node, order: first.order, rank: Rank.routes)
    }

    private static func routes(
        _ path: IngressPath, _ rules: [RouteRules.Rule], _ home: String, _ work: inout ConversionWork
    ) -> [Node] {
        var routes: [Node] = []
        for rule in rules where isForIngress(rule, work) && !ConnectionRoute.isMeant(by: rule, work) {
            let saved = work.ledger
            guard case .made(let route, let takesAll) = RequestRoute.route(of: rule, home, &work) else {
                work.ledger = saved
                continue
            }
            var condition = route["match"]?.list?.first ?? .emptyMap
            condition.set("sourceLabels", nil)
            condition.set("sourceNamespace", nil)
            guard let uris = PathOverlap.uris(path.uris, condition["uri"]) else {
                work.ledger.remark(
                    "\(rule.object.name) is not combined with paths of ingress \(path.object.name): its expression cannot be"
                )
                continue
            }
            if !path.uris.isEmpty || condition["uri"] != nil, uris.isEmpty { continue }
            routes.append(withPort(matching(route, condition, uris), path.port))
            if takesAll { return routes }
        }
        let host = Node(.string(path.backend.written(in: home)), at: path.backendNode.mark)
        let open: Node = ["route": [["destination": ["host": host]]]]
        return routes + [withPort(matching(open, .emptyMap, path.uris), path.port)]
    }

    /// Rules for callers hold at the ingress only if they name it.
    private static func isForIngress(_ rule: RouteRules.Rule, _ work: ConversionWork) -> Bool {
        guard rule.spec.match.source.isPresent else { return true }
        let source = ServiceHost(rule.spec.match.source, from: rule.object.namespace, work.options)
        return source.name == "istio-ingress"
    }

    private static func matching(_ route: Node, _ condition: Node, _ uris: [Node]) -> Node {
        var matches = uris.map { condition.setting("uri", $0) }
        if uris.isEmpty, condition.map?.isEmpty == false { matches = [condition] }
        guard !matches.isEmpty else { return route.setting("match", nil) }
        return route.setting("match", Node(matches))
    }

    private static func withPort(_ route: Node, _ port: Node?) -> Node {
        guard let port, let targets = route["route"]?.list else { return route }
        return route.setting(
            "route",
            Node(
                targets.map { target in
                    var target = target
                    target.set(path: ["destination", "port"], ["number": port])
                    return target
                }))
    }
}

/// Paths that two conditions have in common.
enum PathOverlap {
    /// The conditions for paths that one of `all` (none means every path) and `other` (nil the same) take;
    /// empty when there are none, nil when no condition says it.
    static func uris(_ all: [Node], _ other: Node?) -> [Node]? {
        guard let other, other["prefix"]?.string != "/" else { return all }
        if all.isEmpty { return [other] }
        var result: [Node] = []
        for one in all {
            if let pattern = other["regex"]?.string {
                if one["prefix"]?.string == "/" {
                    result.append(other)
                } else if let path = one["exact"]?.string {
                    if Expression.matches(pattern, path) == true { result.append(one) }
                } else {
                    return nil
                }
            } else if let both = both(one, other) {
                result.append(both)
            }
        }
        return result
    }

    private static func both(_ a: Node, _ b: Node) -> Node? {
        switch (a["exact"]?.string, a["prefix"]?.string, b["exact"]?.string, b["prefix"]?.string) {
        case (let x?, _, let y?, _): x == y ? a : nil
        case (let x?, _, nil, let y?): x.hasPrefix(y) ? a : nil
        case (nil, let x?, let y?, _): y.hasPrefix(x) ? b : nil
        case (nil, let x?, nil, let y?): x.hasPrefix(y) ? a : y.hasPrefix(x) ? b : nil
        default: nil
        }
    }
}
