import IstioAPI
import Schema
import YAML

/// The HTTP route that a rule becomes.
enum RequestRoute {
    static func route(of rule: RouteRules.Rule, _ home: String, _ work: inout ConversionWork) -> MadeRoute {
        let (spec, namespace) = (rule.spec, rule.object.namespace)
        let match = RouteMatch.request(spec.match, from: namespace, &work)
        guard case .condition(let condition) = match else {
            if case .impossible(let why) = match { return .impossible(why) }
            return .impossible("")
        }
        var route = Node.emptyMap
        if let condition { route.set("match", [condition]) }
        if spec.redirect.isPresent {
            redirect(spec, &route, &work)
        } else {
            guard RouteTargets.add(rule, to: &route, home, &work) else {
                return .impossible("no pod can carry the labels of its destination")
            }
            forwarding(rule, condition, &route, home, &work)
        }
        if let problem = OutputCheck.problem(with: probe(route)) {
            return .impossible("Istio 1.30 would refuse it: \(problem)")
        }
        return .made(route, takesAll: takesAll(condition))
    }

    static func takesAll(_ condition: Node?) -> Bool {
        guard let entries = condition?.map else { return true }
        return entries.allSatisfy { $0.key == "uri" && $0.value["prefix"]?.string == "/" }
    }

    static func probe(_ route: Node) -> Node {
        [
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "metadata": ["name": "a"],
            "spec": ["hosts": ["a"], "http": [route]],
        ]
    }

    /// A redirect is answered at once: 0.7.1 ignored what is for forwarding only.
    private static func redirect(
        _ spec: Object<Legacy.RouteRule>, _ route: inout Node, _ work: inout ConversionWork
    ) {
        var redirect = Node.emptyMap
        for (key, node) in [
            ("uri", spec.redirect.node(\.uri)), ("authority", spec.redirect.node(\.authority)),
        ] {
            if let node, node.string != "" { redirect.set(key, node) }
        }
        route.set("redirect", redirect)
        let unused = [
            spec.node(\.httpReqTimeout), spec.node(\.httpReqRetries), spec.node(\.mirror),
            spec.node(\.appendHeaders), spec.node(\.corsPolicy),
        ]
        for node in unused { if let node { work.ledger.dropped(node.mark, "a redirect forwards nothing") } }
        work.ledger.changed(spec.destination.mark, "a host of the virtual service")
    }

    private static func forwarding(
        _ rule: RouteRules.Rule, _ condition: Node?, _ route: inout Node, _ home: String,
        _ work: inout ConversionWork
    ) {
        let spec = rule.spec
        if spec.rewrite.isPresent { route.set("rewrite", rewrite(spec.rewrite, condition, &work)) }
        timeout(spec.httpReqTimeout, &route, &work)
        retries(spec.httpReqRetries, &route, &work)
        if let fault = RouteFault.node(spec.httpFault, &work) { route.set("fault", fault) }
        if spec.mirror.isPresent {
            let host = ServiceHost(spec.mirror, from: rule.object.namespace, work.options)
            route.set(
                "mirror",
                work.destination(
                    spec.mirror, host, labels: spec.mirror.node(\.labels), in: home, order: rule.order))
        }
        if spec.corsPolicy.isPresent {
            route.set("corsPolicy", CrossOrigin.node(spec.corsPolicy.node, &work))
        }
        if let headers = AppendedHeaders.node(spec.node(\.appendHeaders), &work) {
            route.set("headers", headers)
        }
        if let flag = spec.node(\.websocketUpgrade), flag.bool == true {
            work.ledger.changed(flag.mark, "every route of today's lets clients switch to WebSocket")
        }
    }

    /// Where the path is matched by an expression, 0.7.1 replaced the leading slash.
    private static func rewrite(
        _ rewrite: Object<Legacy.HTTPRewrite>, _ condition: Node?, _ work: inout ConversionWork
    ) -> Node {
        var node = Node.emptyMap
        if let authority = rewrite.node(\.authority), authority.string != "" {
            node.set("authority", authority)
        }
        guard let uri = rewrite.node(\.uri), let text = uri.string, !text.isEmpty else { return node }
        if condition?["uri"]?["regex"] != nil {
            let escaped = text.split(separator: "\\", omittingEmptySubsequences: false).joined(
                separator: "\\\\")
            node.set("uriRegexRewrite", ["match": "^/", "rewrite": Node(.string(escaped), at: uri.mark)])
            work.ledger.changed(uri.mark, "replaces the leading slash, as in 0.7.1")
        } else {
            node.set("uri", uri)
        }
        return node
    }

    private static func timeout(
        _ policy: Object<Legacy.HTTPTimeout>, _ route: inout Node, _ work: inout ConversionWork
    ) {
        if let custom = policy.node(\.custom) { dropCustom(custom, &work) }
        if let timeout = policy.simpleTimeout.node(\.timeout) { route.set("timeout", durationNode(timeout)) }
        if let header = policy.simpleTimeout.node(\.overrideHeaderName) { dropOverride(header, &work) }
    }

    /// With the conditions under which 0.7.1 tried again; without, Istio 1.30 has others.
    private static func retries(
        _ policy: Object<Legacy.HTTPRetry>, _ route: inout Node, _ work: inout ConversionWork
    ) {
        if let custom = policy.node(\.custom) { dropCustom(custom, &work) }
        let simple = policy.simpleRetry
        guard simple.isPresent else { return }
        if let header = simple.node(\.overrideHeaderName) { dropOverride(header, &work) }
        guard simple.attempts > 0, let attempts = simple.node(\.attempts) else {
            route.set("retries", ["attempts": simple.node(\.attempts) ?? 0])
            if let time = simple.node(\.perTryTimeout) {
                work.ledger.dropped(time.mark, "nothing is tried again")
            }
            return
        }
        var node: Node = ["attempts": attempts, "retryOn": "5xx,connect-failure,refused-stream"]
        if let time = simple.node(\.perTryTimeout) { node.set("perTryTimeout", durationNode(time)) }
        route.set("retries", node)
    }

    static func dropCustom(_ node: Node, _ work: inout ConversionWork) {
        work.ledger.dropped(
            node.mark, "settings of the proxy's own have another form today", instead: "an EnvoyFilter")
    }

    static func dropOverride(_ node: Node, _ work: inout ConversionWork) {
        work.ledger.dropped(node.mark, "today no header of one's choice overrides the value")
    }
}
