import IstioAPI
import Schema
import YAML

/// Fields that today's API keeps for old configurations, replaced by those that stand for them now.
enum DeprecatedFields {
    static func replaced(in spec: Node, of kind: Kind, _ ledger: inout Ledger) -> Node {
        switch kind.name {
        case VirtualService.kind.name:
            return spec.mapping("http") { $0.mappingItems { route($0) } }
        case DestinationRule.kind.name:
            return spec.mapping("trafficPolicy") { policy($0, &ledger) }
                .mapping("subsets") {
                    $0.mappingItems { $0.mapping("trafficPolicy") { policy($0, &ledger) } }
                }
        case RequestAuthentication.kind.name:
            return spec.mapping("jwtRules") { $0.mappingItems { $0.renaming("jwks_uri", to: "jwksUri") } }
        default: return spec
        }
    }

    private static func route(_ route: Node) -> Node {
        var route = route.mapping("fault") { fault in
            fault.mapping("delay") { $0.wrapping("percent", as: "percentage") }
        }
        for name in ["mirrorPercent", "mirror_percent"] where route["mirrorPercentage"] == nil {
            route = route.wrapping(name, as: "mirrorPercentage")
        }
        return route.mapping("corsPolicy") { policy in
            guard let origins = policy["allowOrigin"]?.list, policy["allowOrigins"] == nil else {
                return policy
            }
            let matches = origins.filter { $0.string != "" }.map { ["exact": $0] as Node }
            return policy.setting("allowOrigin", nil).setting(
                "allowOrigins", matches.isEmpty ? nil : Node(matches))
        }
    }

    private static func policy(_ policy: Node, _ ledger: inout Ledger) -> Node {
        let replaced = part(policy, &ledger)
        return replaced.mapping("portLevelSettings") { $0.mappingItems { part($0, &ledger) } }
    }

    private static func part(_ part: Node, _ ledger: inout Ledger) -> Node {
        part.mapping("loadBalancer") { balancer($0) }.mapping("outlierDetection") { outliers in
            guard let errors = outliers["consecutiveErrors"], outliers["consecutiveGatewayErrors"] == nil,
                let count = errors.int, count >= 0
            else { return outliers }
            ledger.changed(errors.mark, "counts the statuses 502, 503 and 504, as Istio took it since 1.5")
            return outliers.renaming("consecutiveErrors", to: "consecutiveGatewayErrors")
        }
    }

    private static func balancer(_ balancer: Node) -> Node {
        var node = balancer
        if let simple = node["simple"], simple.string == "LEAST_CONN" {
            node.set("simple", Node(.string("LEAST_REQUEST"), at: simple.mark))
        }
        if let time = node["warmupDurationSecs"], node["warmup"] == nil {
            node = node.setting("warmupDurationSecs", nil).setting("warmup", ["duration": time])
        }
        return node.mapping("consistentHash") { hash in
            guard let size = hash["minimumRingSize"], hash["ringHash"] == nil, hash["maglev"] == nil else {
                return hash
            }
            return hash.setting("minimumRingSize", nil).setting("ringHash", ["minimumRingSize": size])
        }
    }
}

extension Node {
    /// With the value of a key changed, if it is there.
    fileprivate func mapping(_ key: String, _ change: (Node) -> Node) -> Node {
        guard let value = self[key], !value.isNull else { return self }
        return setting(key, change(value))
    }

    fileprivate func mappingItems(_ change: (Node) -> Node) -> Node {
        guard let items = list else { return self }
        return Node(.list(items.map(change)), at: mark)
    }

    fileprivate func renaming(_ key: String, to other: String) -> Node {
        guard let value = self[key], self[other] == nil else { return self }
        return setting(key, nil).setting(other, value)
    }

    /// `key: 5` as `other: {value: 5}`.
    fileprivate func wrapping(_ key: String, as other: String) -> Node {
        guard let value = self[key], !value.isNull, self[other] == nil else { return self }
        return setting(key, nil).setting(other, ["value": value])
    }
}
