import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func locality(_ setting: Object<LocalityLoadBalancerSetting>, hasOutlierDetection: Bool) {
        if !setting.distribute.isEmpty, !setting.failover.isEmpty {
            error(
                .exclusiveFields, "can not simultaneously specify 'distribute' and 'failover'",
                at: setting.place(\.distribute))
        }
        for share in setting.distribute { distribute(share) }
        localities(setting.distribute.map { ($0.from, $0.place(\.from)) })
        for failover in setting.failover { self.failover(failover) }
        if !setting.failover.isEmpty, let label = setting.failoverPriority.first(where: placeLabels.contains)
        {
            error(
                .exclusiveFields,
                "can not simultaneously set 'failover' and topology label '\(label)' in 'failover_priority'",
                at: setting.place(\.failoverPriority))
        }
        if !hasOutlierDetection, !setting.failover.isEmpty || !setting.failoverPriority.isEmpty {
            warning(
                .missingField, "outlier detection policy must be provided for failover", at: setting.place)
        }
    }

    private mutating func distribute(_ share: Object<LocalityLoadBalancerSetting.Distribute>) {
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
        var taken = TakenLocalities()
        for (name, place) in localities {
            if let star = name.firstIndex(of: "*"), name.index(after: star) != name.endIndex {
                error(
                    .invalidName,
                    "locality \(name.escapingControls) may have one wildcard '*', at its end",
                    at: place)
            }
            let parts = name.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
            if parts.contains("") {
                error(
                    .invalidName, "locality \"\(name.escapingControls)\" is not region/zone/subzone",
                    at: place)
            } else if !taken.insert(parts) {
                error(
                    .duplicateValue,
                    "locality \(name.escapingControls) overlap with previous specified ones", at: place)
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

/// Localities that were given, of which a later one must not be a part. As in Istio, a wildcard after what it
/// stands for is let pass.
private struct TakenLocalities {
    /// Whole ones, `*` at the end of those that stand for more.
    private var whole: Set<String> = []
    /// Regions, and zones with theirs, of which at least a part is taken.
    private var begun: Set<String> = []

    mutating func insert(_ parts: [Substring]) -> Bool {
        let prefixes = (1...parts.count).map { parts[..<$0].joined(separator: "/") }
        if whole.contains("*") { return false }
        for (index, prefix) in prefixes.enumerated() where whole.contains(prefix) || isOpen(prefix, index) {
            return false
        }
        if parts.count < 3, begun.contains(prefixes[parts.count - 1]) { return false }
        whole.insert(prefixes[parts.count - 1])
        begun.formUnion(prefixes)
        return true
    }

    /// Whether a wildcard took all beside the last part.
    private func isOpen(_ prefix: String, _ index: Int) -> Bool {
        guard index > 0, let slash = prefix.lastIndex(of: "/") else { return false }
        return whole.contains(prefix[...slash] + "*")
    }
}

private let placeLabels: Set = [
    "topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone",
]
