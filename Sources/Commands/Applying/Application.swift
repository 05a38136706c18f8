import Kubernetes
import Schema
import YAML

/// Applies objects: on the server's side, or where the server cannot or shall not, on this side.
struct Application: Sendable {
    let cluster: any Cluster
    var manager = "istioctl"
    var forcesConflicts = false
    var isServerSide = true
    var dryRun = DryRun.none

    /// What became of an object, in kubectl's words.
    enum Effect: String, Sendable {
        case created, configured, unchanged
        case serverSideApplied = "serverside-applied"
    }

    struct Applied: Sendable {
        var effect: Effect
        var object: Node
        /// Whether the server was to apply, and could not.
        var isFallback = false
        /// Whether the object bore no trace of an earlier apply by a client.
        var lacksHistory = false
    }

    struct Nameless: Error, CustomStringConvertible {
        let description = "an object without a name cannot be applied, since it could not be found again"
    }

    func apply(_ intent: Intent) async throws -> Applied {
        guard !intent.reference.name.isEmpty else { throw Nameless() }
        try ResourceName.check(intent.reference.name)
        guard isServerSide else { return try await ClientSideApply(self).apply(intent) }
        // The server alone could say more, and nothing is sent.
        if dryRun == .client { return Applied(effect: .serverSideApplied, object: intent.applied) }
        do {
            return Applied(effect: .serverSideApplied, object: try await serverSide(intent))
        } catch let error as ClusterError where error.meansNoServerSideApply {
            var applied = try await ClientSideApply(self).apply(intent)
            applied.isFallback = true
            return applied
        }
    }

    /// What the object would be, and if the server has not said so, its reason.
    func preview(_ intent: Intent, over live: Node?) async throws -> (object: Node, refusal: String?) {
        var dry = self
        dry.dryRun = .server
        if isServerSide {
            do {
                let object = try await dry.serverSide(intent)
                return (OwnFields(manager).withoutStale(object, live, intent.reference.kind), nil)
            } catch let error as ClusterError where error.meansNoServerSideApply {
                return (ClientSideApply(dry).merged(intent, over: live), error.text)
            }
        }
        return (ClientSideApply(dry).merged(intent, over: live), nil)
    }

    private func serverSide(_ intent: Intent) async throws -> Node {
        let own = OwnFields(manager)
        do {
            let object = try await send(intent, forces: forcesConflicts)
            guard dryRun == .none, own.areUpdates(in: object) else { return object }
            try await adopt(intent)
        } catch let error as ClusterError where !forcesConflicts && own.areAll(of: error) {
            // In a dry run nothing can be adopted; who else owns fields has no part in this conflict.
            guard dryRun == .none else { return try await send(intent, forces: true) }
            try await adopt(intent)
        }
        return try await send(intent, forces: forcesConflicts)
    }

    private func send(_ intent: Intent, forces: Bool) async throws -> Node {
        var options = WriteOptions(isDryRun: dryRun == .server)
        options.fieldManager = manager
        options.forcesConflicts = forces
        return try await cluster.patch(
            intent.type, namespace: intent.requestNamespace, name: intent.reference.name,
            Patch(.apply, intent.applied), options)
    }

    /// Turns what this program once created or replaced into what it applied: a later apply may then change
    /// it, and take away what is no longer wanted.
    private func adopt(_ intent: Intent) async throws {
        let (type, namespace, name) = (intent.type, intent.requestNamespace, intent.reference.name)
        let live = try await cluster.get(type, namespace: namespace, name: name)
        guard let owners = OwnFields(manager).adopted(in: live) else { return }
        let version = live[["metadata", "resourceVersion"]] ?? ""
        let patch: Node = [
            ["op": "replace", "path": "/metadata/managedFields", "value": owners],
            ["op": "replace", "path": "/metadata/resourceVersion", "value": version],
        ]
        _ = try await cluster.patch(
            type, namespace: namespace, name: name, Patch(.json, patch), WriteOptions())
    }
}

extension Intent {
    /// The namespace in the path of a request.
    var requestNamespace: String? { type.isNamespaced ? reference.namespace : nil }

    /// What is sent for the object when it is applied: nothing that the server decides, so that what a `get`
    /// has printed can be applied.
    var applied: Node {
        var object = body
        for field in ["managedFields", "creationTimestamp", "generation", "selfLink", "uid"] {
            object.set(path: ["metadata", field], nil)
        }
        return object
    }
}

extension ClusterError {
    /// Whether the server refuses the form of an apply, and not the object. Before it knows the form, an old
    /// server says that the object is not there.
    var meansNoServerSideApply: Bool {
        guard case .status(let status) = self else { return false }
        return status.code == 415 || status.code == 404 || status.code == 405
    }
}
