import Diagnostics
import IstioAPI
import Schema
import YAML

/// What one rule of a role allows at the pods of one service.
struct RolePermission {
    let selector: [Node.Entry]
    let suffix: String
    private let operation: Node
    private let conditions: [Node]

    /// Equal for the same pods.
    var key: String { selector.map { "\($0.key)=\($0.value.string ?? "")" }.sorted().joined(separator: ",") }

    func rule(from sources: [Node], _ more: [Node]) -> Node {
        var rule = Node.emptyMap
        if !sources.isEmpty { rule.set("from", Node(sources.map { ["source": $0] as Node })) }
        if operation.map?.isEmpty == false { rule.set("to", [["operation": operation]]) }
        if !(conditions + more).isEmpty { rule.set("when", Node(conditions + more)) }
        return rule
    }

    private typealias Rule = Object<Legacy.ServiceRole.AccessRule>

    static func all(
        _ rule: Object<Legacy.ServiceRole.AccessRule>, _ namespace: String, _ enforcement: RoleEnforcement,
        _ work: inout ConversionWork
    ) -> [RolePermission] {
        var operation = Node.emptyMap
        for (key, node) in [("methods", rule.node(\.methods)), ("paths", rule.node(\.paths))] {
            let items = (node?.list ?? []).filter { $0.string?.isEmpty == false }
            if items.contains(where: { $0.string == "*" }) {
                if let node { work.ledger.changed(node.mark, "all of them, which is said by naming none") }
            } else if !items.isEmpty {
                operation.set(key, Node(items))
            }
        }
        var conditions: [Node] = []
        var variants: [[Node.Entry]] = [[]]
        for constraint in rule.constraints {
            let isKept = add(constraint, &operation, &conditions, &variants)
            guard isKept else {
                work.ledger.dropped(
                    rule.mark, "Istio 1.30 has no condition on \(constraint.key)",
                    instead: "a policy of your own with `when`")
                return []
            }
            if let key = constraint.node(\.key) {
                work.ledger.changed(key.mark, "\(constraint.key) of the destination")
            }
        }
        return rule.each(\.services).flatMap { service, mark in
            targets(service, mark, namespace, enforcement, &work).flatMap { target in
                variants.compactMap { labels in
                    permission(target, labels, mark, operation, conditions, &work)
                }
            }
        }
    }

    /// A constraint is on the pods' labels, or on what a rule of today's can ask.
    private static func add(
        _ constraint: Object<Legacy.ServiceRole.Constraint>, _ operation: inout Node,
        _ conditions: inout [Node],
        _ variants: inout [[Node.Entry]]
    ) -> Bool {
        let (key, values) = (constraint.key, constraint.node(\.values)?.list ?? [])
        let prefix = "destination.labels["
        let isLabel = key.hasPrefix(prefix) && key.hasSuffix("]")
        if isLabel || !key.contains(where: { ".[".contains($0) }) {
            let label = isLabel ? String(key.dropFirst(prefix.count).dropLast()) : key
            guard values.count <= mostVariants, variants.count * values.count <= mostVariants else {
                return false
            }
            variants = variants.flatMap { labels in values.map { labels + [Node.Entry(label, $0)] } }
            return true
        }
        if key == "destination.port" {
            operation.set("ports", Node(values))
        } else if key == "destination.ip" || key.hasPrefix("request.headers[") {
            conditions.append(["key": Node(key), "values": Node(values)])
        } else {
            return false
        }
        return true
    }

    /// Of labels that constraints combine to; more belong into several roles.
    private static let mostVariants = 64

    /// A service, or all of the namespace.
    private enum Target {
        case service(ServiceHost)
        case everything
    }

    private static func targets(
        _ pattern: String, _ mark: Mark, _ namespace: String, _ enforcement: RoleEnforcement,
        _ work: inout ConversionWork
    ) -> [Target] {
        if pattern == "*" {
            work.ledger.changed(mark, "all pods of the namespace, which is said by naming none")
            return [.everything]
        }
        var hosts: [ServiceHost]
        if pattern.hasPrefix("*") || pattern.hasSuffix("*") {
            hosts = work.workloads.hosts.filter { $0.namespace == namespace && matches(pattern, $0.full) }
        } else {
            hosts = [ServiceHost(full: pattern, from: namespace, work.options)]
        }
        hosts = hosts.filter { $0.namespace == namespace }
        if hosts.isEmpty {
            work.ledger.dropped(mark, "it names no service of the role's namespace that the input has")
            return []
        }
        let covered = hosts.filter { enforcement.covers($0, in: namespace) }
        if covered.isEmpty { work.ledger.dropped(mark, "the RbacConfig does not enforce roles there") }
        return covered.map(Target.service)
    }

    private static func permission(
        _ target: Target, _ labels: [Node.Entry], _ mark: Mark, _ operation: Node, _ conditions: [Node],
        _ work: inout ConversionWork
    ) -> RolePermission? {
        let words = labels.map { $0.value.string ?? "" }
        switch target {
        case .everything:
            guard isPossible(labels: labels) else { return nil }
            return RolePermission(
                selector: labels, suffix: ObjectNaming.label((["all"] + words).joined(separator: "-")),
                operation: operation, conditions: conditions)
        case .service(let host):
            guard let selector = work.selector(host, named: mark, and: labels) else {
                work.ledger.dropped(mark, "no labels are known that select the pods of \(host.full)")
                return nil
            }
            return RolePermission(
                selector: selector,
                suffix: ObjectNaming.label(([host.objectName] + words).joined(separator: "-")),
                operation: operation, conditions: conditions)
        }
    }

    private static func matches(_ pattern: String, _ text: String) -> Bool {
        pattern.hasPrefix("*") ? text.hasSuffix(pattern.dropFirst()) : text.hasPrefix(pattern.dropLast())
    }
}
