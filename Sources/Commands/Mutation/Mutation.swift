import Diagnostics
import Kubernetes
import Schema
import YAML

/// Acts on checked objects, a few at a time, and goes on after a failure.
struct Mutation: Sendable {
    let operation: Operation
    let cluster: any Cluster
    let dryRun: DryRun
    /// Whether deleting what is not there counts as done.
    var ignoresMissing = false
    var window = RequestWindow()

    /// What the user is told about an object.
    private enum Report: Sendable {
        case done(String)
        case failed(String, isUnavailable: Bool)
    }

    /// How it went.
    struct Tally: Equatable {
        var failures = 0
        /// Those among the failures that no cluster was there for.
        var unavailable = 0

        /// Ends the command if not all went well.
        func end() throws {
            guard failures > 0 else { return }
            throw failures == unavailable ? Failure(reported: .unavailable) : Failure.reported
        }
    }

    /// Acts on each object, and tells of each once all before it have been told of.
    ///
    /// Once the task is cancelled no further object is touched; those left out count as failed.
    func run(_ intents: [Intent], done: (String) -> Void, failed: (String) -> Void) async -> Tally {
        var tally = Tally()
        let told = await Procession(window: window).run(intents, act: report(on:)) { _, report in
            switch report {
            case .done(let line): done(line)
            case .failed(let line, let isUnavailable):
                tally.failures += 1
                if isUnavailable { tally.unavailable += 1 }
                failed(line)
            }
        }
        tally.failures += intents.count - told
        if tally.failures > 0, intents.count > 1 {
            failed(Outcome.summary(operation, failed: tally.failures, of: intents.count))
        }
        return tally
    }

    private func report(on intent: Intent) async -> Report {
        do {
            let revision = dryRun == .client ? "" : try await send(intent)
            return .done(Outcome.line(operation, intent, revision: revision, dryRun))
        } catch let error as ClusterError where ignoresMissing && operation == .delete && error.isNotFound {
            return .done("\(intent.reference.text) was not there")
        } catch {
            let isUnavailable = (error as? ClusterError)?.isUnavailable ?? false
            return .failed(Outcome.failure(operation, intent, reason(error)), isUnavailable: isUnavailable)
        }
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
        case .apply:
            answer = try await Application(cluster: cluster, dryRun: dryRun).apply(intent).object
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
