import IstioAPI
import Schema
import Validation
import YAML

/// Virtual services as 0.7.1 previewed them.
enum ClassicVirtualServices {
    static func convert(_ work: inout ConversionWork) {
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.VirtualService.self)
        {
            let service = Object<Legacy.VirtualService>(object.spec)
            var spec: Node = ["hosts": service.node(\.hosts) ?? []]
            if let gateways = service.node(\.gateways), gateways.list?.isEmpty == false {
                spec.set("gateways", gateways)
            }
            var routes: [Node] = []
            for route in service.http {
                if let node = self.route(route, object, &work) { routes.append(node) }
            }
            if !routes.isEmpty { spec.set("http", Node(routes)) }
            guard !routes.isEmpty else {
                work.drop(object, "no route is left of it")
                continue
            }
            work.ledger.remark(RouteRules.defaults)
            let node = work.make(
                VirtualService.self, name: object.name, in: object.namespace, from: [object], spec)
            work.add(node, order: order, rank: Rank.routes)
        }
    }

    private typealias Route = Object<Legacy.VirtualService.HTTPRoute>

    /// Nil, with a word about why, for what Istio 1.30 cannot do.
    private static func route(_ route: Route, _ object: InputObject, _ work: inout ConversionWork) -> Node? {
        var node = Node.emptyMap
        let matches = (route.node(\.match)?.list ?? []).filter { !$0.isNull }
        if !matches.isEmpty { node.set("match", Node(matches)) }
        if let redirect = route.node(\.redirect) {
            node.set("redirect", redirect)
        } else {
            node.set("route", targets(route, object, &work))
            if let rewrite = route.node(\.rewrite) { node.set("rewrite", rewrite) }
        }
        actions(route, object, &node, &work)
        if let problem = OutputCheck.problem(with: RequestRoute.probe(node)) {
            work.ledger.dropped(route.mark, "Istio 1.30 would refuse it: \(problem)")
            return nil
        }
        return node
    }

    private static func actions(
        _ route: Route, _ object: InputObject, _ node: inout Node, _ work: inout ConversionWork
    ) {
        if let timeout = route.node(\.timeout) { node.set("timeout", durationNode(timeout)) }
        if route.retries.isPresent {
            var retries: Node = ["retryOn": "5xx,connect-failure,refused-stream"]
            if let attempts = route.retries.node(\.attempts) { retries.set("attempts", attempts) }
            if let time = route.retries.node(\.perTryTimeout) {
                retries.set("perTryTimeout", durationNode(time))
            }
            node.set("retries", retries)
        }
        if let fault = fault(route.fault, &work) { node.set("fault", fault) }
        if route.mirror.isPresent { node.set("mirror", destination(route.mirror, object, &work)) }
        if route.corsPolicy.isPresent {
            node.set("corsPolicy", CrossOrigin.node(route.corsPolicy.node, &work))
        }
        if let headers = AppendedHeaders.node(route.node(\.appendHeaders), &work) {
            node.set("headers", headers)
        }
        if let flag = route.node(\.websocketUpgrade), flag.bool == true {
            work.ledger.changed(flag.mark, "every route of today's lets clients switch to WebSocket")
        }
    }

    /// Weights need not have added up to 100; where all were zero, nothing said how to share.
    private static func targets(_ route: Route, _ object: InputObject, _ work: inout ConversionWork) -> Node {
        let areEqual = route.route.count > 1 && route.route.allSatisfy { $0.weight == 0 }
        let targets = route.route.map { item -> Node in
            var target: Node = ["destination": destination(item.destination, object, &work)]
            if areEqual {
                target.set("weight", Node(.int(1), at: item.node(\.weight)?.mark ?? .none))
            } else if let weight = item.node(\.weight), route.route.count > 1 || weight.int != 0 {
                target.set("weight", weight)
            }
            return target
        }
        return Node(Array(targets))
    }

    private static func destination(
        _ destination: Object<Legacy.VirtualService.Destination>, _ object: InputObject,
        _ work: inout ConversionWork
    ) -> Node {
        var node: Node = ["host": destination.node(\.name) ?? ""]
        if let subset = destination.node(\.subset), subset.string != "" { node.set("subset", subset) }
        if let number = destination.port.node(\.number), number.int != 0 {
            node.set("port", ["number": number])
        } else if let name = destination.port.node(\.name), let text = name.string, !text.isEmpty {
            let host = ServiceHost(full: destination.name, from: object.namespace, work.options)
            if let number = work.workloads.port(named: text, of: host) {
                node.set("port", ["number": Node(.int(Int64(number)), at: name.mark)])
            } else {
                work.ledger.dropped(
                    name.mark,
                    "ports have numbers today, and the input lacks the Service that knows this one's",
                    instead: "`port: {number: …}`")
            }
        }
        return node
    }

    private static func fault(
        _ fault: Object<Legacy.VirtualService.HTTPFaultInjection>, _ work: inout ConversionWork
    ) -> Node? {
        var node = Node.emptyMap
        if fault.delay.isPresent {
            if let share = RouteFault.percentage(fault.delay.node(\.percent)),
                let fixed = fault.delay.node(\.fixedDelay)
            {
                node.set("delay", ["fixedDelay": durationNode(fixed), "percentage": share])
            } else {
                work.ledger.dropped(fault.delay.mark, "it happened to no request")
            }
        }
        if fault.abort.isPresent {
            if let share = RouteFault.percentage(fault.abort.node(\.percent)),
                let status = fault.abort.node(\.httpStatus), (200...600).contains(fault.abort.httpStatus)
            {
                node.set("abort", ["httpStatus": status, "percentage": share])
            } else {
                work.ledger.dropped(fault.abort.mark, "it happened to no request")
            }
        }
        return node.map?.isEmpty ?? true ? nil : node
    }
}
