import IstioAPI
import Schema
import YAML

/// Where roles are enforced, as an RbacConfig says; everywhere where the input has none.
struct RoleEnforcement {
    private let config: Object<Legacy.RbacConfig>
    let hasConfig: Bool
    private let options: ConversionOptions

    init(_ inputs: ConversionInputs) {
        let object = inputs.objects.first { $0.isOf(Legacy.RbacConfig.self) }
        config = Object<Legacy.RbacConfig>(object?.spec)
        hasConfig = object != nil
        options = inputs.options
    }

    var isOff: Bool { hasConfig && (config.mode == .off || config.mode == nil) }

    /// Whether roles count for a service; nil stands for all of a namespace.
    func covers(_ host: ServiceHost?, in namespace: String) -> Bool {
        switch hasConfig ? config.mode : .on {
        case .on: true
        case .onWithInclusion: names(config.inclusion, host, namespace)
        case .onWithExclusion: !names(config.exclusion, host, namespace)
        case .off, nil: false
        }
    }

    private func names(
        _ target: Object<Legacy.RbacConfig.Target>, _ host: ServiceHost?, _ namespace: String
    ) -> Bool {
        if target.namespaces.contains(namespace) || target.namespaces.contains("*") { return true }
        guard let host else { return false }
        return target.services.contains { ServiceHost(full: $0, from: namespace, options) == host }
    }
}

/// The configuration itself, as policies that allow nothing, or everything where roles are not enforced.
enum RoleConfigs {
    static func convert(_ work: inout ConversionWork) {
        var isFirst = true
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.RbacConfig.self) {
            guard isFirst else {
                work.drop(object, "another one comes first in the input, and there is one for the mesh")
                continue
            }
            isFirst = false
            convert(object, order, &work)
        }
    }

    private static func convert(_ object: InputObject, _ order: Int, _ work: inout ConversionWork) {
        let config = Object<Legacy.RbacConfig>(object.spec)
        switch config.mode {
        case .off, nil: return work.drop(object, "roles are not enforced, and neither are they converted")
        case .on: add("allow-nothing", [:], in: work.options.rootNamespace, nil, object, order, &work)
        case .onWithInclusion: each(config.inclusion, "allow-nothing", [:], object, order, &work)
        case .onWithExclusion:
            add("allow-nothing", [:], in: work.options.rootNamespace, nil, object, order, &work)
            each(config.exclusion, "allow-all", ["rules": [[:]]], object, order, &work)
        }
        if let mode = config.node(\.mode) {
            work.ledger.changed(
                mode.mark, "policies that allow nothing, besides those that allow what roles do")
        }
        for (part, isUsed) in [
            (config.node(\.inclusion), config.mode == .onWithInclusion),
            (config.node(\.exclusion), config.mode == .onWithExclusion),
        ] where !isUsed {
            if let part { work.ledger.dropped(part.mark, "of no use with this mode") }
        }
    }

    private static func each(
        _ target: Object<Legacy.RbacConfig.Target>, _ name: String, _ spec: Node, _ object: InputObject,
        _ order: Int, _ work: inout ConversionWork
    ) {
        for (namespace, mark) in target.each(\.namespaces) {
            let home = namespace == "*" ? work.options.rootNamespace : namespace
            work.ledger.changed(mark, "an authorization policy \(name) in \(home)")
            add(name, spec, in: home, nil, object, order, &work)
        }
        for (service, mark) in target.each(\.services) {
            let host = ServiceHost(full: service, from: object.namespace, work.options)
            guard let home = host.namespace, let selector = work.selector(host, named: mark) else {
                work.ledger.dropped(mark, "no labels are known that select the pods of \(host.full)")
                continue
            }
            add("\(name)-\(host.objectName)", spec, in: home, selector, object, order, &work)
        }
    }

    private static func add(
        _ name: String, _ spec: Node, in namespace: String, _ selector: [Node.Entry]?, _ object: InputObject,
        _ order: Int, _ work: inout ConversionWork
    ) {
        var spec = spec
        if let selector { spec.set("selector", ["matchLabels": Node(selector)]) }
        let node = work.make(AuthorizationPolicy.self, name: name, in: namespace, from: [object], spec)
        work.add(node, order: order, rank: Rank.policies)
    }
}
