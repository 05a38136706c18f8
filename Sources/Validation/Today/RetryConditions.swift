import Diagnostics
import Schema

extension Report {
    /// One of Envoy's policies, or an HTTP status.
    mutating func retryCondition(_ text: String, at place: Place) {
        let condition = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        if retryConditions.contains(condition) || Int(condition).map((100...599).contains) == true { return }
        error(
            .unknownValue, "\"\(condition.escapingControls)\" is not a valid retryOn policy", at: place,
            hint: Suggestion.nearest(to: condition, among: retryConditions).map { "did you mean `\($0)`?" })
    }
}

/// What Envoy's `x-envoy-retry-on` and `x-envoy-retry-grpc-on` accept.
private let retryConditions = [
    "5xx", "cancelled", "connect-failure", "deadline-exceeded", "envoy-ratelimited", "gateway-error",
    "http3-post-connect-failure", "internal", "refused-stream", "reset", "reset-before-request",
    "resource-exhausted", "retriable-4xx", "retriable-headers", "retriable-status-codes", "unavailable",
]
