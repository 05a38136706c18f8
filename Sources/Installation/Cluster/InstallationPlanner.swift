package import Kubernetes
package import YAML

/// Compares what is wanted with what a cluster has. Sends nothing that is stored.
package struct InstallationPlanner: Sendable {
    private let cluster: any Cluster
    private let types: ObjectTypes
    private let ownership: Ownership
    /// Requests at a time.
    private static let width = 16

    package init(_ cluster: any Cluster, _ types: ObjectTypes, _ ownership: Ownership) {
        self.cluster = cluster
        self.types = types
        self.ownership = ownership
    }

    /// - Parameters:
    ///   - parts: components with their objects, in the order of installation.
    ///   - network: the network's name for the namespace's label; empty for none.
    ///   - prunes: whether what an earlier run has made, and this one does not want, is to go.
    package func plan(
        _ parts: [(component: Component, objects: [Node])], network: String = "", prunes: Bool = true
    ) async throws -> InstallationPlan {
        var plan = InstallationPlan()
        var wanted: Set<ObjectIdentity> = []
        for (component, objects) in parts {
            var identified: [(ObjectIdentity, Node)] = []
            for object in ObjectOrder.sorted(objects) {
                guard let type = try await types.type(of: object) else {
                    let version = object["apiVersion"]?.string ?? ""
                    let identity = ObjectIdentity(
                        ResourceType(
                            group: "", version: version, plural: "", kind: object["kind"]?.string ?? ""),
                        of: object)
                    plan.refusals.append((identity, "the cluster does not know this kind of \(version)"))
                    continue
                }
                identified.append(
                    (ObjectIdentity(type, of: object), ownership.labelled(object, as: component)))
            }
            wanted.formUnion(identified.map(\.0))
            let steps = try await steps(identified, &plan)
            if let at = plan.parts.firstIndex(where: { $0.component == component }) {
                plan.parts[at].steps += steps
            } else {
                plan.parts.append(.init(component: component, steps: steps))
            }
        }
        plan.namespaces = try await namespaces(wanted, network)
        if prunes { plan.leftovers = try await leftovers(wanted) }
        return plan
    }

    private func steps(
        _ objects: [(ObjectIdentity, Node)], _ plan: inout InstallationPlan
    ) async throws -> [InstallationPlan.Step] {
        let results = try await Waves.run(objects, width: Self.width) { identity, object in
            try await step(identity, object)
        }
        var steps: [InstallationPlan.Step] = []
        for (at, result) in results.enumerated() {
            switch result {
            case .success(let step): steps.append(step)
            case .failure(let refusal): plan.refusals.append((objects[at].0, refusal.reason))
            }
        }
        return steps
    }

    private func step(
        _ identity: ObjectIdentity, _ object: Node
    ) async throws -> Result<InstallationPlan.Step, Refusal> {
        guard let live = try await cluster.found(identity) else {
            return .success(.init(identity: identity, action: .create, object: object))
        }
        let object = LiveFields.kept(of: live, in: object)
        do {
            let applied = try await cluster.apply(identity, object, isDryRun: true)
            let action = LiveFields.differ(live, applied) ? InstallationPlan.Action.change : .keep
            return .success(.init(identity: identity, action: action, object: object))
        } catch ClusterError.status(let status) where status.code == 422 || status.code == 403 {
            return .failure(Refusal(reason: status.message))
        }
    }

    private struct Refusal: Error { let reason: String }

    /// The namespaces of all objects, and of the control plane, that are not there yet.
    private func namespaces(
        _ wanted: Set<ObjectIdentity>, _ network: String
    ) async throws -> [InstallationPlan.Step] {
        let names = Set(wanted.compactMap(\.namespace)).union(wanted.isEmpty ? [] : [ownership.namespace])
        var steps: [InstallationPlan.Step] = []
        for name in names.sorted() {
            let identity = ObjectIdentity(.namespace, namespace: nil, name: name)
            if try await cluster.found(identity) != nil { continue }
            var object: Node = [
                "apiVersion": "v1", "kind": "Namespace", "metadata": ["name": Node(name)],
            ]
            object = ownership.labelled(object, as: Component.all[0])
            if name == ownership.namespace, !network.isEmpty {
                object.set(path: ["metadata", "labels", "topology.istio.io/network"], Node(network))
            }
            steps.append(.init(identity: identity, action: .create, object: object))
        }
        return steps
    }

    /// What the labels say is of this revision and of a component, and is not wanted.
    private func leftovers(_ wanted: Set<ObjectIdentity>) async throws -> [InstallationPlan.Step] {
        let selector = Ownership.selector(revision: ownership.revision)
        return try await OwnedObjects(cluster, types).find(selector).filter { found in
            let labels = found.object[["metadata", "labels"]]
            return !wanted.contains(found.identity) && ownership.isSame(found.object)
                // Another mesh of the same revision has its control plane elsewhere.
                && labels?[Ownership.Label.ownerNamespace]?.string == ownership.namespace
                // Tags are made and removed by commands of their own.
                && labels?[Ownership.Label.tag] == nil
        }.map { .init(identity: $0.identity, action: .delete, object: $0.object) }
    }
}
