package import Kubernetes
import YAML

/// Whether an installation is as it should be.
package struct InstallationCheck: Sendable {
    package struct Verdict: Sendable {
        package let identity: ObjectIdentity
        /// nil when all is well.
        package let problem: String?
    }

    private let cluster: any Cluster

    package init(_ cluster: any Cluster) { self.cluster = cluster }

    /// One for each object of a plan that compares the installation with the cluster.
    package func verdicts(_ plan: InstallationPlan) async throws -> [Verdict] {
        let steps = plan.namespaces + plan.parts.flatMap(\.steps)
        let found = try await Waves.run(steps, width: 16) { step in
            Verdict(identity: step.identity, problem: try await problem(step))
        }
        return found + plan.refusals.map { Verdict(identity: $0.0, problem: $0.1) }
    }

    private func problem(_ step: InstallationPlan.Step) async throws -> String? {
        switch step.action {
        case .create: return "missing"
        case .change: return "changed since it was installed"
        case .delete: return "no part of the installation"
        case .keep: break
        }
        guard Readiness.isKnown(step.identity.type) else { return nil }
        return Readiness.missing(try await cluster.found(step.identity), step.identity.type)
    }
}
