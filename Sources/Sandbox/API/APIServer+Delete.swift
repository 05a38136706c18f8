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
        let propagation = try Self.propagation(request, options)
        let grace = try grace(request, options)
        let deleted = try await write(target, name, isDryRun: isDryRun) { transaction in
            if let custom {
                let scope = StateQuery.Scope(group: custom.group, plural: custom.plural, namespace: nil)
                for object in try transaction.list(scope) {
                    _ = try transaction.delete(object.key, expecting: .init())
                }
            }
            let last = try Deletion.delete(
                target.key(name), expecting: expecting, propagation, grace: grace, in: &transaction)
            return (last, isGone: try transaction.current(target.key(name)) == nil)
        }
        // What waits for its finalizers is shown as it is now.
        guard deleted.isGone else { return try single(deleted.0, target, request) }
        var details: [Node.Entry] = [.init("name", Node(name))]
        if !target.kind.group.isEmpty { details.append(.init("group", Node(target.kind.group))) }
        details += [.init("kind", Node(target.kind.plural)), .init("uid", Node(deleted.0.uid))]
        return APIResponse([
            "kind": "Status", "apiVersion": "v1", "metadata": .emptyMap, "status": "Success",
            "details": Node(details),
        ])
    }

    static func propagation(_ request: APIRequest, _ options: Node?) throws(APIFailure)
        -> Deletion.Propagation
    {
        if options?["orphanDependents"]?.bool == true { return .orphan }
        let text = options?["propagationPolicy"]?.string ?? request.query["propagationPolicy"] ?? ""
        guard !text.isEmpty else { return .background }
        guard let known = Deletion.Propagation(rawValue: text) else {
            throw .badRequest("propagationPolicy \"\(text)\" must be one of Foreground, Background, Orphan")
        }
        return known
    }

    /// The time that pods get to end.
    private func grace(_ request: APIRequest, _ options: Node?) throws(APIFailure) -> Deletion.Grace {
        let text = request.query["gracePeriodSeconds"]
        let seconds = options?["gracePeriodSeconds"]?.int ?? text.flatMap { Int64($0) }
        guard seconds ?? 0 >= 0 else { throw .badRequest("gracePeriodSeconds must not be negative") }
        return Deletion.Grace(isGiven: runsPods, seconds: seconds)
    }

    /// Whether pods run here.
    var runsPods: Bool { runtime.withLock { $0 != nil } }

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
        let query = try ListQuery(request, for: target.kind)
        guard !target.kind.isNamespaced || target.namespace != nil, target.kind.plural != "namespaces" else {
            throw APIFailure.method
        }
        let propagation = try Self.propagation(request, options)
        let grace = try grace(request, options)
        let deleted = try await write(target, "", isDryRun: Self.isDryRun(request, options)) { transaction in
            let chosen = try transaction.list(target.scope).filter { try query.matches($0) }
            return try chosen.compactMap { object -> StoredObject? in
                // With an earlier one it may have gone already.
                guard try transaction.current(object.key) != nil else { return nil }
                return try Deletion.delete(
                    object.key, expecting: .init(), propagation, grace: grace, in: &transaction)
            }
        }
        var list = ListWriter(target)
        for object in deleted { list.append(object) }
        return APIResponse(pieces: list.end(ListEnd(revision: try store.revision())))
    }
}
