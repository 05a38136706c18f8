package import Kubernetes

/// Brings a cluster to what a plan says.
///
/// Objects are applied in order; a component begins when those that it needs are ready. Everything that is
/// sent may be sent again: after an interruption the next run goes on where this one stopped.
package struct Installer: Sendable {
    package enum Progress: Sendable {
        case applying(Component, done: Int, of: Int)
        /// What a component still waits for, each with its reason.
        case waiting(Component, [String])
        case ready(Component)
        case removed(ObjectIdentity)
    }

    /// Why a component did not come up.
    package struct Trouble: Error {
        package let component: Component
        package let reason: String
        /// What the cluster tells of it: conditions, events, logs.
        package var evidence: [String] = []
    }

    private let cluster: any Cluster
    private let deadline: ContinuousClock.Instant
    private let waits: Bool
    private let tell: @Sendable (Progress) -> Void

    /// - Parameters:
    ///   - limit: for everything together.
    ///   - waits: whether components have to be ready; definitions of kinds have to in any case.
    package init(
        _ cluster: any Cluster, limit: Duration, waits: Bool, tell: @escaping @Sendable (Progress) -> Void
    ) {
        self.cluster = cluster
        deadline = .now + limit
        self.waits = waits
        self.tell = tell
    }

    /// Throws the first trouble once the components that had begun are through.
    package func install(_ plan: InstallationPlan) async throws {
        for step in plan.namespaces { _ = try await cluster.apply(step.identity, step.object) }
        var rest = plan.parts
        var done = Set(Component.all.map(\.name)).subtracting(rest.map(\.component.name))
        while !rest.isEmpty {
            let wave = rest.filter { done.isSuperset(of: $0.component.needs) }
            rest.removeAll { part in wave.contains { $0.component == part.component } }
            let troubles = await withTaskGroup(of: (any Error)?.self) { group in
                for part in wave {
                    group.addTask {
                        do { try await install(part) } catch { return error }
                        return nil
                    }
                }
                return await group.reduce(into: [any Error]()) { if let error = $1 { $0.append(error) } }
            }
            if let trouble = troubles.first { throw trouble }
            done.formUnion(wave.map(\.component.name))
        }
        for step in plan.leftovers {
            try await cluster.remove(step.identity)
            tell(.removed(step.identity))
        }
    }

    private func install(_ part: InstallationPlan.Part) async throws {
        let component = part.component
        var definitions: [ObjectIdentity] = []
        for (at, step) in part.steps.enumerated() {
            try Task.checkCancellation()
            if step.identity.type.plural != ResourceType.definition.plural, !definitions.isEmpty {
                try await wait(definitions, component)
                definitions = []
            }
            if step.action != .keep { try await apply(step, component) }
            if step.identity.type.plural == ResourceType.definition.plural {
                definitions.append(step.identity)
            }
            tell(.applying(component, done: at + 1, of: part.steps.count))
        }
        if waits { try await wait(part.steps.map(\.identity), component) }
        tell(.ready(component))
    }

    private func apply(_ step: InstallationPlan.Step, _ component: Component) async throws {
        do {
            _ = try await cluster.apply(step.identity, step.object)
        } catch ClusterError.status(let status) {
            throw Trouble(component: component, reason: "\(step.identity.text): \(status.message)")
        }
    }

    /// Until all objects are ready, or the time is up.
    private func wait(_ identities: [ObjectIdentity], _ component: Component) async throws {
        var rest = identities.filter { Readiness.isKnown($0.type) }
        var pause = Duration.milliseconds(100)
        while true {
            var reasons: [String] = []
            var unready: [ObjectIdentity] = []
            for identity in rest {
                let object = try await cluster.found(identity)
                guard let reason = Readiness.missing(object, identity.type) else { continue }
                unready.append(identity)
                reasons.append("\(identity.text): \(reason)")
            }
            rest = unready
            if rest.isEmpty { return }
            tell(.waiting(component, reasons))
            guard ContinuousClock.now + pause < deadline else {
                let evidence = await Evidence(cluster).collect(rest)
                throw Trouble(
                    component: component, reason: "not ready in time: " + reasons.joined(separator: "; "),
                    evidence: evidence)
            }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(1))
        }
    }
}
