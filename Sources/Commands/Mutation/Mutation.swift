import Diagnostics
import Kubernetes
import Schema
import YAML

/// Acts on checked objects one after the other, and goes on after a failure.
struct Mutation: Sendable {
    let operation: Operation
    let cluster: any Cluster
    let dryRun: DryRun
    /// Whether deleting what is not there counts as done.
    var ignoresMissing = false

    /// Sends one request per object and tells of each at once. Returns how many failed.
    func run(_ intents: [Intent], done: (String) -> Void, failed: (String) -> Void) async -> Int {
        var failures = 0
        for intent in intents {
            if Task.isCancelled { return failures + 1 }
            do {
                done(try await perform(intent))
            } catch let error as ClusterError where ignoresMissing && operation == .delete && error.isNotFound
            {
                done("\(intent.reference.text) was not there")
            } catch {
                failures += 1
                failed(Outcome.failure(operation, intent, reason(error)))
            }
        }
        if failures > 0, intents.count > 1 {
            failed(Outcome.summary(operation, failed: failures, of: intents.count))
        }
        return failures
    }

    private func perform(_ intent: Intent) async throws -> String {
        let revision = dryRun == .client ? "" : try await send(intent)
        return Outcome.line(operation, intent, revision: revision, dryRun)
    }

    /// The revision that the object got.
    private func send(_ intent: Intent) async throws -> String {
        let (reference, type) = (intent.reference, intent.type)
        let options = WriteOptions(isDryRun: dryRun == .server)
        let namespace = type.isNamespaced ? reference.namespace : nil
        let answer: Node
        switch operation {
        case .create:
            answer = try await cluster.create(type, namespace: namespace, intent.body, options)
        case .replace:
            let body = try await current(intent.body, type, namespace, reference.name)
            answer = try await cluster.replace(
                type, namespace: namespace, name: reference.name, body, options)
        case .delete:
            try ResourceName.check(reference.name)
            answer = try await cluster.delete(type, namespace: namespace, name: reference.name, options)
        }
        return answer[["metadata", "resourceVersion"]]?.string?.escapingControls ?? ""
    }

    /// The body with the stored revision, unless the file names the one that it wants to replace.
    private func current(_ body: Node, _ type: ResourceType, _ namespace: String?, _ name: String)
        async throws
        -> Node
    {
        let path = ["metadata", "resourceVersion"]
        if let given = body[path]?.string, !given.isEmpty { return body }
        try ResourceName.check(name)
        let stored = try await cluster.get(type, namespace: namespace, name: name)
        var body = body
        body.set(path: path, stored[path])
        return body
    }

    private func reason(_ error: any Error) -> String {
        guard let error = error as? ClusterError else { return ErrorText.of(error) }
        if operation == .replace, error.isConflict {
            return error.text + " (someone changed it meanwhile: take the new version, and replace again)"
        }
        return error.text
    }
}
