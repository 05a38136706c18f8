import Schema

extension APIFailure {
    /// A webhook said no. The code is its own, but never one of success.
    static func denied(by webhook: Webhook, _ answer: WebhookAnswer) -> APIFailure {
        let head = "admission webhook \"\(webhook.name)\" denied the request"
        let message =
            !answer.message.isEmpty
            ? "\(head): \(answer.message)"
            : !answer.reason.isEmpty ? "\(head): \(answer.reason)" : "\(head) without explanation"
        return APIFailure(max(answer.code ?? 400, 400), answer.reason, message)
    }

    /// A webhook could not be asked, and its requests may not pass unseen.
    static func unasked(_ webhook: Webhook, _ why: String) -> APIFailure {
        APIFailure(
            500, "InternalError",
            "Internal error occurred: failed calling webhook \"\(webhook.name)\": failed to call webhook: \(why)"
        )
    }
}
