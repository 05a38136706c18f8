import IstioAPI
import Schema
import YAML

/// Destination rules as 0.7.1 previewed them.
enum ClassicDestinationRules {
    static func convert(_ work: inout ConversionWork) {
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.DestinationRule.self)
        {
            let rule = Object<Legacy.DestinationRule>(object.spec)
            var spec: Node = ["host": rule.node(\.name) ?? ""]
            if let policy = policy(rule.trafficPolicy, &work) { spec.set("trafficPolicy", policy) }
            let subsets = rule.subsets.map { subset -> Node in
                var node: Node = ["name": subset.node(\.name) ?? ""]
                if let labels = subset.node(\.labels), labels.map?.isEmpty == false {
                    node.set("labels", labels)
                }
                if let policy = policy(subset.trafficPolicy, &work) { node.set("trafficPolicy", policy) }
                return node
            }
            if !subsets.isEmpty { spec.set("subsets", Node(Array(subsets))) }
            let node = work.make(
                DestinationRule.self, name: object.name, in: object.namespace, from: [object], spec)
            work.add(node, order: order, rank: Rank.destinations)
        }
    }

    private typealias Policy = Object<Legacy.DestinationRule.TrafficPolicy>

    private static func policy(_ policy: Policy, _ work: inout ConversionWork) -> Node? {
        var node = Node.emptyMap
        if let balancer = balancer(policy.loadBalancer) { node.set("loadBalancer", balancer) }
        pool(policy.connectionPool, &node)
        outliers(policy.outlierDetection.http, &node)
        if policy.tls.isPresent {
            var tls = Node.emptyMap
            for entry in policy.tls.node?.map ?? [] where !entry.value.isNull {
                tls.set(entry.key, entry.value)
            }
            let mode = policy.tls.mode ?? .disable
            tls.set("mode", Node(.string(mode.rawValue), at: policy.tls.node(\.mode)?.mark ?? .none))
            node.set("tls", tls)
        }
        return node.map?.isEmpty ?? true ? nil : node
    }

    private static func balancer(_ settings: Object<Legacy.DestinationRule.LoadBalancerSettings>) -> Node? {
        if let simple = settings.node(\.simple), let choice = settings.simple {
            let word = choice == .leastConnections ? "LEAST_REQUEST" : choice.rawValue
            return ["simple": Node(.string(word), at: simple.mark)]
        }
        let hash = settings.consistentHash
        guard hash.isPresent, let header = hash.node(\.httpHeader), header.string != "" else { return nil }
        var node: Node = ["httpHeaderName": header]
        if let size = hash.node(\.minimumRingSize), size.int != 0 {
            node.set("ringHash", ["minimumRingSize": size])
        }
        return ["consistentHash": node]
    }

    private static func pool(
        _ pool: Object<Legacy.DestinationRule.ConnectionPoolSettings>, _ node: inout Node
    ) {
        if let most = pool.tcp.node(\.maxConnections), most.int != 0 {
            node.set(path: ["connectionPool", "tcp", "maxConnections"], most)
        }
        if let time = pool.tcp.node(\.connectTimeout) {
            node.set(path: ["connectionPool", "tcp", "connectTimeout"], durationNode(time))
        }
        for entry in pool.http.node?.map ?? [] where !entry.value.isNull && entry.value.int != 0 {
            node.set(path: ["connectionPool", "http", entry.key], entry.value)
        }
    }

    private static func outliers(
        _ http: Object<Legacy.DestinationRule.OutlierDetection.HTTPSettings>, _ node: inout Node
    ) {
        if let errors = http.node(\.consecutiveErrors), errors.int != 0 {
            node.set(path: ["outlierDetection", "consecutive5xxErrors"], errors)
        }
        for (key, time) in [
            ("interval", http.node(\.interval)), ("baseEjectionTime", http.node(\.baseEjectionTime)),
        ] {
            if let time { node.set(path: ["outlierDetection", key], durationNode(time)) }
        }
        if let most = http.node(\.maxEjectionPercent), most.int != 0 {
            node.set(path: ["outlierDetection", "maxEjectionPercent"], most)
        }
    }
}
