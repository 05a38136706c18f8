import Kubernetes
import YAML

/// A question of an API server about an object, and the answer to it; of `admission.k8s.io/v1` or `v1beta1`,
/// which differ for webhooks in their names only.
struct AdmissionReview {
    private static let versions = ["admission.k8s.io/v1", "admission.k8s.io/v1beta1"]

    let apiVersion: String
    let uid: String
    let namespace: String
    /// What is to be created; nil when the request has no object.
    let object: Node?

    /// Why a body is no review.
    struct Malformed: Error {
        let message: String
    }

    /// Reads JSON, and YAML as Kubernetes' own readers do.
    init(_ body: [UInt8]) throws(Malformed) {
        try self.init(Self.node(body))
    }

    private init(_ root: Node) throws(Malformed) {
        guard root.map != nil else {
            throw Malformed(message: "expected an AdmissionReview, found \(root.kindName)")
        }
        let kind = root["kind"]?.string ?? ""
        let version = root["apiVersion"]?.string ?? ""
        guard kind == "AdmissionReview", Self.versions.contains(version) else {
            let found = kind.isEmpty ? "an object without a kind" : "\(kind) of \"\(version)\""
            throw Malformed(
                message: "expected an AdmissionReview of \(Self.versions.joined(separator: " or ")), found "
                    + found)
        }
        guard let request = root["request"], request.map != nil else {
            throw Malformed(message: "the AdmissionReview has no request")
        }
        apiVersion = version
        uid = request["uid"]?.string ?? ""
        namespace = request["namespace"]?.string ?? ""
        object = request["object"]
    }

    /// Whether a body says that it is a review, of whatever version.
    static func isReview(_ body: [UInt8]) -> Bool {
        (try? node(body))?["kind"]?.string == "AdmissionReview"
    }

    private static func node(_ body: [UInt8]) throws(Malformed) -> Node {
        let isJSON = body.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
        if isJSON, let node = try? JSONReader.node(body) { return node }
        let source = Source(name: "body", text: body)
        let document = isJSON ? JSONReader.document(source) : YAMLReader.documents(in: source).first
        if let problem = document?.problems.first(where: { $0.severity == .error }) {
            let place = problem.position.map { " in line \($0.mark.line), column \($0.mark.column)" } ?? ""
            throw Malformed(message: "the body is no AdmissionReview: \(problem.message)\(place)")
        }
        return document?.root ?? .null
    }

    // MARK: Answers

    /// The answer's body. `type` names the version for those who ask for it.
    static func answer(uid: String, type apiVersion: String?, _ verdict: Verdict) -> [UInt8] {
        var response: Node = ["uid": Node(uid), "allowed": Node(verdict.isAllowed)]
        switch verdict {
        case .refused(let message): response.set("status", ["metadata": .emptyMap, "message": Node(message)])
        case .allowed(let patch?):
            response.set("patch", Node(Base64.encode(JSONWriter.bytes(patch))))
            response.set("patchType", "JSONPatch")
        case .allowed(nil): break
        }
        var review = Node.emptyMap
        if let apiVersion {
            review.set("kind", "AdmissionReview")
            review.set("apiVersion", Node(apiVersion))
        }
        review.set("response", response)
        return JSONWriter.bytes(review)
    }

    enum Verdict {
        case allowed(patch: Node?)
        case refused(message: String)

        var isAllowed: Bool { if case .allowed = self { true } else { false } }
    }
}
