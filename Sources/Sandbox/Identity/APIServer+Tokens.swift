import Kubernetes
import YAML

extension APIServer {
    /// Makes a token for a ServiceAccount (authentication.k8s.io/v1 TokenRequest), as `kubectl create token`
    /// asks for one.
    func makeToken(_ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        guard request.method == "POST" else { throw APIFailure.method }
        let name = target.name ?? ""
        guard let account = try store.get(target.key(name)) else {
            throw APIFailure.notFound(target.kind, name)
        }
        var review = try RequestBody.node(request, limits: limits)
        let asked = review[["spec", "expirationSeconds"]]?.int ?? 3_600
        guard asked >= AccountTokens.lifetimes.lowerBound else {
            throw APIFailure.invalid(
                target.kind, name,
                [
                    .init(
                        reason: "FieldValueInvalid",
                        message: "Invalid value: \(asked): may not specify a duration less than 10 minutes",
                        field: "spec.expirationSeconds")
                ])
        }
        let expires = Timestamp.now() + min(asked, AccountTokens.lifetimes.upperBound)
        let audiences = review[["spec", "audiences"]]?.list?.compactMap(\.string) ?? []
        let claims = AccountTokens.Claims(
            namespace: account.key.namespace, account: name, accountUID: account.uid,
            audiences: audiences.isEmpty ? [AccountTokens.issuer] : audiences, expires: expires,
            bound: try bound(review[["spec", "boundObjectRef"]], account.key.namespace))
        review.set("kind", "TokenRequest")
        review.set("apiVersion", "authentication.k8s.io/v1")
        review.set(path: ["metadata", "name"], Node(name))
        review.set(path: ["metadata", "namespace"], Node(account.key.namespace))
        review.set(path: ["spec", "audiences"], Node(claims.audiences.map { Node($0) }))
        review.set(path: ["spec", "expirationSeconds"], Node(asked))
        let token = Self.isDryRunSaid(request) ? "" : try tokens.token(for: claims)
        review.set(
            "status", ["token": Node(token), "expirationTimestamp": Node(Timestamp.text(expires))])
        return APIResponse(status: 201, review)
    }

    private static func isDryRunSaid(_ request: APIRequest) -> Bool { request.query["dryRun"] == "All" }

    /// The object that a token ends with, which must be there.
    private func bound(_ reference: Node?, _ namespace: String) throws -> AccountTokens.Claims.Bound? {
        guard let reference, let kind = reference["kind"]?.string, let name = reference["name"]?.string else {
            return nil
        }
        guard kind == "Pod" || kind == "Secret" else {
            throw APIFailure.badRequest("cannot bind token to object of kind \"\(kind)\"")
        }
        let key = ObjectKey(
            group: "", plural: kind == "Pod" ? "pods" : "secrets", namespace: namespace, name: name)
        guard let object = try store.get(key), reference["uid"]?.string ?? object.uid == object.uid else {
            throw APIFailure(404, "NotFound", "\(key.plural) \"\(name)\" not found")
        }
        return .init(kind: kind, name: name, uid: object.uid)
    }

    /// Whose a bearer token is; nil when it is nobody's, or its account or what it is bound to is gone.
    func account(of token: String, audiences: [String] = []) -> AccountTokens.Claims? {
        guard let claims = tokens.claims(in: token) else { return nil }
        let wanted = audiences.isEmpty ? [AccountTokens.issuer] : audiences
        guard claims.audiences.contains(where: wanted.contains) else { return nil }
        let place = ObjectKey(
            group: "", plural: "serviceaccounts", namespace: claims.namespace, name: claims.account)
        guard let account = try? store.get(place), account.uid == claims.accountUID else { return nil }
        guard let bound = claims.bound else { return claims }
        let other = ObjectKey(
            group: "", plural: bound.kind == "Pod" ? "pods" : "secrets", namespace: claims.namespace,
            name: bound.name)
        guard let object = try? store.get(other), object.uid == bound.uid else { return nil }
        return claims
    }

    /// The answer to a question of whose a token is (authentication.k8s.io/v1 TokenReview).
    func review(token spec: Node?) -> Node {
        let audiences = spec?["audiences"]?.list?.compactMap(\.string) ?? []
        guard let token = spec?["token"]?.string, let claims = account(of: token, audiences: audiences) else {
            return [
                "authenticated": false, "error": "the token is none of this cluster's, or no longer good",
            ]
        }
        let wanted = audiences.isEmpty ? [AccountTokens.issuer] : audiences
        return [
            "authenticated": true, "user": claims.user,
            "audiences": Node(claims.audiences.filter(wanted.contains).map { Node($0) }),
        ]
    }
}
