import Schema
import YAML

/// Questions that are answered at once and never stored: who am I, what may I do. Whoever has a token of the
/// sandbox's may do everything.
struct Reviews {
    let server: APIServer

    /// Kinds by `group/plural`.
    private static let kinds = [
        "authorization.k8s.io/selfsubjectaccessreviews": "SelfSubjectAccessReview",
        "authorization.k8s.io/subjectaccessreviews": "SubjectAccessReview",
        "authorization.k8s.io/localsubjectaccessreviews": "LocalSubjectAccessReview",
        "authorization.k8s.io/selfsubjectrulesreviews": "SelfSubjectRulesReview",
        "authentication.k8s.io/selfsubjectreviews": "SelfSubjectReview",
        "authentication.k8s.io/tokenreviews": "TokenReview",
    ]

    /// nil when the path asks no question.
    func response(
        to request: APIRequest, group: String, version: String, _ rest: ArraySlice<String>
    ) throws(APIFailure) -> APIResponse? {
        guard version == "v1", let plural = rest.last, let kind = Self.kinds["\(group)/\(plural)"],
            rest.count == 1 || rest.count == 3 && rest.first == "namespaces"
        else { return nil }
        guard request.method == "POST" else { throw .method }
        let body = try RequestBody.node(request, limits: server.limits)
        var answer: Node = ["kind": Node(kind), "apiVersion": Node("\(group)/\(version)")]
        answer.set("metadata", body["metadata"] ?? .emptyMap)
        answer.set("spec", body["spec"])
        answer.set("status", status(of: kind, body["spec"], request))
        return APIResponse(status: 201, answer)
    }

    private func status(of kind: String, _ spec: Node?, _ request: APIRequest) -> Node {
        switch kind {
        case "SelfSubjectReview": ["userInfo": request.user ?? Self.user]
        // The sandbox's own token is not shown around: of the others it is known whose they are.
        case "TokenReview": server.review(token: spec)
        case "SelfSubjectRulesReview":
            [
                "resourceRules": [["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]]],
                "nonResourceRules": [["verbs": ["*"], "nonResourceURLs": ["*"]]], "incomplete": false,
            ]
        default: ["allowed": true, "reason": "the sandbox allows everything"]
        }
    }

    /// The user who holds the sandbox's own token.
    static let user: Node = [
        "username": "sandbox-admin", "groups": ["system:masters", "system:authenticated"],
    ]

    /// What discovery lists in a group.
    static func resources(of group: String) -> [Node] {
        kinds.filter { $0.key.hasPrefix("\(group)/") }.sorted { $0.key < $1.key }.map { path, kind in
            [
                "name": Node(String(path.dropFirst(group.count + 1))),
                "singularName": Node(kind.lowercased()),
                "namespaced": Node(kind == "LocalSubjectAccessReview"), "kind": Node(kind),
                "verbs": ["create"],
            ]
        }
    }

    static let groups = ["authentication.k8s.io", "authorization.k8s.io"]
}
