import IstioAPI
import Schema
import YAML

/// Route rules, which 0.7.1 looked up by destination, as one virtual service for each host.
enum RouteRules {
    struct Rule {
        let order: Int
        let object: InputObject
        let spec: Object<Legacy.RouteRule>
        let host: ServiceHost
    }

    static func convert(_ work: inout ConversionWork) {
        for rules in byHost(work) { convert(rules, &work) }
    }

    /// The rules of each host as they were tried: higher precedence first, then by namespace and name. Hosts
    /// in the order of the input.
    static func byHost(_ work: ConversionWork) -> [[Rule]] {
        var hosts: [ServiceHost] = []
        var groups: [ServiceHost: [Rule]] = [:]
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.RouteRule.self) {
            let spec = Object<Legacy.RouteRule>(object.spec)
            let host = ServiceHost(spec.destination, from: object.namespace, work.options)
            if groups[host] == nil { hosts.append(host) }
            groups[host, default: []].append(Rule(order: order, object: object, spec: spec, host: host))
        }
        return hosts.map { host in
            (groups[host] ?? []).sorted { a, b in
                if a.spec.precedence != b.spec.precedence { return a.spec.precedence > b.spec.precedence }
                let (x, y) = (
                    "\(a.object.namespace)/\(a.object.name)", "\(b.object.namespace)/\(b.object.name)"
                )
                return x == y ? a.order < b.order : x < y
            }
        }
    }

    private static func convert(_ rules: [Rule], _ work: inout ConversionWork) {
        guard let host = rules.first?.host else { return }
        guard isUsable(host) else {
            for rule in rules {
                work.drop(rule.object, "\(host.full) is no host that a virtual service of the mesh can have")
            }
            return
        }
        let home = host.namespace ?? rules[0].object.namespace
        var routes = Routes()
        for rule in rules { add(rule, to: &routes, home, &work) }
        guard let first = routes.sources.first, let name = nameNode(first.spec.destination) else { return }
        var spec: Node = ["hosts": [Node(.string(host.written(in: home)), at: name.mark)]]
        let target = Node(host.written(in: home))
        if !routes.http.isEmpty {
            if !routes.httpIsClosed { routes.http.append(["route": [["destination": ["host": target]]]]) }
            spec.set("http", Node(routes.http))
        }
        if !routes.tcp.isEmpty {
            if !routes.tcpIsClosed { routes.tcp.append(["route": [["destination": ["host": target]]]]) }
            spec.set("tcp", Node(routes.tcp))
        }
        let node = work.make(
            VirtualService.self, name: host.objectName, in: home,
            from: routes.sources.sorted { $0.order < $1.order }.map(\.object), spec)
        work.add(node, order: rules.map(\.order).min() ?? 0, rank: Rank.routes)
        work.ledger.remark(defaults)
    }

    /// What has been collected for one host.
    private struct Routes {
        var http: [Node] = []
        var tcp: [Node] = []
        /// Whether a route has come that takes all requests, so that no other is reached.
        var httpIsClosed = false
        var tcpIsClosed = false
        var sources: [Rule] = []
    }

    private static func add(
        _ rule: Rule, to routes: inout Routes, _ home: String, _ work: inout ConversionWork
    ) {
        let isTCP = ConnectionRoute.isMeant(by: rule, work)
        if isTCP ? routes.tcpIsClosed : routes.httpIsClosed {
            return work.drop(rule.object, "never reached, rules of higher precedence take all requests")
        }
        let saved = work.subsets
        let route =
            isTCP
            ? ConnectionRoute.route(of: rule, home, &work) : RequestRoute.route(of: rule, home, &work)
        guard case .made(let node, let takesAll) = route else {
            work.subsets = saved
            if case .impossible(let why) = route { work.drop(rule.object, why) }
            return
        }
        routes.sources.append(rule)
        if let precedence = rule.spec.node(\.precedence) {
            work.ledger.changed(precedence.mark, "routes are tried in order, higher precedence stands first")
        }
        if isTCP {
            routes.tcp.append(node)
            if takesAll { routes.tcpIsClosed = true }
        } else {
            routes.http.append(node)
            if takesAll { routes.httpIsClosed = true }
        }
    }

    private static func isUsable(_ host: ServiceHost) -> Bool {
        let probe: Node = [
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "metadata": ["name": "a"],
            "spec": [
                "hosts": [Node(host.full)], "http": [["route": [["destination": ["host": Node(host.full)]]]]],
            ],
        ]
        return OutputCheck.problem(with: probe) == nil
    }

    static let defaults = """
        Istio 1.30 sets no time limit where 0.7.1 gave up after 15 s, and retries twice where 0.7.1 did not: \
        set `timeout` and `retries` on the routes, or the mesh's `defaultHttpRetryPolicy`
        """
}

/// The order of objects that are made of the same input: what others need comes first.
enum Rank {
    static let entries = 0
    static let destinations = 1
    static let gateways = 2
    static let routes = 3
    static let policies = 4
}

/// What became of one rule's route.
enum MadeRoute {
    case made(Node, takesAll: Bool)
    case impossible(String)
}
