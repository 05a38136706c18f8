import YAML

/// Answers what API servers ask a mutating webhook about pods, without the network between them.
package struct InjectionWebhook: Sendable {
    private let injection: any PodInjection

    package init(_ injection: any PodInjection) { self.injection = injection }

    /// A request to the webhook.
    package struct Call: Sendable {
        package var path: String
        package var contentType: String
        package var body: [UInt8]

        /// `path` is without query and percent signs.
        package init(path: String, contentType: String, body: [UInt8]) {
            self.path = path
            self.contentType = contentType
            self.body = body
        }
    }

    /// What is sent back, and what happened.
    package struct Answer: Sendable {
        /// Of HTTP.
        package let status: Int
        package let contentType: String
        package let body: [UInt8]
        package let outcome: Outcome
    }

    package enum Outcome: Sendable, Equatable {
        case injected(pod: String)
        case skipped(pod: String, InjectionDecision.Reason)
        /// The answer says that there must be no such pod, and why.
        case failed(pod: String?, message: String)
        /// Not a review at all.
        case refused(message: String)
    }

    /// The answer for a path of injection; nil for any other.
    package func answer(_ call: Call) -> Answer? {
        guard let path = InjectionPath(call.path) else { return nil }
        guard !call.body.isEmpty else { return .plain(400, "no body found") }
        guard call.contentType == "application/json" else {
            return .plain(415, "invalid Content-Type, want `application/json`")
        }
        return answer(call.body, environment: path.environment)
    }

    /// Whether a body is a review, and no manifest.
    package static func isReview(_ body: [UInt8]) -> Bool { AdmissionReview.isReview(body) }

    /// The answer to the body of a review; what is none is answered with the reason.
    package func answer(_ body: [UInt8], environment: [String: String] = [:]) -> Answer {
        let review: AdmissionReview
        do {
            review = try AdmissionReview(body)
        } catch {
            return Answer(uid: "", type: nil, .refused(message: error.message), pod: nil)
        }
        let type = injection.namesAnswers ? review.apiVersion : nil
        guard let object = review.object, !object.isNull else {
            return Answer(
                uid: review.uid, type: type, .refused(message: "unexpected end of JSON input"), pod: nil)
        }
        guard object.map != nil else {
            return Answer(
                uid: review.uid, type: type, .refused(message: Self.noPod(object)), pod: nil)
        }
        let name = Self.name(of: object, review.namespace)
        do {
            switch try injection.review(
                object, namespace: review.namespace, environment: environment)
            {
            case .injected(let patch):
                return Answer(uid: review.uid, type: type, .allowed(patch: patch), pod: name)
            case .skipped(let reason):
                return Answer(
                    uid: review.uid, type: type, .allowed(patch: nil), .skipped(pod: name, reason))
            }
        } catch {
            return Answer(uid: review.uid, type: type, .refused(message: error.message), pod: name)
        }
    }

    /// What Go says of a value that it cannot read as a pod.
    private static func noPod(_ object: Node) -> String {
        let kind =
            switch object.content {
            case .list: "array"
            case .string: "string"
            case .bool: "bool"
            default: "number"
            }
        return "json: cannot unmarshal \(kind) into Go value of type v1.Pod"
    }

    /// `NAMESPACE/NAME`, with three stars for what the server will add to a name.
    private static func name(of pod: Node, _ namespace: String) -> String {
        let metadata = pod["metadata"] ?? .emptyMap
        let name = metadata["name"]?.string ?? ""
        let shown = name.isEmpty ? (metadata["generateName"]?.string ?? "") + "***" : name
        let own = metadata["namespace"]?.string ?? ""
        return "\(own.isEmpty ? namespace : own)/\(shown)"
    }
}

extension InjectionWebhook.Answer {
    fileprivate init(
        uid: String, type: String?, _ verdict: AdmissionReview.Verdict,
        _ outcome: InjectionWebhook.Outcome
    ) {
        status = 200
        contentType = "application/json"
        body = AdmissionReview.answer(uid: uid, type: type, verdict)
        self.outcome = outcome
    }

    fileprivate init(uid: String, type: String?, _ verdict: AdmissionReview.Verdict, pod: String?) {
        let outcome: InjectionWebhook.Outcome =
            switch verdict {
            case .allowed: .injected(pod: pod ?? "")
            case .refused(let message): .failed(pod: pod, message: message)
            }
        self.init(uid: uid, type: type, verdict, outcome)
    }

    fileprivate static func plain(_ status: Int, _ message: String) -> Self {
        Self(
            status: status, contentType: "text/plain; charset=utf-8", body: Array((message + "\n").utf8),
            outcome: .refused(message: message))
    }
}
