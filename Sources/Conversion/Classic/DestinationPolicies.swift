import IstioAPI
import Schema
import YAML

/// Destination policies and the subsets that routes speak of, as one destination rule for each host.
enum DestinationPolicies {
    private struct Policy {
        let order: Int
        let object: InputObject
        let spec: Object<Legacy.DestinationPolicy>
    }

    static func convert(_ work: inout ConversionWork) {
        let policies = collect(&work)
        for host in Set(policies.keys).union(work.subsets.hosts.keys).sorted(by: { $0.full < $1.full }) {
            convert(host, policies[host] ?? [], &work)
        }
    }

    /// The policies of each host; those for single callers have no place in a destination rule.
    private static func collect(_ work: inout ConversionWork) -> [ServiceHost: [Policy]] {
        var groups: [ServiceHost: [Policy]] = [:]
        for (order, object) in work.inputs.objects.enumerated()
        where object.isOf(Legacy.DestinationPolicy.self) {
            let spec = Object<Legacy.DestinationPolicy>(object.spec)
            if spec.source.isPresent {
                work.drop(
                    object,
                    "it is for callers from \(ServiceHost(spec.source, from: object.namespace, work.options).full) only",
                    instead: "a DestinationRule with `workloadSelector` in the namespace of the callers")
                continue
            }
            guard isPossible(labels: spec.destination.node(\.labels)?.map ?? []) else {
                work.drop(object, "no pod can carry the labels of its destination")
                continue
            }
            let host = ServiceHost(spec.destination, from: object.namespace, work.options)
            groups[host, default: []].append(Policy(order: order, object: object, spec: spec))
        }
        return groups.mapValues { policies in
            // Of several policies for the same pods, 0.7.1 took the first by namespace and name.
            policies.sorted {
                ("\($0.object.namespace)/\($0.object.name)", $0.order)
                    < ("\($1.object.namespace)/\($1.object.name)", $1.order)
            }
        }
    }

    private static func convert(_ host: ServiceHost, _ policies: [Policy], _ work: inout ConversionWork) {
        let home = host.namespace ?? policies.first?.object.namespace ?? work.options.assumedNamespace
        var whole: Node?
        var bySubset: [String: Node] = [:]
        var used: [Policy] = []
        for policy in policies {
            let labels = policy.spec.destination.node(\.labels)
            var name: String?
            if let entries = labels?.map, !entries.isEmpty {
                name = work.subsets.name(of: entries, at: host, order: policy.order)
            }
            guard (name == nil ? whole : bySubset[name ?? ""]) == nil else {
                work.drop(
                    policy.object,
                    "0.7.1 took another policy for the same pods, the first by namespace and name")
                continue
            }
            let node = TrafficPolicies.node(policy.spec, &work)
            if let name, let labels {
                bySubset[name] = node
                work.ledger.changed(labels.mark, "the labels of subset \(name)")
            } else {
                whole = node
            }
            used.append(policy)
        }
        build(host, home, whole, bySubset, used, &work)
    }

    private static func build(
        _ host: ServiceHost, _ home: String, _ whole: Node?, _ bySubset: [String: Node], _ used: [Policy],
        _ work: inout ConversionWork
    ) {
        let collected = work.subsets.hosts[host]
        let order = (used.map(\.order) + [collected?.order].compactMap { $0 }).min()
        guard let order else { return }
        var spec: Node = ["host": Node(host.written(in: home))]
        for policy in used {
            spec.set("host", work.hostNode(policy.spec.destination, host, in: home))
            work.ledger.changed(policy.spec.destination.mark, "the host of the destination rule")
        }
        if let whole, whole.map?.isEmpty == false { spec.set("trafficPolicy", whole) }
        let subsets = (collected?.subsets ?? []).map { subset -> Node in
            var node: Node = ["name": Node(subset.name), "labels": Node(subset.labels)]
            if let policy = bySubset[subset.name], policy.map?.isEmpty == false {
                node.set("trafficPolicy", policy)
            }
            return node
        }
        if !subsets.isEmpty { spec.set("subsets", Node(subsets)) }
        if let whole, whole.map?.isEmpty == false, !subsets.isEmpty {
            work.ledger.remark(
                """
                the subsets of \(host.full) inherit its traffic policy; in 0.7.1 a policy without labels was \
                for requests that no rule sends to a version
                """)
        }
        let sources = used.map(\.object) + routeSources(collected, work)
        let node = work.make(
            DestinationRule.self, name: host.objectName, in: home, from: used.map(\.object), spec,
            silentLike: sources)
        work.add(node, order: order, rank: Rank.destinations)
    }

    /// The rules whose routes made subsets decide with the policies whether the namespace is written down.
    private static func routeSources(_ host: SubsetCollection.Host?, _ work: ConversionWork) -> [InputObject]
    {
        guard let host, work.inputs.objects.indices.contains(host.order) else { return [] }
        return [work.inputs.objects[host.order]]
    }
}
