import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func locality(_ setting: Object<LocalityLoadBalancerSetting>, hasOutlierDetection: Bool) {
        if !setting.distribute.isEmpty, !setting.failover.isEmpty || !setting.failoverPriority.isEmpty {
            error(
                .exclusiveFields, "can not simultaneously specify 'distribute' and 'failover'",
                at: setting.place(\.distribute))
        }
        for share in setting.distribute { distribute(share) }
        for failover in setting.failover { self.failover(failover) }
        let region = "topology.kubernetes.io/region"
        if !setting.failover.isEmpty, setting.failoverPriority.contains(where: { $0.hasPrefix(region) }) {
            error(
                .exclusiveFields,
                "can not simultaneously set 'failover' and topology label '\(region)' in 'failover_priority'",
                at: setting.place(\.failoverPriority))
        }
        if !hasOutlierDetection, !setting.failover.isEmpty || !setting.failoverPriority.isEmpty {
            warning(
                .missingField, "outlier detection policy must be provided for failover", at: setting.place)
        }
    }

    private mutating func distribute(_ share: Object<LocalityLoadBalancerSetting.Distribute>) {
        localities([(share.from, share.place(\.from))])
        localities(share.to.map { ($0.key, .key($0.key, $0.node.keyMark)) })
        for target in share.to where !(1...100).contains(target.value) {
            error(
                .invalidWeights, "locality weight must be in range [1, 100]",
                at: .value(target.node.value.mark))
        }
        let total = share.to.reduce(0) { $0 &+ $1.value }
        if total != 100 {
            error(.invalidWeights, "total locality weight \(total) != 100", at: share.place(\.to))
        }
    }

    /// `region/zone/subzone` with a wildcard at the end at most, and none within another.
    private mutating func localities(_ localities: [(name: String, place: Place)]) {
        for (index, (name, place)) in localities.enumerated() {
            if let star = name.firstIndex(of: "*"), name.index(after: star) != name.endIndex {
                error(
                    .invalidName,
                    "locality \(name.escapingControls) may have one wildcard '*', at its end",
                    at: place)
            }
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            if parts.contains("") || parts.count > 3 {
                error(
                    .invalidName, "locality \"\(name.escapingControls)\" is not region/zone/subzone",
                    at: place)
            }
            let own = name.localityParts
            for other in localities[..<index].map(\.name.localityParts)
            where own.starts(with: other) || other.starts(with: own) {
                error(
                    .duplicateValue,
                    "locality \(name.escapingControls) overlap with previous specified ones", at: place)
                break
            }
        }
    }

    private mutating func failover(_ failover: Object<LocalityLoadBalancerSetting.Failover>) {
        if failover.from == failover.to {
            error(
                .duplicateValue, "locality lb failover settings must specify different regions",
                at: failover.place(\.to))
        }
        for (region, place) in [(failover.from, failover.place(\.from)), (failover.to, failover.place(\.to))]
        {
            if region.contains("*") {
                error(
                    .invalidName, "locality lb failover region should not contain '*' wildcard", at: place)
            }
            if region.contains("/") {
                error(.invalidName, "locality lb failover only specify region", at: place)
            }
        }
    }
}

extension String {
    fileprivate var localityParts: [Substring] { split(separator: "/").filter { $0 != "*" } }
}
