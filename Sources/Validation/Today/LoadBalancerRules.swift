import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func loadBalancer(_ settings: Object<LoadBalancerSettings>, hasOutlierDetection: Bool) {
        let hash = settings.consistentHash
        if hash.has(\.httpCookie) { cookie(hash.httpCookie) }
        if hash.has(\.minimumRingSize), hash.minimumRingSize != 0, hash.has(\.maglev) || hash.has(\.ringHash)
        {
            error(
                .exclusiveFields, "\"minimumRingSize\" and an algorithm exclude each other",
                at: hash.place(\.minimumRingSize), hint: "set `ringHash.minimumRingSize`")
        }
        if hash.has(\.maglev) { table(hash.maglev) }
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

    private mutating func table(_ maglev: Object<LoadBalancerSettings.ConsistentHashLB.MagLev>) {
        let size = maglev.has(\.tableSize) ? maglev.tableSize : 0
        if size == 0 {
            error(.missingField, "the size of Maglev's table must be set", at: maglev.place(\.tableSize))
        } else if size >= 5_000_011 {
            error(
                .outOfRange, "the size of Maglev's table must be less than 5000011",
                at: maglev.place(\.tableSize))
        } else if !size.isPrime {
            error(
                .outOfRange, "the size of Maglev's table must be a prime, \(size) is none",
                at: maglev.place(\.tableSize), hint: "65537 is one")
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

extension Int {
    /// For numbers of a few million: at most some thousand divisions.
    fileprivate var isPrime: Bool {
        guard self > 1 else { return false }
        var divisor = 2
        while divisor * divisor <= self {
            if self % divisor == 0 { return false }
            divisor += 1
        }
        return true
    }
}
