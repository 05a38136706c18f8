import Schema
import Synchronization
import YAML

/// A Kubernetes API over a store, without any network: requests in, responses out. HTTP, the in-process
/// cluster and the tests all ask here.
package final class APIServer: Sendable {
    let store: SandboxStore
    private let served: ServedKinds
    let admission: Admission
    let webhooks: WebhookAdmission
    let limits: APILimits
    let watches = Mutex(0)
    let metrics = RequestMetrics()
    /// What runs the pods; nil where objects are only kept.
    let runtime = Mutex<(any PodRuntime)?>(nil)
    let tokens: AccountTokens

    /// Makes the namespaces that every cluster has, where they are missing.
    package convenience init(
        store: SandboxStore, kinds: KindRegistry = .standard, admission: Admission = .standard,
        limits: APILimits = .standard
    ) async throws {
        try await self.init(
            store: store, tokens: AccountTokens(), kinds: kinds, admission: admission, limits: limits)
    }

    init(
        store: SandboxStore, tokens: AccountTokens, kinds: KindRegistry = .standard,
        admission: Admission = .standard, limits: APILimits = .standard
    ) async throws {
        self.store = store
        self.tokens = tokens
        served = try ServedKinds(kinds, store: store)
        self.admission = admission
        webhooks = WebhookAdmission(store: store)
        self.limits = limits
        for name in ["default", "kube-system", "istio-system"] { try await makeNamespace(name) }
    }

    /// The kinds that are served now.
    var kinds: KindRegistry { served.registry }

    package func respond(to request: APIRequest) async -> APIResponse {
        let begin = ContinuousClock.now
        var asked = request
        // What only the head is wanted of is read all the same; there is no head of a watch.
        if request.method == "HEAD" { (asked.method, asked.query["watch"]) = ("GET", nil) }
        var response = Presentation(asked).shown(await plain(asked))
        if request.method == "HEAD" { response.body = .bytes([]) }
        metrics.count(
            RequestMetrics.Label(request, status: response.status, kinds: kinds),
            took: .now - begin)
        return response
    }

    private func plain(_ request: APIRequest) async -> APIResponse {
        let warnings = ResponseWarnings()
        var response = await ResponseWarnings.$current.withValue(warnings) {
            do {
                return try await answer(request)
            } catch let failure as APIFailure {
                return .failure(failure)
            } catch {
                return .failure(.internalError(error))
            }
        }
        response.headers += warnings.headers
        return response
    }

    private func answer(_ request: APIRequest) async throws -> APIResponse {
        let path = request.path
        switch path.first {
        case "api" where path.count > 2:
            return try await resources(request, group: "", version: path[1], path.dropFirst(2))
        case "apis" where path.count > 3:
            return try await resources(request, group: path[1], version: path[2], path.dropFirst(3))
        default:
            guard request.method == "GET" else { throw APIFailure.method }
            guard let document = try document(request) else { throw APIFailure.unknownPath }
            return document
        }
    }

    /// What lies outside the resources: discovery, schemas, health.
    private func document(_ request: APIRequest) throws -> APIResponse? {
        let discovery = Discovery(kinds: kinds)
        switch request.path.first {
        case nil: return APIResponse(discovery.paths)
        case "version" where request.path.count == 1: return APIResponse(ServerVersion.node)
        case "healthz", "livez", "readyz": return HealthChecks(store: store).response(to: request)
        case "metrics" where request.path.count == 1:
            let metrics = MetricsDocument(
                requests: metrics, watches: watches.withLock { $0 }, store: store)
            var response = APIResponse(text: try metrics.text())
            response.contentType = "text/plain; version=0.0.4; charset=utf-8"
            return response
        case "api", "apis": return discovery.response(to: request)
        case ".well-known" where request.path == [".well-known", "openid-configuration"]:
            return APIResponse(AccountTokens.discovery)
        case "openid" where request.path == ["openid", "v1", "jwks"]: return APIResponse(tokens.keySet)
        case "openapi": return OpenAPIDocuments(kinds: kinds).response(to: request)
        default: return nil
        }
    }

    private func resources(
        _ request: APIRequest, group: String, version: String, _ rest: ArraySlice<String>
    ) async throws -> APIResponse {
        if let review = try Reviews(server: self).response(
            to: request, group: group, version: version, rest)
        {
            return review
        }
        guard let target = APITarget(group: group, version: version, rest: rest, kinds: kinds) else {
            throw APIFailure.unknownPath
        }
        if let part = target.subresource { return try await subresource(part, target, request) }
        switch (request.method, target.name) {
        case ("GET", _) where request.flag("watch"): return try watch(target, request)
        case ("GET", nil): return try list(target, request)
        case ("GET", let name?): return try get(target, name, request)
        case ("POST", nil): return try await create(target, request)
        case ("PUT", _?): return try await update(target, request)
        case ("PATCH", _?): return try await patch(target, request)
        case ("DELETE", let name?): return try await delete(target, name, request)
        case ("DELETE", nil): return try await deleteCollection(target, request)
        default: throw APIFailure.method
        }
    }

    /// Runs the writes of one request; what the store refuses is said in the API's words. A dry run is
    /// undone once its result is known.
    func write<T: Sendable>(
        _ target: APITarget, _ name: String, isDryRun: Bool,
        _ body: @escaping @Sendable (inout StoreTransaction) throws -> T
    ) async throws -> T {
        do {
            let result = try await store.write { transaction in
                let result = try body(&transaction)
                if isDryRun { throw DryRunDone(result: result) }
                return result
            }
            if CustomDefinition.isOne(target.kind) { try served.reload(store) }
            return result
        } catch let done as DryRunDone<T> {
            return done.result
        } catch StoreError.exists {
            throw APIFailure.alreadyExists(target.kind, name)
        } catch StoreError.missing {
            throw APIFailure.notFound(target.kind, name)
        } catch StoreError.conflict {
            throw APIFailure.conflict(target.kind, name)
        }
    }

    static func isDryRun(_ request: APIRequest, _ options: Node? = nil) throws(APIFailure) -> Bool {
        let wanted =
            request.query["dryRun"].map { [$0] } ?? options?["dryRun"]?.list?.compactMap(\.string) ?? []
        guard wanted.allSatisfy({ $0 == "All" }) else {
            throw .badRequest("the only value that dryRun takes is All")
        }
        return !wanted.isEmpty
    }

    private func makeNamespace(_ name: String) async throws {
        let request = APIRequest(
            method: "POST", target: "/api/v1/namespaces", userAgent: "sandbox",
            body: JSONWriter.bytes(["metadata": ["name": Node(name)]]))
        guard let target = APITarget(group: "", version: "v1", rest: ["namespaces"], kinds: kinds) else {
            return
        }
        if try store.get(target.key(name)) == nil { _ = try await create(target, request) }
    }
}

/// Carries the result of a dry run out of a transaction that is then undone.
private struct DryRunDone<T: Sendable>: Error {
    let result: T
}
