import Schema
import YAML

extension APIServer {
    /// Deletes one object; with a namespace goes everything in it.
    func delete(_ target: APITarget, _ name: String, _ request: APIRequest) async throws -> APIResponse {
        let options = try options(request)
        let preconditions = options?["preconditions"]
        let expecting = StoreTransaction.Expectation(
            revision: try Self.revision(preconditions?["resourceVersion"]), uid: preconditions?["uid"]?.string
        )
        let isNamespace = target.kind.group.isEmpty && target.kind.plural == "namespaces"
        if isNamespace, name == "default" || name == "kube-system" {
            throw APIFailure.forbidden(
                "namespaces \"\(name)\" is forbidden: this namespace may not be deleted")
        }
        let isDryRun = try Self.isDryRun(request, options)
        guard let current = try store.get(target.key(name)) else {
            throw APIFailure.notFound(target.kind, name)
        }
        try await askAboutDeletion(of: current, target, isDryRun: isDryRun, options)
        // With a definition go the objects of its kind, but for a kind that the program has itself.
        let custom =
            CustomDefinition.isOne(target.kind)
            ? CustomKind(try JSONReader.node(current.body)).map(\.kind).flatMap { kinds.custom($0)?.kind }
            : nil
        let deleted = try await write(target, name, isDryRun: isDryRun) { transaction in
            if isNamespace {
                for object in try transaction.inNamespace(name) {
                    _ = try transaction.delete(object.key, expecting: .init())
                }
            }
            if let custom {
                let scope = StateQuery.Scope(group: custom.group, plural: custom.plural, namespace: nil)
                for object in try transaction.list(scope) {
                    _ = try transaction.delete(object.key, expecting: .init())
                }
            }
            return try transaction.delete(target.key(name), expecting: expecting)
        }
        var details: [Node.Entry] = [.init("name", Node(name))]
        if !target.kind.group.isEmpty { details.append(.init("group", Node(target.kind.group))) }
        details += [.init("kind", Node(target.kind.plural)), .init("uid", Node(deleted.uid))]
        return APIResponse([
            "kind": "Status", "apiVersion": "v1", "metadata": .emptyMap, "status": "Success",
            "details": Node(details),
        ])
    }

    private func askAboutDeletion(
        of current: StoredObject, _ target: APITarget, isDryRun: Bool, _ options: Node?
    ) async throws {
        let operation = AdmissionOperation(
            verb: .delete, target: target, name: current.key.name, object: nil,
            old: try current.node(apiVersion: target.apiVersion, kind: target.kind.name), isDryRun: isDryRun,
            options: options ?? .null)
        _ = try await webhooks.mutated(operation)
        try await webhooks.validate(operation)
    }

    /// The body of a deletion, which may be left out.
    private func options(_ request: APIRequest) throws -> Node? {
        if request.body.isEmpty { return nil }
        return try RequestBody.node(request, limits: limits)
    }

    /// Deletes what the selectors of a list mean, and answers with that list.
    func deleteCollection(_ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        let options = try options(request)
        let query = try ListQuery(request)
        guard !target.kind.isNamespaced || target.namespace != nil, target.kind.plural != "namespaces" else {
            throw APIFailure.method
        }
        let deleted = try await write(target, "", isDryRun: Self.isDryRun(request, options)) { transaction in
            let chosen = try transaction.list(target.scope).filter { try query.matches($0) }
            return try chosen.map { try transaction.delete($0.key, expecting: .init()) }
        }
        var list = ListWriter(target)
        for object in deleted { list.append(object) }
        return APIResponse(pieces: list.end(revision: try store.revision(), continueToken: nil))
    }
}
