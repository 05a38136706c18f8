import IstioAPI
import Schema
import YAML

/// The TCP route that a rule becomes.
enum ConnectionRoute {
    /// Whether a rule is about connections rather than requests: it looks at their addresses, or the service
    /// is known to speak no HTTP.
    static func isMeant(by rule: RouteRules.Rule, _ work: ConversionWork) -> Bool {
        let asksForRequests = !rule.spec.match.request.headers.isEmpty
        if asksForRequests || rule.spec.redirect.isPresent || rule.spec.has(\.httpFault) { return false }
        if let isTCP = work.workloads.isTCP(rule.host) { return isTCP }
        return rule.spec.match.tcp.isPresent
    }

    static func route(of rule: RouteRules.Rule, _ home: String, _ work: inout ConversionWork) -> MadeRoute {
        let (spec, match) = (rule.spec, rule.spec.match)
        guard match.tcp.sourceSubnet.isEmpty else {
            return .impossible("Istio 1.30 does not look at the address of callers when it routes")
        }
        var condition = Node.emptyMap
        if let subnets = match.tcp.node(\.destinationSubnet), subnets.list?.isEmpty == false {
            condition.set("destinationSubnets", subnets)
        }
        let source = RouteMatch.source(match.source, from: rule.object.namespace, into: &condition, &work)
        if case .impossible(let why) = source { return .impossible(why) }
        var route = Node.emptyMap
        let isOpen = condition.map?.isEmpty ?? true
        if !isOpen { route.set("match", [condition]) }
        guard RouteTargets.add(rule, to: &route, home, &work) else {
            return .impossible("no pod can carry the labels of its destination")
        }
        let unused = [
            spec.node(\.rewrite), spec.node(\.websocketUpgrade), spec.node(\.httpReqTimeout),
            spec.node(\.httpReqRetries), spec.node(\.mirror), spec.node(\.corsPolicy),
            spec.node(\.appendHeaders), match.node(\.request),
        ]
        for node in unused {
            if let node { work.ledger.dropped(node.mark, "for requests only, this is TCP") }
        }
        let probe: Node = [
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "metadata": ["name": "a"],
            "spec": ["hosts": ["a"], "tcp": [route]],
        ]
        if let problem = OutputCheck.problem(with: probe) {
            return .impossible("Istio 1.30 would refuse it: \(problem)")
        }
        return .made(route, takesAll: isOpen)
    }
}
