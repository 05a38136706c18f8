import Schema
import YAML

extension APIServer {
    /// Answers a request for a part of an object.
    func subresource(_ name: String, _ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        var target = target
        target.subresource = nil
        switch name {
        case "status" where Subresources.hasStatus(target.kind, target.version, in: kinds):
            return try await status(target, request)
        case "scale":
            guard let paths = Subresources.scale(target.kind, target.version, in: kinds) else {
                throw APIFailure.unknownPath
            }
            return try await scale(paths, target, request)
        case "finalize" where target.kind.isNamespace && request.method == "PUT":
            return try await update(target, request)
        case "log" where target.kind.plural == "pods" && target.kind.group.isEmpty:
            return try await log(target, request)
        case "token" where target.kind.plural == "serviceaccounts":
            return try await makeToken(target, request)
        case "eviction" where target.kind.plural == "pods" && request.method == "POST":
            return try await delete(target, target.name ?? "", Self.withoutBody(request))
        case let part where target.kind.isPod && PodStream.parts.contains(part):
            guard ["GET", "POST"].contains(request.method) else { throw APIFailure.method }
            _ = try podStream(part, target, request)
            throw APIFailure.upgrade(part)
        default: throw APIFailure.unknownPath
        }
    }

    /// An eviction is a deletion; its options stand within it.
    private static func withoutBody(_ request: APIRequest) -> APIRequest {
        var request = request
        request.body = []
        return request
    }

    private func stored(_ target: APITarget) throws -> (StoredObject, Node) {
        guard let current = try store.get(target.key(target.name ?? "")) else {
            throw APIFailure.notFound(target.kind, target.name ?? "")
        }
        return (current, try current.node(apiVersion: target.apiVersion, kind: target.kind.name))
    }

    // MARK: Status

    private func status(_ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        switch request.method {
        case "GET": return try get(target, target.name ?? "", request)
        case "PUT":
            let body = try RequestBody.node(request, limits: limits)
            return try await change(target, request, isStatus: true) { old in
                old.setting("status", body["status"]).settingVersion(of: body)
            }
        case "PATCH":
            let patch = try statusPatch(request)
            return try await change(target, request, isStatus: true) { old throws(APIFailure) in
                let new = try patch(old)
                return old.setting("status", new["status"]).settingVersion(of: new)
            }
        default: throw APIFailure.method
        }
    }

    /// What is applied to a status is laid over it.
    private func statusPatch(_ request: APIRequest) throws(APIFailure) -> (Node) throws(APIFailure) -> Node {
        guard RequestBody.mediaType(request) == Self.applyType else { return try patching(request) }
        let body = try RequestBody.node(request, limits: limits)
        return { old in MergePatch.apply(["status": body["status"] ?? .emptyMap], to: old) }
    }

    // MARK: Scale

    private func scale(_ paths: ScalePaths, _ target: APITarget, _ request: APIRequest) async throws
        -> APIResponse
    {
        let edit: (Node) throws(APIFailure) -> Node
        switch request.method {
        case "GET": return APIResponse(paths.node(of: try stored(target).1))
        case "PUT":
            let body = try RequestBody.node(request, limits: limits)
            edit = { _ in body }
        case "PATCH": edit = try patching(request)
        default: throw APIFailure.method
        }
        let response = try await change(target, request, isStatus: false) { old throws(APIFailure) in
            let scale = try edit(paths.node(of: old))
            let replicas = scale[["spec", "replicas"]]?.int ?? 0
            guard (0...Int64(Int32.max)).contains(replicas) else {
                throw .invalid(
                    target.kind, target.name ?? "",
                    [
                        .init(
                            reason: "FieldValueInvalid",
                            message: "Invalid value: \(replicas): must be greater than or equal to 0",
                            field: "spec.replicas")
                    ])
            }
            var new = old
            new.set(path: paths.wanted, Node(replicas))
            return new.settingVersion(of: scale)
        }
        guard response.status == 200 else { return response }
        return APIResponse(paths.node(of: try stored(target).1))
    }

    // MARK: Changing a part

    /// Changes a part of what is there now; made anew when another writer comes between, unless the request
    /// names a version.
    private func change(
        _ target: APITarget, _ request: APIRequest, isStatus: Bool, _ edit: (Node) throws(APIFailure) -> Node
    ) async throws -> APIResponse {
        let manager = try Self.manager(request)
        let isDryRun = try Self.isDryRun(request)
        for attempt in 1...8 {
            let (current, old) = try stored(target)
            var draft = try ObjectDraft(try edit(old), for: target)
            draft.changesStatus = isStatus
            let wanted = try Self.revision(draft.node[["metadata", "resourceVersion"]])
            do {
                let stored = try await replace(
                    current, by: draft, writer: manager, expecting: wanted ?? current.revision,
                    isDryRun: isDryRun)
                return try single(stored, target, request)
            } catch let failure as APIFailure where failure.code == 409 && attempt < 8 {
                guard wanted == nil || wanted == current.revision else { throw failure }
            }
        }
        throw APIFailure.conflict(target.kind, target.name ?? "")
    }
}

extension Node {
    /// With the version that a request names; without one it means whichever there is.
    fileprivate func settingVersion(of request: Node) -> Node {
        var node = self
        node.set(path: ["metadata", "resourceVersion"], request[["metadata", "resourceVersion"]])
        return node
    }
}
