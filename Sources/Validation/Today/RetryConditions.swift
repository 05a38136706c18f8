import Diagnostics
import Schema

extension Report {
    /// One of Envoy's policies, or an HTTP status.
    mutating func retryCondition(_ text: String, at place: Place) {
        let condition = text
        if retryConditions.contains(condition) || Int(condition).map(httpStatuses.contains) == true { return }
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

/// The registered statuses of HTTP.
private let httpStatuses: Set<Int> = [
    100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307,
    308,
    400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422,
    423,
    424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
]
