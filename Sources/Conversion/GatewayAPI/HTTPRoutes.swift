import IstioAPI
import Schema
import YAML

/// Routes of virtual services for HTTP as HTTPRoutes, or as GRPCRoutes where all of them carry gRPC.
struct HTTPRoutes {
    /// A rule, with what the order of rules depends on.
    struct Rule {
        var node: Node
        let matches: [GatewayMatch]
        /// Timeouts and retries where annotations say them, which hold for a whole route.
        var annotations: [String: String] = [:]
    }

    static func convert(_ object: Node, _ work: inout TargetWork) {
        let service = Object<VirtualService>(object["spec"])
        if service.http.isEmpty { return }
        let parents = work.parents(of: service, object)
        if parents.isEmpty {
            for part in [service.node(\.hosts), service.node(\.http)].compactMap({ $0 }) {
                work.dropMarks(part, "there is no service or gateway that the routes could be attached to")
            }
        }
        let kind = work.carriesGRPC(service, object.namespaceName(work.options)) ? "GRPCRoute" : "HTTPRoute"
        for parent in parents {
            var rules: [Rule] = []
            for route in service.http { rules += work.rules(route, parent, object, kind) }
            RoutePrecedence.check(rules, of: ConvertedName(object), &work.ledger)
            emit(rules, kind, parent, object, &work)
        }
    }

    /// As many routes as the limits of the Gateway API, and annotations that differ, make necessary.
    private static func emit(
        _ rules: [Rule], _ kind: String, _ parent: RouteParent, _ object: Node, _ work: inout TargetWork
    ) {
        var groups: [[Rule]] = []
        var matches = 0
        for rule in rules {
            let count = max(1, rule.matches.count)
            if let last = groups.last, last.count < mostRules, matches + count <= mostMatches,
                last[0].annotations == rule.annotations
            {
                groups[groups.count - 1].append(rule)
                matches += count
            } else {
                groups.append([rule])
                matches = count
            }
        }
        for (index, group) in groups.enumerated() {
            let number = index == 0 ? "" : "-\(index + 1)"
            var spec: Node = ["parentRefs": Node(parent.references)]
            if !parent.hostnames.isEmpty { spec.set("hostnames", Node(parent.hostnames)) }
            spec.set("rules", Node(group.map(\.node)))
            var route = work.object(
                "gateway.networking.k8s.io/v1", kind, of: object,
                name: object.objectName + parent.suffix + number, spec)
            for (key, value) in group[0].annotations.sorted(by: { $0.key < $1.key }) {
                route.set(path: ["metadata", "annotations", key], Node(value))
            }
            work.add(route)
        }
    }

    /// Gateway API 1.4, HTTPRoute: rules, and matches of all rules together.
    private static let mostRules = 16
    private static let mostMatches = 128
}

extension TargetWork {
    /// A route as rules: one, or one for each match where a rewrite depends on it; none where no match is
    /// left.
    mutating func rules(_ route: Object<HTTPRoute>, _ parent: RouteParent, _ object: Node, _ kind: String)
        -> [HTTPRoutes.Rule]
    {
        let namespace = object.namespaceName(options)
        if let what = unsupported(route) {
            dropMarks(
                route.node ?? .null, "the Gateway API has nothing for \(what.name): the rule is left out",
                instead: what.instead)
            return []
        }
        let inScope = route.match.filter { match in
            match.gateways.isEmpty || !parent.scopes.isDisjoint(with: match.gateways)
        }
        if !route.match.isEmpty, inScope.isEmpty { return [] }
        let matches = inScope.compactMap { self.match($0) }
        if !inScope.isEmpty, matches.isEmpty {
            dropMarks(
                route.node ?? .null,
                "none of its matches can be said, and without them it would take all requests")
            return []
        }
        dropFaults(route)
        let needsSplit = route.rewrite.has(\.uri) && matches.count > 1
        let groups = needsSplit ? matches.map { [$0] } : [matches]
        return groups.map { rule($0, route, namespace, kind) }
    }

    private mutating func rule(
        _ matches: [GatewayMatch], _ route: Object<HTTPRoute>, _ namespace: String, _ kind: String
    ) -> HTTPRoutes.Rule {
        var node = Node.emptyMap
        if let name = route.node(\.name), Self.isRuleName(name.string ?? "") { node.set("name", name) }
        let conditions = kind == "GRPCRoute" ? matches.compactMap(\.callNode) : matches.map(\.node)
        if !conditions.isEmpty { node.set("matches", Node(conditions)) }
        var filters = headerFilters(route.headers)
        if route.redirect.isPresent {
            filters.append(redirect(route.redirect))
            for part in [route.node(\.rewrite), route.node(\.mirror), route.node(\.mirrors)].compactMap({ $0 }
            ) {
                dropMarks(part, "a request that is redirected goes nowhere else")
            }
        } else {
            if route.rewrite.isPresent, let rewrite = rewrite(route.rewrite, of: matches.first?.path ?? .all)
            {
                filters.append(rewrite)
            }
            filters += mirrors(route, namespace, kind)
        }
        let supported = supported(filters, route)
        if !supported.isEmpty { node.set("filters", Node(supported)) }
        if !route.redirect.isPresent {
            let backends = backends(route, in: namespace, kind)
            if !backends.isEmpty { node.set("backendRefs", Node(backends)) }
        }
        var rule = HTTPRoutes.Rule(node: node, matches: matches)
        policy(route, &rule)
        return rule
    }

    /// The name of a section: a label of DNS.
    private static func isRuleName(_ name: String) -> Bool {
        ObjectNaming.label(name) == name
    }

    private func unsupported(_ route: Object<HTTPRoute>) -> (name: String, instead: String)? {
        if route.directResponse.isPresent { return ("direct responses", "a service that answers") }
        if route.delegate.isPresent {
            return ("delegates", "HTTPRoutes of their own, which are merged by specificity")
        }
        return nil
    }

    private mutating func dropFaults(_ route: Object<HTTPRoute>) {
        if let fault = route.node(\.fault) {
            dropMarks(
                fault, "the Gateway API has no faults", instead: "keep the VirtualService while you test")
        }
        if let policy = route.node(\.corsPolicy) {
            dropMarks(
                policy, "CORS is in the experimental channel of the Gateway API only",
                instead: "the filter of type CORS there")
        }
    }
}
