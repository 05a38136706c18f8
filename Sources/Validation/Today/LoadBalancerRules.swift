import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func loadBalancer(_ settings: Object<LoadBalancerSettings>, hasOutlierDetection: Bool) {
        let hash = settings.consistentHash
        if hash.has(\.httpCookie) { cookie(hash.httpCookie) }
        if settings.has(\.localityLbSetting) {
            locality(settings.localityLbSetting, hasOutlierDetection: hasOutlierDetection)
        }
        duration(settings, \.warmupDurationSecs)
        if settings.has(\.warmup) { duration(settings.warmup, \.duration) }
        if settings.has(\.warmup), settings.warmup.has(\.aggression), settings.warmup.aggression < 1 {
            error(
                .outOfRange, "aggression should be greater than or equal to 1",
                at: settings.warmup.place(\.aggression))
        }
    }

    private mutating func cookie(_ cookie: Object<LoadBalancerSettings.ConsistentHashLB.HTTPCookie>) {
        if cookie.has(\.name), cookie.name.isEmpty {
            error(.emptyValue, "name required for HttpCookie", at: cookie.place(\.name))
        }
        var seen: Set<String> = []
        for attribute in cookie.attributes {
            if attribute.name.isEmpty {
                error(.emptyValue, "cookie attribute name cannot be empty", at: attribute.place(\.name))
            } else if !seen.insert(attribute.name).inserted {
                error(
                    .duplicateValue, "duplicate cookie attribute name: \(attribute.name.escapingControls)",
                    at: attribute.place(\.name))
            }
        }
    }
}
