import IstioAPI
import Schema
import YAML

/// A subject of a binding, as a source of today's.
struct RoleCaller {
    /// Nil for everybody.
    private let source: Node?
    private let conditions: [Node]

    /// Nil for a subject that cannot be told apart today: nobody gets more than before.
    init?(_ subject: Object<Legacy.ServiceRoleBinding.Subject>, _ work: inout ConversionWork) {
        var source = Node.emptyMap
        var conditions: [Node] = []
        if let user = subject.node(\.user), let name = user.string, !name.isEmpty {
            if name == "*" {
                work.ledger.changed(user.mark, "everybody, which is said by naming nobody")
            } else {
                let scheme = "spiffe://"
                let plain = name.hasPrefix(scheme) ? String(name.dropFirst(scheme.count)) : name
                source.set("principals", [Node(.string(plain), at: user.mark)])
            }
        }
        if let group = subject.node(\.group), group.string?.isEmpty == false {
            work.ledger.changed(group.mark, "read from the claim `groups` of the caller's token")
            conditions.append(["key": "request.auth.claims[groups]", "values": [group]])
        }
        for property in subject.properties {
            let value = property.node.value
            switch property.key {
            case "namespace", "source.namespace": source.set("namespaces", [value])
            case "user", "source.user", "source.principal": source.set("principals", [value])
            case "ip", "source.ip": source.set("ipBlocks", [value])
            case let key where key.hasPrefix("request.headers[") || key.hasPrefix("request.auth."):
                conditions.append(["key": Node(key), "values": [value]])
            default:
                work.ledger.dropped(
                    subject.mark, "Istio 1.30 does not know the property \(property.key) of callers",
                    instead: "`principals` or `namespaces` of a source")
                return nil
            }
        }
        self.source = source.map?.isEmpty ?? true ? nil : source
        self.conditions = conditions
    }

    /// Rules that let the callers do what a permission allows.
    static func rules(_ callers: [RoleCaller], _ permission: RolePermission) -> [Node] {
        let plain = callers.filter(\.conditions.isEmpty)
        var rules: [Node] = []
        if !plain.isEmpty {
            let everybody = plain.contains { $0.source == nil }
            rules.append(permission.rule(from: everybody ? [] : plain.compactMap(\.source), []))
        }
        for caller in callers where !caller.conditions.isEmpty {
            rules.append(permission.rule(from: [caller.source].compactMap { $0 }, caller.conditions))
        }
        return rules
    }
}
