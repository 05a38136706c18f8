import IstioAPI
import Schema
import YAML

/// Roles and who has them, as authorization policies that allow the same, one for the pods of each service.
enum ServiceRoles {
    static func convert(_ work: inout ConversionWork) {
        let enforcement = RoleEnforcement(work.inputs)
        let byRole = bindings(work)
        var bound: Set<String> = []
        var hasRoles = false
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.ServiceRole.self) {
            let bindings = byRole[key(object)] ?? []
            for binding in bindings { bound.insert(key(binding)) }
            if enforcement.isOff {
                for source in [object] + bindings { work.drop(source, "the RbacConfig turns roles off") }
            } else if bindings.isEmpty {
                work.drop(object, "no binding of the input gives it to anybody")
            } else {
                hasRoles = true
                convert(object, bindings, order, enforcement, &work)
            }
        }
        for object in work.inputs.objects where object.isOf(Legacy.ServiceRoleBinding.self) {
            if !bound.contains(key(object)) { work.drop(object, "the input lacks the role that it gives") }
        }
        if hasRoles, !enforcement.hasConfig {
            work.ledger.remark(
                """
                roles are taken to be enforced; services that no role names stay open, unless an \
                AuthorizationPolicy with an empty spec denies what no other one allows
                """)
        }
    }

    /// Bindings by the namespace and name of the role that they give.
    private static func bindings(_ work: ConversionWork) -> [String: [InputObject]] {
        let all = work.inputs.objects.filter { $0.isOf(Legacy.ServiceRoleBinding.self) }
        return Dictionary(grouping: all) {
            "\($0.namespace)/\(Object<Legacy.ServiceRoleBinding>($0.spec).roleRef.name)"
        }
    }

    private static func convert(
        _ object: InputObject, _ bindings: [InputObject], _ order: Int, _ enforcement: RoleEnforcement,
        _ work: inout ConversionWork
    ) {
        var callers: [RoleCaller] = []
        for binding in bindings {
            let spec = Object<Legacy.ServiceRoleBinding>(binding.spec)
            for subject in spec.subjects {
                if let caller = RoleCaller(subject, &work) { callers.append(caller) }
            }
            if let reference = spec.node(\.roleRef) {
                work.ledger.changed(reference.mark, "the callers of its rules")
            }
        }
        let role = Object<Legacy.ServiceRole>(object.spec)
        var permissions: [RolePermission] = []
        for rule in role.rules {
            permissions += RolePermission.all(rule, object.namespace, enforcement, &work)
        }
        guard !callers.isEmpty, !permissions.isEmpty else {
            let why = callers.isEmpty ? "nobody is left who has it" : "nothing is left that it allows"
            for source in [object] + bindings { work.drop(source, why) }
            return
        }
        let groups = Dictionary(grouping: permissions, by: \.key)
        for key in groups.keys.sorted() {
            guard let group = groups[key], let first = group.first else { continue }
            let rules = group.flatMap { permission in RoleCaller.rules(callers, permission) }
            var spec: Node = ["action": "ALLOW", "rules": Node(rules)]
            if !first.selector.isEmpty { spec.set("selector", ["matchLabels": Node(first.selector)]) }
            let name = groups.count > 1 ? "\(object.name)-\(first.suffix)" : object.name
            let node = work.make(
                AuthorizationPolicy.self, name: name, in: object.namespace, from: [object] + bindings, spec)
            work.add(node, order: order, rank: Rank.policies)
        }
    }

    private static func key(_ object: InputObject) -> String { "\(object.namespace)/\(object.name)" }
}
