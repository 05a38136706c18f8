import Kubernetes
import YAML

/// What a webhook said about an operation.
struct WebhookAnswer: Sendable {
    let isAllowed: Bool
    let message: String
    let reason: String
    let code: Int?
    /// A JSON patch; nil when nothing is to be changed.
    let patch: Node?
    let warnings: [String]

    /// Why a body is no answer to a review.
    struct Problem: Error {
        let text: String
    }

    /// Reads an AdmissionReview with a response to the request `uid`.
    init(_ review: Node, to uid: String, version: String) throws(Problem) {
        // Webhooks of v1beta1's time, such as that of Istio 0.7, do not say what they answer with.
        let isUnnamed = version == "v1beta1" && review["kind"] == nil && review["apiVersion"] == nil
        guard
            isUnnamed
                || review["kind"]?.string == "AdmissionReview"
                    && review["apiVersion"]?.string == "admission.k8s.io/\(version)"
        else { throw Problem(text: "expected an AdmissionReview of admission.k8s.io/\(version)") }
        guard let response = review["response"], response.map != nil else {
            throw Problem(text: "the review has no response")
        }
        // Version v1beta1 does not ask for the uid.
        guard response["uid"]?.string == uid || version == "v1beta1" else {
            throw Problem(text: "expected response.uid \"\(uid)\"")
        }
        guard let isAllowed = response["allowed"]?.bool else {
            throw Problem(text: "response.allowed is not a boolean")
        }
        self.isAllowed = isAllowed
        message = response["status"]?["message"]?.string ?? ""
        reason = response["status"]?["reason"]?.string ?? ""
        code = (response["status"]?["code"]?.int).map { Int(clamping: $0) }
        warnings = (response["warnings"]?.list ?? []).compactMap(\.string)
        patch = try Self.patch(response, version)
    }

    private static func patch(_ response: Node, _ version: String) throws(Problem) -> Node? {
        guard let text = response["patch"]?.string, !text.isEmpty else { return nil }
        guard (response["patchType"]?.string ?? (version == "v1beta1" ? "JSONPatch" : "")) == "JSONPatch"
        else {
            throw Problem(text: "response.patchType is not JSONPatch")
        }
        guard let bytes = Base64.decode(text), let patch = try? JSONReader.node(bytes), patch.list != nil
        else {
            throw Problem(text: "response.patch is not a JSON patch in base64")
        }
        return patch
    }
}
