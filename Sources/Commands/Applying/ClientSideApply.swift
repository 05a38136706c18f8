import Kubernetes
import Schema
import YAML

/// Applies objects without the server's help: reads, merges, and sends what differs.
struct ClientSideApply: Sendable {
    private let application: Application

    /// How often another writer may come between.
    private static let tries = 5

    init(_ application: Application) { self.application = application }

    func apply(_ intent: Intent) async throws -> Application.Applied {
        for _ in 1..<Self.tries {
            do {
                return try await once(intent)
            } catch let error as ClusterError where error.isConflict && !intent.namesVersion {
                continue
            }
        }
        return try await once(intent)
    }

    private func once(_ intent: Intent) async throws -> Application.Applied {
        let cluster = application.cluster
        let (type, namespace, name) = (intent.type, intent.requestNamespace, intent.reference.name)
        let options = WriteOptions(isDryRun: application.dryRun == .server)
        let live: Node
        do {
            live = try await cluster.get(type, namespace: namespace, name: name)
        } catch let error as ClusterError where error.isNotFound {
            let object = ThreeWayMerge.annotated(intent.applied)
            if application.dryRun == .client { return .init(effect: .created, object: object) }
            return .init(
                effect: .created,
                object: try await cluster.create(type, namespace: namespace, object, options))
        }
        let lacksHistory = ThreeWayMerge.last(of: live) == nil
        let merged = merged(intent, over: live)
        guard merged != live else {
            return .init(effect: .unchanged, object: live, lacksHistory: lacksHistory)
        }
        var applied = Application.Applied(effect: .configured, object: merged, lacksHistory: lacksHistory)
        guard application.dryRun != .client else { return applied }
        var patch = ThreeWayMerge.patch(from: live, to: merged)
        patch.set(
            path: ["metadata", "resourceVersion"], merged[["metadata", "resourceVersion"]])
        applied.object = try await cluster.patch(
            type, namespace: namespace, name: name, Patch(.merge, patch), options)
        return applied
    }

    /// The object as it would be; `live` is nil when there is none.
    func merged(_ intent: Intent, over live: Node?) -> Node {
        let new = ThreeWayMerge.annotated(intent.applied)
        guard let live else { return new }
        return ThreeWayMerge.merge(
            new, last: ThreeWayMerge.last(of: live), over: live, intent.reference.kind)
    }
}

extension Intent {
    /// Whether the file wants to change one version only.
    fileprivate var namesVersion: Bool {
        object[["metadata", "resourceVersion"]]?.string?.isEmpty == false
    }
}
