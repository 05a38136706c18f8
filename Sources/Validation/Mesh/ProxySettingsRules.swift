import Diagnostics
import IstioAPI
import Schema

/// Istio 1.30, what it refuses in the mesh's settings of proxies.
extension Report {
    mutating func proxySettings(_ proxy: Object<MeshConfig.ProxyConfig>, isComplete: Bool) {
        if isComplete { proxyGaps(proxy) }
        notEmpty(proxy.configPath, "the path of the configuration", proxy.place(\.configPath))
        notEmpty(proxy.binaryPath, "the path of the proxy", proxy.place(\.binaryPath))
        notEmpty(proxy.discoveryAddress, "the address of the control plane", proxy.place(\.discoveryAddress))
        if proxy.has(\.serviceCluster), !proxy.has(\.tracingServiceName) {
            notEmpty(proxy.serviceCluster, "the name of the service cluster", proxy.place(\.serviceCluster))
        }
        drain(proxy)
        proxyAddresses(proxy)
        tracer(proxy.tracing)
        if proxy.has(\.controlPlaneAuthPolicy),
            proxy.controlPlaneAuthPolicy != MeshConfig.ProxyConfig.AuthenticationPolicy.none,
            proxy.controlPlaneAuthPolicy != .mutualTls
        {
            error(
                .unknownValue, "the control plane's authentication is either NONE or MUTUAL_TLS",
                at: proxy.place(\.controlPlaneAuthPolicy))
        }
        privateKeys(proxy)
        for entry in proxy.proxyMetadata where entry.key == "ISTIO_META_DNS_AUTO_ALLOCATE" {
            warning(
                .deprecatedField, "ISTIO_META_DNS_AUTO_ALLOCATE is deprecated",
                at: .key(entry.key, entry.node.keyMark),
                hint: "the control plane allocates addresses itself; remove it")
        }
    }

    private mutating func proxyGaps(_ proxy: Object<MeshConfig.ProxyConfig>) {
        if !proxy.has(\.configPath) { gap("the path of the configuration", at: proxy.place(\.configPath)) }
        if !proxy.has(\.binaryPath) { gap("the path of the proxy", at: proxy.place(\.binaryPath)) }
        if !proxy.has(\.serviceCluster), !proxy.has(\.tracingServiceName) {
            gap("`serviceCluster` or `tracingServiceName`", at: proxy.place(\.serviceCluster))
        }
        if !proxy.has(\.drainDuration) { gap("the drain duration", at: proxy.place(\.drainDuration)) }
        if !proxy.has(\.discoveryAddress) {
            gap("the address of the control plane", at: proxy.place(\.discoveryAddress))
        }
        if !proxy.has(\.proxyAdminPort) { gap("the proxy's admin port", at: proxy.place(\.proxyAdminPort)) }
        if !proxy.has(\.statusPort) { gap("the status port", at: proxy.place(\.statusPort)) }
    }

    private mutating func notEmpty(_ text: String, _ what: String, _ place: Place) {
        if text.isEmpty, case .value = place { error(.emptyValue, "\(what) must not be empty", at: place) }
    }

    private mutating func drain(_ proxy: Object<MeshConfig.ProxyConfig>) {
        guard let drain = proxy.drainDuration, drain >= .milliseconds(1),
            drain.nanoseconds % 1_000_000_000 != 0
        else { return }
        error(
            .invalidDuration, "the drain duration must be whole seconds", at: proxy.place(\.drainDuration))
    }

    private mutating func proxyAddresses(_ proxy: Object<MeshConfig.ProxyConfig>) {
        let metrics = proxy.envoyMetricsService
        let logs = proxy.envoyAccessLogService
        for (address, place) in [
            (proxy.discoveryAddress, proxy.place(\.discoveryAddress)),
            (proxy.statsdUdpAddress, proxy.place(\.statsdUdpAddress)),
            (proxy.envoyMetricsServiceAddress, proxy.place(\.envoyMetricsServiceAddress)),
            (metrics.address, metrics.place(\.address)), (logs.address, logs.place(\.address)),
        ] where !address.isEmpty {
            hostAndPort(address, at: place)
        }
    }

    private mutating func tracer(_ tracing: Object<MeshConfig.ProxyConfig.Tracing>) {
        if tracing.has(\.lightstep) {
            hostAndPort(tracing.lightstep.address, at: tracing.lightstep.place(\.address))
            if tracing.lightstep.accessToken.isEmpty {
                gap("Lightstep's access token", at: tracing.lightstep.place(\.accessToken))
            }
        }
        if tracing.has(\.zipkin) {
            hostAndPort(tracing.zipkin.address.onSomeNode, at: tracing.zipkin.place(\.address))
        }
        if tracing.has(\.datadog) {
            hostAndPort(tracing.datadog.address.onSomeNode, at: tracing.datadog.place(\.address))
        }
        if tracing.has(\.tlsSettings) { clientTLS(tracing.tlsSettings) }
    }

    private mutating func privateKeys(_ proxy: Object<MeshConfig.ProxyConfig>) {
        guard proxy.has(\.privateKeyProvider) else { return }
        let provider = proxy.privateKeyProvider
        if !provider.has(\.cryptomb), !provider.has(\.qat) {
            gap("`cryptomb` or `qat`", at: provider.place(\.cryptomb))
        }
        if provider.cryptomb.pollDelay == .zero { noDelay(provider.cryptomb.place(\.pollDelay)) }
        if provider.qat.pollDelay == .zero { noDelay(provider.qat.place(\.pollDelay)) }
    }

    private mutating func noDelay(_ place: Place) {
        error(.invalidDuration, "the delay between two polls must not be 0", at: place)
    }
}

extension String {
    /// With an address put where a pod will have that of its node.
    fileprivate var onSomeNode: String {
        guard let range = firstRange(of: "$(HOST_IP)") else { return self }
        return self[..<range.lowerBound] + "127.0.0.1" + self[range.upperBound...]
    }
}
