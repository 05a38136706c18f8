import IstioAPI
import Schema
import YAML

/// The destinations of a rule with their weights.
enum RouteTargets {
    /// False when no pod can carry the labels of one of them.
    static func add(
        _ rule: RouteRules.Rule, to route: inout Node, _ home: String, _ work: inout ConversionWork
    ) -> Bool {
        guard rule.spec.has(\.route) else {
            let target = work.destination(
                rule.spec.destination, rule.host, labels: nil, in: home, order: rule.order)
            route.set("route", [["destination": target]])
            return true
        }
        var targets: [Node] = []
        let isShared = rule.spec.route.count > 1
        for item in rule.spec.route {
            guard isPossible(labels: item.node(\.labels)?.map ?? []) else { return false }
            var target: Node = ["destination": destination(item, rule, home, &work)]
            if let weight = item.node(\.weight), isShared || weight.int != 0 {
                target.set("weight", weight)
            } else if isShared {
                target.set("weight", 0)
            }
            targets.append(target)
        }
        route.set("route", Node(targets))
        return true
    }

    private static func destination(
        _ item: Object<Legacy.RouteRule.DestinationWeight>, _ rule: RouteRules.Rule, _ home: String,
        _ work: inout ConversionWork
    ) -> Node {
        let labels = item.node(\.labels)
        guard item.destination.isPresent, nameNode(item.destination) != nil else {
            return work.destination(
                rule.spec.destination, rule.host, labels: labels, in: home, order: rule.order)
        }
        if let ignored = item.destination.node(\.labels), ignored.map?.isEmpty == false {
            work.ledger.dropped(ignored.mark, "0.7.1 looked at the labels beside the weight only")
        }
        work.ledger.changed(rule.spec.destination.mark, "a host of the virtual service")
        let host = ServiceHost(item.destination, from: rule.object.namespace, work.options)
        return work.destination(item.destination, host, labels: labels, in: home, order: rule.order)
    }
}
