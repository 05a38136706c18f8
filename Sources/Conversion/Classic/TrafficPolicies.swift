import IstioAPI
import Schema
import YAML

/// Load balancing and circuit breaking of 0.7.1 as a traffic policy of today's.
enum TrafficPolicies {
    static func node(_ policy: Object<Legacy.DestinationPolicy>, _ work: inout ConversionWork) -> Node {
        var node = Node.emptyMap
        if let custom = policy.node(\.custom) { RequestRoute.dropCustom(custom, &work) }
        if let custom = policy.loadBalancing.node(\.custom) { RequestRoute.dropCustom(custom, &work) }
        if let custom = policy.circuitBreaker.node(\.custom) { RequestRoute.dropCustom(custom, &work) }
        if let name = policy.loadBalancing.node(\.name) {
            if let simple = balancing(policy.loadBalancing.name) {
                node.set("loadBalancer", ["simple": Node(.string(simple), at: name.mark)])
            } else {
                work.ledger.dropped(name.mark, "0.7.1 did not know this number either")
            }
        }
        let breaker = policy.circuitBreaker.simpleCb
        if breaker.isPresent { limits(breaker, &node, &work) }
        return node
    }

    private static func balancing(_ name: Legacy.DestinationPolicy.LoadBalancing.Simple?) -> String? {
        switch name {
        case .roundRobin: "ROUND_ROBIN"
        case .leastConnections: "LEAST_REQUEST"
        case .random: "RANDOM"
        case nil: nil
        }
    }

    private typealias Breaker = Legacy.DestinationPolicy.CircuitBreaker.SimplePolicy

    private static func limits(_ breaker: Object<Breaker>, _ node: inout Node, _ work: inout ConversionWork) {
        var http = Node.emptyMap
        let numbers = [
            ("http1MaxPendingRequests", breaker.node(\.httpMaxPendingRequests)),
            ("http2MaxRequests", breaker.node(\.httpMaxRequests)),
            ("maxRequestsPerConnection", breaker.node(\.httpMaxRequestsPerConnection)),
            ("maxRetries", breaker.node(\.httpMaxRetries)),
        ]
        for (key, value) in numbers { if let value, isSet(value, &work) { http.set(key, value) } }
        if let most = breaker.node(\.maxConnections), isSet(most, &work) {
            node.set(path: ["connectionPool", "tcp", "maxConnections"], most)
        }
        if http.map?.isEmpty == false { node.set(path: ["connectionPool", "http"], http) }
        var outliers = Node.emptyMap
        if let errors = breaker.node(\.httpConsecutiveErrors), isSet(errors, &work) {
            outliers.set("consecutive5xxErrors", errors)
        }
        if let interval = breaker.node(\.httpDetectionInterval) {
            outliers.set("interval", durationNode(interval))
        }
        if let window = breaker.node(\.sleepWindow) { outliers.set("baseEjectionTime", durationNode(window)) }
        if let most = breaker.node(\.httpMaxEjectionPercent), isSet(most, &work) {
            outliers.set("maxEjectionPercent", most)
        }
        if outliers.map?.isEmpty == false { node.set("outlierDetection", outliers) }
    }

    /// 0.7.1 took zero for a number that is not given.
    private static func isSet(_ node: Node, _ work: inout ConversionWork) -> Bool {
        if let value = node.int, value > 0 { return true }
        work.ledger.dropped(node.mark, "the default counts, as in 0.7.1")
        return false
    }
}
