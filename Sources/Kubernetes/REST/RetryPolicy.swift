/// When and how long to wait before a request is sent again.
package struct RetryPolicy: Sendable {
    /// Tries after the first when the server says when to come back.
    package var limit = 10
    /// Tries after the first of a reading request, when the server does not say.
    package var unaskedLimit = 3
    /// The first wait; each further one is twice as long.
    package var firstWait = Duration.milliseconds(200)
    package var longestWait = Duration.seconds(30)

    package static let standard = RetryPolicy()

    package init() {}

    /// The wait before try number `attempt` + 1; nil to give up. The first try is number 0.
    func wait(after failure: Failure, _ method: HTTPRequest.Method, attempt: Int) -> Duration? {
        switch failure {
        case .status(let code, let retryAfter):
            guard code == 429 || (500...599).contains(code) else { return nil }
            if let retryAfter {
                guard attempt < limit, .seconds(retryAfter) <= longestWait else { return nil }
                return retryAfter == 0 ? backoff(attempt) : jittered(.seconds(retryAfter), by: 1.1)
            }
            guard code != 501, code != 505 else { return nil }
        case .connectionLost: break
        }
        return method.isRepeatable && attempt < unaskedLimit ? backoff(attempt) : nil
    }

    enum Failure {
        case status(Int, retryAfter: Int?)
        /// The connection ended before the answer began.
        case connectionLost
    }

    private func backoff(_ attempt: Int) -> Duration {
        min(jittered(firstWait * (1 << min(attempt, 16)), by: 1.5), longestWait)
    }

    private func jittered(_ wait: Duration, by factor: Double) -> Duration {
        wait * Double.random(in: 1...factor)
    }
}
