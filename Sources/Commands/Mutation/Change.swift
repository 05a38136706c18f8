import Diagnostics
import IstioAPI
import Kubernetes
import Schema
import Validation
import YAML

/// What `create`, `replace` and `delete -f` do: check everything, then act on each object.
struct Change: Sendable {
    let operation: Operation
    let manifest: Manifest
    let scope: NamespaceScope
    let dryRun: DryRun

    /// What is to be done. `problems` are complete: with an error among them nothing may be sent.
    ///
    /// The cluster is asked only for the Mixer kinds that it has, and only if the manifest has some.
    func plan(_ cluster: any Cluster) async throws -> Plan {
        let asks = dryRun != .client && manifest.items.contains { $0.needsServedKinds }
        let served = asks ? try await MixerKinds.served(by: cluster) : nil
        return Plan(
            manifest, operation: operation, namespace: scope.given, fallback: scope.current, served: served)
    }
}

extension Manifest.Item {
    /// Whether only the cluster can tell if it has the kind: adapters and templates come with the mesh.
    var needsServedKinds: Bool {
        guard let kind = checked.kind else { return checked.apiVersion == MixerKinds.apiVersion }
        return Catalog.isMixer(kind)
    }
}
