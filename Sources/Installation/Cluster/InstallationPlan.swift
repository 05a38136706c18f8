import Kubernetes
package import YAML

/// What an installation changes in a cluster, worked out before anything is sent.
package struct InstallationPlan: Sendable {
    package enum Action: String, Sendable { case create, change, keep, delete }

    /// One object.
    package struct Step: Sendable {
        package let identity: ObjectIdentity
        package let action: Action
        /// As it is sent; for what is to go, as it is.
        package let object: Node
    }

    /// The objects of one component, in the order in which they are sent.
    package struct Part: Sendable {
        package let component: Component
        package var steps: [Step]

        package func count(_ action: Action) -> Int { steps.count { $0.action == action } }
    }

    /// Namespaces that have to be there before all else.
    package internal(set) var namespaces: [Step] = []
    /// In the order of installation.
    package internal(set) var parts: [Part] = []
    /// What an earlier run has made and this one does not want.
    package internal(set) var leftovers: [Step] = []
    /// Objects that the cluster would refuse, and why.
    package internal(set) var refusals: [(ObjectIdentity, String)] = []

    package var all: [Step] { namespaces + parts.flatMap(\.steps) + leftovers }

    /// Whether the cluster is as it should be.
    package var changesNothing: Bool { all.allSatisfy { $0.action == .keep } && refusals.isEmpty }
}
