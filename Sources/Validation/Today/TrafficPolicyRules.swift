import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func trafficPolicy(_ policy: Object<TrafficPolicy>) {
        if !policy.saysSomething {
            return error(
                .emptyValue, "traffic policy must have at least one field", at: policy.place,
                hint: "remove it, or say something")
        }
        parts(
            policy.loadBalancer, policy.connectionPool, policy.outlierDetection, policy.tls,
            hasOutlierDetection: policy.has(\.outlierDetection))
        for settings in policy.portLevelSettings {
            portPolicy(settings)
            parts(
                settings.loadBalancer, settings.connectionPool, settings.outlierDetection, settings.tls,
                hasOutlierDetection: settings.has(\.outlierDetection))
        }
        if policy.has(\.tunnel) { tunnel(policy.tunnel) }
        if policy.tunnel.isPresent, policy.proxyProtocol.isPresent {
            error(
                .exclusiveFields, "tunnel and proxyProtocol must not be set together",
                at: policy.place(\.proxyProtocol))
        }
    }

    private mutating func portPolicy(_ settings: Object<TrafficPolicy.PortTrafficPolicy>) {
        if !settings.has(\.port) {
            error(.missingField, "a policy for a port must name the port", at: settings.place(\.port))
        }
        if !settings.saysSomething {
            error(.emptyValue, "a policy for a port must have at least one more field", at: settings.place)
        }
    }

    private mutating func parts(
        _ balancer: Object<LoadBalancerSettings>, _ pool: Object<ConnectionPoolSettings>,
        _ outliers: Object<OutlierDetection>, _ tls: Object<ClientTLSSettings>, hasOutlierDetection: Bool
    ) {
        if balancer.isPresent { loadBalancer(balancer, hasOutlierDetection: hasOutlierDetection) }
        if pool.isPresent { connectionPool(pool) }
        if outliers.isPresent { outlierDetection(outliers) }
        if tls.isPresent { clientTLS(tls) }
    }

    private mutating func tunnel(_ tunnel: Object<TrafficPolicy.TunnelSettings>) {
        if !["", "CONNECT", "POST"].contains(tunnel.protocol) {
            error(
                .invalidProtocol, "tunnel protocol must be \"CONNECT\" or \"POST\"",
                at: tunnel.place(\.protocol))
        }
        let host = tunnel.targetHost
        if host.contains("*") {
            error(
                .invalidHost, "tunnel target host must be an address or a full name",
                at: tunnel.place(\.targetHost))
        } else if tunnel.has(\.targetHost), !Address.isAddress(host),
            let problem = HostName.problem(with: host)
        {
            error(.invalidHost, problem, at: tunnel.place(\.targetHost))
        }
        if tunnel.has(\.targetPort) { port(tunnel.targetPort, at: tunnel.place(\.targetPort)) }
    }

    private mutating func outlierDetection(_ outliers: Object<OutlierDetection>) {
        duration(outliers, \.interval)
        duration(outliers, \.baseEjectionTime)
        if !outliers.splitExternalLocalOriginErrors, outliers.has(\.consecutiveLocalOriginFailures),
            outliers.consecutiveLocalOriginFailures ?? 0 > 0
        {
            error(
                .exclusiveFields, "failures of local origin count only when they are told from others",
                at: outliers.place(\.consecutiveLocalOriginFailures),
                hint: "set `splitExternalLocalOriginErrors: true`")
        }
        for path in [\OutlierDetection.maxEjectionPercent, \.minHealthPercent]
        where !(0...100).contains(outliers[dynamicMember: path]) {
            error(
                .invalidPercent, "percentage \(outliers[dynamicMember: path]) is not in range 0..100",
                at: outliers.place(path))
        }
    }
}

extension Object<TrafficPolicy> {
    fileprivate var saysSomething: Bool {
        has(\.loadBalancer) || has(\.connectionPool) || has(\.outlierDetection) || has(\.tls)
            || !self.portLevelSettings.isEmpty || has(\.tunnel) || has(\.proxyProtocol) || has(\.retryBudget)
    }
}

extension Object<TrafficPolicy.PortTrafficPolicy> {
    fileprivate var saysSomething: Bool {
        has(\.loadBalancer) || has(\.connectionPool) || has(\.outlierDetection) || has(\.tls)
    }
}
