import Kubernetes
import Schema
import YAML

extension APIServer {
    func create(_ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        let body = try RequestBody.node(request, limits: limits)
        var target = target
        if target.kind.isNamespaced, target.namespace == nil {
            // Only in the object's own namespace can it be made.
            guard let namespace = body["metadata"]?["namespace"]?.string, !namespace.isEmpty else {
                throw APIFailure.badRequest("an empty namespace may not be set during creation")
            }
            target.namespace = namespace
        }
        let manager = try Self.manager(request)
        let owners = ownership(target)
        var draft = try ObjectDraft(body, for: target)
        draft.fieldValidation = try FieldValidation(request)
        // A generated name that is taken is made anew.
        for attempt in 1...8 {
            do {
                let stored = try await insert(draft, isDryRun: Self.isDryRun(request)) { node in
                    owners.update(from: nil, to: node, by: manager, ManagedFields())
                }
                return try single(stored, target, request, status: 201)
            } catch let failure as APIFailure where failure.reason == "AlreadyExists" {
                guard draft.name.isEmpty, attempt < 8 else { throw failure }
            }
        }
        throw APIFailure.alreadyExists(target.kind, draft.name)
    }

    /// Makes a new object. `owners` says whose the fields of its final form are.
    func insert(
        _ draft: ObjectDraft, isDryRun: Bool, owners: (Node) -> ManagedFields
    ) async throws -> StoredObject {
        var draft = draft
        try draft.prepareCreation()
        if Subresources.hasStatus(draft.target.kind, draft.target.version, in: kinds) {
            draft.node.set("status", nil)
        }
        let place = draft.target
        try draft.settle(kinds, old: nil)
        try await draft.accept(webhooks.mutated(draft.operation(.create, isDryRun: isDryRun)))
        try draft.settle(kinds, old: nil)
        draft.node.set(path: ["metadata", "managedFields"], owners(draft.node).node)
        try check(draft, replacing: nil)
        try await admit(draft.operation(.create, isDryRun: isDryRun))
        let final = draft
        return try await write(place, draft.name, isDryRun: isDryRun) { transaction in
            try Self.checkNamespace(place, in: transaction)
            var node = final.node
            try ClusterAddresses.allocate(for: &node, of: place.kind, in: transaction)
            return try transaction.create(
                place.key(final.name), uid: node["metadata"]?["uid"]?.string ?? "",
                body: StoredObject.body(of: node))
        }
    }

    func update(_ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        let body = try RequestBody.node(request, limits: limits)
        var draft = try ObjectDraft(body, for: target)
        draft.fieldValidation = try FieldValidation(request)
        guard let current = try store.get(target.key(draft.name)) else {
            throw APIFailure.notFound(target.kind, draft.name)
        }
        let wanted = try Self.revision(draft.node["metadata"]?["resourceVersion"])
        guard wanted != nil || !target.kind.group.hasSuffix(".istio.io") else {
            throw APIFailure.invalid(
                target.kind, draft.name,
                [
                    .init(
                        reason: "FieldValueInvalid",
                        message: "Invalid value: 0x0: must be specified for an update",
                        field: "metadata.resourceVersion")
                ])
        }
        let stored = try await replace(
            current, by: draft, writer: try Self.manager(request), expecting: wanted,
            isDryRun: Self.isDryRun(request))
        return try single(stored, target, request)
    }

    func patch(_ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        if RequestBody.mediaType(request) == Self.applyType { return try await apply(target, request) }
        let apply = try patching(request)
        let manager = try Self.manager(request)
        let isDryRun = try Self.isDryRun(request)
        let name = target.name ?? ""
        // A patch that says nothing of versions is made anew when another writer comes between.
        for attempt in 1...8 {
            guard let current = try store.get(target.key(name)) else {
                throw APIFailure.notFound(target.kind, name)
            }
            let old = try current.node(apiVersion: target.apiVersion, kind: target.kind.name)
            var draft = try ObjectDraft(try apply(old), for: target)
            draft.fieldValidation = try FieldValidation(request)
            let wanted = try Self.revision(draft.node["metadata"]?["resourceVersion"])
            do {
                let stored = try await replace(
                    current, by: draft, writer: manager, expecting: wanted ?? current.revision,
                    isDryRun: isDryRun)
                return try single(stored, target, request)
            } catch let failure as APIFailure where failure.code == 409 && attempt < 8 {
                guard wanted == current.revision else { throw failure }
            }
        }
        throw APIFailure.conflict(target.kind, name)
    }

    private static func type(of object: Node) -> MessageType? {
        KubernetesTypes.message(
            apiVersion: object["apiVersion"]?.string ?? "", kind: object["kind"]?.string ?? "")
    }

    /// What the patch in a request does to an object.
    func patching(_ request: APIRequest) throws(APIFailure) -> (Node) throws(APIFailure) -> Node {
        let type = RequestBody.mediaType(request)
        let limit = limits.patchOperations
        let formats = ["application/json-patch+json", "application/merge-patch+json"]
        let strategic = "application/strategic-merge-patch+json"
        guard formats.contains(type) || type == strategic else {
            throw .mediaType(
                type, accepted: (formats + [strategic, Self.applyType]).joined(separator: ", "))
        }
        let patch = try RequestBody.node(request, limits: limits)
        return switch type {
        case formats[0]: { old throws(APIFailure) in try JSONPatch.apply(patch, to: old, limit: limit) }
        case strategic:
            { old throws(APIFailure) in StrategicMergePatch(Self.type(of: old)).apply(patch, to: old) }
        default: { old throws(APIFailure) in MergePatch.apply(patch, to: old) }
        }
    }

    /// Replaces an object; what changes is the writer's.
    func replace(
        _ current: StoredObject, by draft: ObjectDraft, writer: String, expecting wanted: Int64?,
        isDryRun: Bool
    ) async throws -> StoredObject {
        let said = draft.node["metadata"]?["managedFields"]
        let owners = ownership(draft.target)
        return try await replace(current, by: draft, expecting: wanted, isDryRun: isDryRun) { old, new in
            let known = old["metadata"]?["managedFields"]
            // Who asks for it gets a fresh start; an object without owners stays so until it is applied.
            guard !ManagedFields.isReset(said), known?.list?.isEmpty == false else { return ManagedFields() }
            let base = (said?.list == nil ? nil : ManagedFields(said)) ?? ManagedFields(known)
            return owners.update(from: old, to: new, by: writer, base ?? ManagedFields())
        }
    }

    /// Replaces an object. `owners` says whose the fields are, given the old and the final form.
    func replace(
        _ current: StoredObject, by draft: ObjectDraft, expecting wanted: Int64?, isDryRun: Bool,
        owners: (Node, Node) -> ManagedFields
    ) async throws -> StoredObject {
        let target = draft.target
        guard wanted ?? current.revision == current.revision else {
            throw APIFailure.conflict(target.kind, draft.name)
        }
        if let uid = draft.node["metadata"]?["uid"]?.string, !uid.isEmpty, uid != current.uid {
            throw APIFailure.conflict(
                target.kind, draft.name,
                "Precondition failed: UID in precondition: \(uid), UID in object meta: \(current.uid)")
        }
        var draft = draft
        let old = try current.node(apiVersion: target.apiVersion, kind: target.kind.name)
        if Subresources.hasStatus(target.kind, target.version, in: kinds), !draft.changesStatus {
            draft.node.set("status", old["status"])
        }
        try draft.prepareUpdate(of: old)
        try draft.settle(kinds, old: old)
        try await draft.accept(webhooks.mutated(draft.operation(.update, of: old, isDryRun: isDryRun)))
        try draft.settle(kinds, old: old)
        draft.countGeneration(after: old)
        let managed = owners(old, draft.node).node
        draft.node.set(path: ["metadata", "managedFields"], managed.list?.isEmpty == true ? nil : managed)
        try check(draft, replacing: old)
        try await admit(draft.operation(.update, of: old, isDryRun: isDryRun))
        let body = StoredObject.body(of: draft.node)
        let isFinished = draft.isFinished
        let grace = Deletion.Grace(isGiven: runsPods)
        return try await write(target, draft.name, isDryRun: isDryRun) { transaction in
            let last = try transaction.replace(
                current.key, expecting: .init(revision: current.revision, uid: current.uid), body: body)
            if isFinished { try Deletion.finish(last, grace: grace, in: &transaction) }
            return last
        }
    }

    /// Holds an object against the rules of its kind, unless only its status changes.
    private func check(_ draft: ObjectDraft, replacing old: Node?) throws(APIFailure) {
        guard !draft.changesStatus else { return }
        let causes = ObjectRules.causes(draft.node, of: draft.target.kind, replacing: old)
        guard causes.isEmpty else { throw .invalid(draft.target.kind, draft.name, causes) }
    }

    /// Asks the rules of `validate`, then the validating webhooks.
    private func admit(_ operation: AdmissionOperation) async throws {
        let target = operation.target
        if let object = operation.object {
            if let custom = kinds.custom(target.kind)?.version(target.version) {
                let causes = custom.causes(object)
                guard causes.isEmpty else { throw APIFailure.invalid(target.kind, operation.name, causes) }
            } else {
                try admission.admit(object, of: target.kind, named: operation.name)
            }
            if CustomDefinition.isOne(target.kind) {
                let causes = CustomDefinition.causes(object)
                guard causes.isEmpty else { throw APIFailure.invalid(target.kind, operation.name, causes) }
            }
        }
        try await webhooks.validate(operation)
    }

    private static func checkNamespace(_ target: APITarget, in transaction: StoreTransaction) throws {
        guard let namespace = target.namespace else { return }
        let key = ObjectKey(group: "", plural: "namespaces", namespace: "", name: namespace)
        guard let found = try transaction.current(key) else {
            throw APIFailure.notFound(Kind("", "v1", name: "Namespace", plural: "namespaces"), namespace)
        }
        guard try !Deletion.isEnding(found) else {
            throw APIFailure.terminating(target.kind, target.name ?? "", namespace)
        }
    }

    /// The number in a `resourceVersion`; nil when none is given.
    static func revision(_ node: Node?) throws(APIFailure) -> Int64? {
        guard let text = node?.string, !text.isEmpty else { return nil }
        guard let revision = Int64(text), revision >= 0 else {
            throw .badRequest("resourceVersion: Invalid value: \"\(text)\": it is none of this server")
        }
        return revision
    }
}
