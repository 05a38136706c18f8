package import Schema
import YAML

/// When and how often a failed request is tried again.
package struct HTTPRetry: Message {
    package static let schema = Schema(HTTPRetry(), "When and how often a failed request is tried again.")

    package init() {}

    package let attempts = Field<Int32>("Retries at most; 0 turns retries off.")
    package let perTryTimeout = Field<Duration>(
        "Time for each try, at least 1ms; the route's timeout if absent.", .minimumMilliseconds(1))
    package let retryOn = Field<String>(
        "Conditions for another try: Envoy's policies and HTTP status codes, separated by commas.",
        .since("1.1"))
    package let retryRemoteLocalities = Field<BoolValue>(
        "Whether retries may go to other localities.", .since("1.6"))
    package let retryIgnorePreviousHosts = Field<BoolValue>(
        "Whether retries avoid the hosts tried before.", .since("1.26"), default: true)
    package let backoff = Field<Duration>(
        "Least time between two tries, at least 1ms.", .minimumMilliseconds(1), .since("1.26"))
}
