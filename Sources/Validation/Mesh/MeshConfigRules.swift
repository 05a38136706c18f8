import Diagnostics
import IstioAPI
import Schema

/// Istio 1.30, what it refuses in the configuration of the mesh.
extension Report {
    mutating func mesh(_ mesh: Object<MeshConfig>, isComplete: Bool) {
        if isComplete { meshGaps(mesh) }
        timeouts(mesh)
        if isComplete || mesh.has(\.defaultConfig) {
            proxySettings(mesh.defaultConfig, isComplete: isComplete)
        }
        if mesh.has(\.localityLbSetting) { locality(mesh.localityLbSetting, hasOutlierDetection: true) }
        for settings in mesh.serviceSettings {
            for (host, mark) in settings.each(\.hosts) { wildcardHost(host, at: .value(mark)) }
        }
        trustDomains(mesh)
        providers(mesh.extensionProviders)
        curves(mesh)
    }

    private mutating func meshGaps(_ mesh: Object<MeshConfig>) {
        if !mesh.has(\.proxyListenPort) { gap("the proxy's listen port", at: mesh.place(\.proxyListenPort)) }
        if !mesh.has(\.connectTimeout) { gap("the connect timeout", at: mesh.place(\.connectTimeout)) }
        if !mesh.has(\.trustDomain) { gap("the trust domain", at: mesh.place(\.trustDomain)) }
    }

    private mutating func timeouts(_ mesh: Object<MeshConfig>) {
        duration(mesh, \.connectTimeout)
        if let timeout = mesh.connectTimeout, timeout > longestConnectTimeout {
            error(
                .outOfRange, "the connect timeout must be at most 1h",
                at: mesh.place(\.connectTimeout))
        }
        // None at all is allowed here, and a negative one too.
        if let timeout = mesh.protocolDetectionTimeout, timeout.nanoseconds % 1_000_000 != 0 {
            error(
                .invalidDuration, "only durations to ms precision are supported",
                at: mesh.place(\.protocolDetectionTimeout))
        }
    }

    private mutating func trustDomains(_ mesh: Object<MeshConfig>) {
        meshTrustDomain(mesh.trustDomain, at: mesh.place(\.trustDomain))
        for (alias, mark) in mesh.each(\.trustDomainAliases) { meshTrustDomain(alias, at: .value(mark)) }
    }

    private mutating func meshTrustDomain(_ domain: String, at place: Place) {
        if domain.isEmpty { return error(.invalidHost, "a trust domain must not be empty", at: place) }
        if domain.isTrustDomain { return }
        error(
            .invalidHost, "\(domain.quoted) is no trust domain", at: place,
            hint: "write letters, digits and dashes, in parts between dots, such as `cluster.local`")
    }

    private mutating func curves(_ mesh: Object<MeshConfig>) {
        if !mesh.meshMTLS.ecdhCurves.isEmpty {
            error(
                .notImplemented, "the curves of TLS within the mesh cannot be chosen",
                at: mesh.meshMTLS.place(\.ecdhCurves), hint: "set `tlsDefaults.ecdhCurves` instead")
        }
        var seen: Set<String> = []
        for (curve, mark) in mesh.tlsDefaults.each(\.ecdhCurves) where !curve.isEmpty {
            if !knownCurves.contains(curve) {
                warning(
                    .unknownValue, "\(curve.quoted) is no curve that proxies know", at: .value(mark),
                    hint: Suggestion.nearest(to: curve, among: knownCurves).map { "did you mean `\($0)`?" })
            } else if !seen.insert(curve).inserted {
                warning(.duplicateValue, "the curve \(curve) is given twice", at: .value(mark))
            }
        }
    }

    /// A field that has no default here must be given.
    mutating func gap(_ what: String, at place: Place) {
        error(.missingField, "\(what) must be given", at: place)
    }
}

extension String {
    /// Labels between dots; a full stop may end it.
    fileprivate var isTrustDomain: Bool {
        var labels = split(separator: ".", omittingEmptySubsequences: false)
        if labels.count > 1, labels.last == "" { labels.removeLast() }
        return labels.allSatisfy { HostName.isLabel($0) }
    }
}

private let longestConnectTimeout = Duration.seconds(3_600)

/// Those of BoringSSL that Istio 1.30 passes on.
private let knownCurves = [
    "P-224", "P-256", "P-384", "P-521", "X25519", "X25519Kyber768Draft00", "X25519MLKEM768",
]
