import IstioAPI
import Kubernetes
import Schema
import YAML

/// Deletes what was applied before and is applied no more.
struct Pruning: Sendable {
    let application: Application
    let rule: PruneRule
    /// What has just been applied.
    let applied: [Intent]

    /// Lists what would go, and lets it go once that is confirmed.
    func run(isConfirmed: Bool, in world: World) async throws {
        let gone = try await candidates()
        guard !gone.isEmpty else { return }
        let names = gone.map { intent in
            "  \(intent.reference.text)" + (intent.reference.namespace.map { " in namespace \($0)" } ?? "")
        }
        let isDry = application.dryRun != .none
        if !isConfirmed, !isDry {
            world.note("applied before, and in no file any more:\n" + names.joined(separator: "\n"))
            let what = gone.count == 1 ? "it" : "these \(gone.count) objects"
            try Confirmation.ask("Delete \(what)?", else: "nothing was deleted", flag: "--yes", in: world)
        }
        let mutation = Mutation(
            operation: .delete, cluster: application.cluster, dryRun: application.dryRun,
            ignoresMissing: true)
        let tally = await Self.delete(gone, mutation, in: world)
        try tally.end()
    }

    private static func delete(_ gone: [Intent], _ mutation: Mutation, in world: World) async
        -> Mutation.Tally
    {
        var next = gone[...]
        return await mutation.run(gone) { _ in
            // In order, a line for each: kubectl says `pruned`.
            guard let intent = next.popFirst() else { return }
            world.print("\(intent.reference.text) pruned\(mutation.dryRun.note)")
        } failed: { line in
            next = next.dropFirst()
            world.note("Error: " + line)
        }
    }

    /// Objects that this program applied, with the wanted labels, where the files have put theirs.
    private func candidates() async throws -> [Intent] {
        let present = Set(applied.map(\.identity))
        var found: [Intent] = []
        for named in try await types() {
            let places: [String?] =
                named.kind.isNamespaced
                ? Set(applied.compactMap(\.requestNamespace)).sorted() : [nil]
            for place in places {
                let finder = Finder(
                    cluster: application.cluster, namespace: place, labelSelector: rule.selector)
                for object in try await finder.all(named.type) where isOurs(object) {
                    let reference = ObjectReference(named.kind, of: object)
                    let intent = Intent(reference: reference, type: named.type, object: object)
                    if !present.contains(intent.identity) { found.append(intent) }
                }
            }
        }
        return found
    }

    private func types() async throws -> [PruneRule.Named] {
        if let types = rule.types { return types }
        let discovery = Discovery(application.cluster)
        var seen: Set<String> = []
        var result: [PruneRule.Named] = []
        for intent in applied where seen.insert(intent.type.qualifiedName).inserted {
            // Without being named, nothing is deleted that other things live in.
            guard intent.reference.kind.isNamespaced else { continue }
            result.append(.init(kind: intent.reference.kind, type: intent.type))
        }
        for kind in Catalog.kinds where kind.group.hasSuffix(".istio.io") && !Catalog.isMixer(kind) {
            guard let type = try await discovery.served(kind), seen.insert(type.qualifiedName).inserted else {
                continue
            }
            result.append(.init(kind: kind, type: type))
        }
        return result
    }

    /// Who we are to a server that is told no manager.
    private static let program = "istioctl"

    /// Whether the object was applied under our name, on the server's side or on this one.
    private func isOurs(_ object: Node) -> Bool {
        let metadata = object["metadata"]
        guard metadata?["deletionTimestamp"] == nil else { return false }
        let owners = metadata?["managedFields"]?.list ?? []
        let isApplied = owners.contains {
            $0["manager"]?.string == application.manager && $0["operation"]?.string == "Apply"
        }
        // kubectl leaves the same annotation; where the server names the writers, it must have been us.
        let isAnnotated = metadata?["annotations"]?[ThreeWayMerge.annotation] != nil
        let isWriter = owners.isEmpty || owners.contains { $0["manager"]?.string == Self.program }
        return isApplied || (isAnnotated && isWriter)
    }
}

extension Intent {
    /// What tells objects apart, whatever their version.
    fileprivate var identity: String {
        "\(type.qualifiedName)/\(requestNamespace ?? "")/\(reference.name)"
    }
}
