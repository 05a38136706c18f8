import Schema
import YAML

/// What a request for a server-side apply wants.
struct ApplyRequest: Sendable {
    let wanted: Node
    let manager: String
    let isForced: Bool

    init(_ request: APIRequest, limits: APILimits) throws(APIFailure) {
        guard let manager = request.query["fieldManager"], !manager.isEmpty else {
            throw .options("fieldManager: Required value: is required for apply patch")
        }
        self.manager = try APIServer.checkedManager(manager)
        isForced = request.flag("force")
        wanted = try RequestBody.node(request, limits: limits)
        guard wanted.map != nil else { throw .badRequest("the body of the request is not an object") }
        guard wanted["metadata"]?["managedFields"]?.list?.isEmpty ?? true else {
            throw .badRequest("metadata.managedFields must be nil")
        }
        for field in ["apiVersion", "kind"] where wanted[field]?.string?.isEmpty ?? true {
            throw .badRequest("the body of an apply must say its \(field)")
        }
    }
}

extension APIServer {
    static let applyType = "application/apply-patch+yaml"

    /// Makes an object as somebody wants it, or lays what they want over what is there.
    func apply(_ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        let order = try ApplyRequest(request, limits: limits)
        do {
            try ListKeyProblem.check(order.wanted, ownership(target).layout)
        } catch {
            throw APIFailure.listKeys(error)
        }
        let isDryRun = try Self.isDryRun(request)
        let name = target.name ?? ""
        let wanted = try Self.revision(order.wanted["metadata"]?["resourceVersion"])
        // Another writer may come between; the apply is then made anew.
        for attempt in 1...8 {
            do {
                guard let current = try store.get(target.key(name)) else {
                    return try await createApplied(order, target, request, isDryRun: isDryRun)
                }
                var (draft, managed) = try applied(order, to: current, target)
                draft.fieldValidation = try FieldValidation(request)
                let stored = try await replace(
                    current, by: draft, expecting: wanted ?? current.revision, isDryRun: isDryRun
                ) { _, _ in managed }
                return try single(stored, target, request)
            } catch let failure as APIFailure where failure.isRace && attempt < 8 {
                guard wanted == nil else { throw failure }
            }
        }
        throw APIFailure.conflict(target.kind, name)
    }

    private func applied(_ order: ApplyRequest, to current: StoredObject, _ target: APITarget) throws
        -> (ObjectDraft, ManagedFields)
    {
        // Says what is wrong with the body before its fields mean anything.
        _ = try ObjectDraft(order.wanted, for: target)
        let live = try current.node(apiVersion: target.apiVersion, kind: target.kind.name)
        let managed = ManagedFields(live["metadata"]?["managedFields"]) ?? ManagedFields()
        do {
            let result = try ownership(target).apply(
                order.wanted, over: live, by: order.manager, isForced: order.isForced, managed)
            return (try ObjectDraft(result.object, for: target), result.managed)
        } catch let conflict as FieldOwnership.Conflict {
            throw APIFailure.conflict(conflict)
        }
    }

    private func createApplied(
        _ order: ApplyRequest, _ target: APITarget, _ request: APIRequest, isDryRun: Bool
    ) async throws -> APIResponse {
        guard (order.wanted["metadata"]?["uid"]?.string ?? "").isEmpty else {
            throw APIFailure.conflict(
                target.kind, target.name ?? "", "uid mismatch: the object is not there")
        }
        let result = try ownership(target).apply(
            order.wanted, over: nil, by: order.manager, isForced: true, ManagedFields())
        var draft = try ObjectDraft(result.object, for: target)
        draft.fieldValidation = try FieldValidation(request)
        let stored = try await insert(draft, isDryRun: isDryRun) { _ in result.managed }
        return try single(stored, target, request, status: 201)
    }

    func ownership(_ target: APITarget) -> FieldOwnership {
        FieldOwnership(
            kind: target.kind, apiVersion: target.apiVersion, time: Timestamp.text(Timestamp.now()),
            schema: kinds.custom(target.kind)?.version(target.version)?.schema)
    }

    /// Who writes: as the request says, else the program that sends it.
    static func manager(_ request: APIRequest) throws(APIFailure) -> String {
        if let given = request.query["fieldManager"], !given.isEmpty { return try checkedManager(given) }
        let program = request.userAgent.prefix { $0 != "/" }.unicodeScalars.filter { $0.isPrintable }
        let name = String(String.UnicodeScalarView(program.prefix(longestManager)))
        return name.isEmpty ? "unknown" : name
    }

    /// Characters at most, as Kubernetes has it.
    private static let longestManager = 128

    static func checkedManager(_ name: String) throws(APIFailure) -> String {
        guard name.unicodeScalars.count <= longestManager else {
            throw .options("fieldManager: Too long: may not be more than \(longestManager) bytes")
        }
        guard name.unicodeScalars.allSatisfy(\.isPrintable) else {
            throw .options("fieldManager: Invalid value: should only contain printable characters")
        }
        return name
    }
}

extension APIFailure {
    fileprivate static func options(_ message: String) -> APIFailure {
        APIFailure(422, "Invalid", "PatchOptions.meta.k8s.io \"\" is invalid: \(message)")
    }

    /// Whether another writer came between, and not an owner of fields.
    fileprivate var isRace: Bool {
        code == 409 && !details.contains { $0.key == "causes" }
    }
}

extension Unicode.Scalar {
    fileprivate var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
            false
        default: true
        }
    }
}
