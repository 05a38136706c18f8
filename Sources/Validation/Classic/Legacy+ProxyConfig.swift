import IstioAPI
import Schema
import YAML

extension Report {
    /// Istio 0.7.1, `ValidateProxyConfig`. Texts and numbers that are empty or zero count as not given.
    mutating func checkProxy(_ proxy: Object<Legacy.ProxyConfig>) {
        checkDrain(proxy)
        checkRefreshDelay(proxy.node(\.discoveryRefreshDelay))
        let addresses = [
            ("discovery address", proxy.discoveryAddress, proxy.place(\.discoveryAddress)),
            ("zipkin address", proxy.zipkinAddress, proxy.place(\.zipkinAddress)),
        ]
        for (name, address, place) in addresses where !address.isEmpty {
            checkProxyAddress(address, "invalid \(name):", at: place)
        }
        checkConnectTimeout(proxy.node(\.connectTimeout))
        let statsd = proxy.statsdUdpAddress
        if !statsd.isEmpty {
            checkProxyAddress(
                statsd, "invalid statsd udp address \(statsd.quoted):", at: proxy.place(\.statsdUdpAddress))
        }
        if proxy.proxyAdminPort != 0 {
            checkMeshPort(Int(proxy.proxyAdminPort), "proxy admin port", at: proxy.place(\.proxyAdminPort))
        }
        checkChoice(
            proxy.node(\.controlPlaneAuthPolicy), Legacy.ProxyConfig.AuthenticationPolicy.self,
            allowed: [0, 1], "control plane auth policy")
    }

    private mutating func checkDrain(_ proxy: Object<Legacy.ProxyConfig>) {
        let places = (proxy.place(\.drainDuration), proxy.place(\.parentShutdownDuration))
        let given = (proxy.node(\.drainDuration), proxy.node(\.parentShutdownDuration))
        let problems = [
            (given.0.flatMap { DurationProblem.of($0) }, "drain", places.0),
            (given.1.flatMap { DurationProblem.of($0) }, "parent shutdown", places.1),
        ]
        for case (let problem?, let name, let place) in problems {
            drainError("invalid \(name) duration: \(problem.message)", at: place)
        }
        guard problems.allSatisfy({ $0.0 == nil }), let drain = proxy.drainDuration,
            let shutdown = proxy.parentShutdownDuration
        else { return }
        for (time, name, place) in [(drain, "drain", places.0), (shutdown, "parent shutdown", places.1)] {
            if time.nanoseconds % 1_000_000_000 != 0 {
                drainError("\(name) time only supports durations to seconds precision", at: place)
            }
            if time > .seconds(3_600) {
                drainError("\(name) time \(time.goText) must be <1h0m0s", at: place)
            }
        }
        if shutdown <= drain {
            drainError(
                "parent shutdown time \(shutdown.goText) must be greater than drain time \(drain.goText)",
                at: given.1 == nil ? places.0 : places.1)
        }
    }

    private mutating func drainError(_ message: String, at place: Place) {
        error(.invalidDuration, "invalid parent and drain time combination \(message)", at: place)
    }
}
