import Kubernetes
import Schema
import YAML

/// Finds for each object what is there and what would be.
struct Comparing: Sendable {
    let application: Application
    private let discovery: Discovery

    init(application: Application) {
        self.application = application
        discovery = Discovery(application.cluster)
    }

    func result(of intent: Intent) async -> Result<ComparedObject, any Error> {
        do {
            return .success(try await compare(intent))
        } catch {
            return .failure(error)
        }
    }

    private func compare(_ intent: Intent) async throws -> ComparedObject {
        guard !intent.reference.name.isEmpty else { throw Application.Nameless() }
        try ResourceName.check(intent.reference.name)
        let live = try await live(intent)
        let preview = try await application.preview(intent, over: live)
        if preview.refusal != nil, live == nil { try await checkServed(intent) }
        var compared = ComparedObject(intent, live: live, merged: preview.object)
        compared.note = preview.refusal.map {
            "\(intent.reference.text) is compared here and not by the server: \($0)"
        }
        return compared
    }

    private func live(_ intent: Intent) async throws -> Node? {
        do {
            return try await application.cluster.get(
                intent.type, namespace: intent.requestNamespace, name: intent.reference.name)
        } catch let error as ClusterError where error.isNotFound {
            return nil
        }
    }

    /// An object of a type that the server lacks is not one that would be made.
    private func checkServed(_ intent: Intent) async throws {
        let type = intent.type
        let served = try await discovery.resources(group: type.group, version: type.version)
        guard !served.contains(where: { $0.plural == type.plural }) else { return }
        throw Failure("the server does not have type \(type.qualifiedName) in version \(type.version)")
    }
}
