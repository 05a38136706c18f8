/// What a webhook has done since its start, for Prometheus; the names are those of Istio 1.30's injector.
package struct InjectionMetrics: Sendable {
    /// Upper bounds of the times that are counted, in seconds.
    private static let bounds = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 3, 10, 30]

    private var requests = 0
    private var successes = 0
    private var failures = 0
    private var skips = 0
    private var reloads = 0
    private var failedReloads = 0
    private var seconds = 0.0
    /// Requests within each bound, and those above all.
    private var times = [Int](repeating: 0, count: bounds.count + 1)

    package init() {}

    package mutating func count(_ outcome: InjectionWebhook.Outcome, seconds: Double) {
        requests += 1
        self.seconds += seconds
        times[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
        switch outcome {
        case .injected: successes += 1
        case .skipped: (successes, skips) = (successes + 1, skips + 1)
        case .failed, .refused: failures += 1
        }
    }

    /// A reading of changed files, which may have kept the old content.
    package mutating func countReload(isGood: Bool) {
        if isGood { reloads += 1 } else { failedReloads += 1 }
    }

    /// In Prometheus' text format 0.0.4.
    package var text: String {
        let counters = [
            ("sidecar_injection_requests_total", "Total number of sidecar injection requests.", requests),
            ("sidecar_injection_success_total", "Total number of answered injection requests.", successes),
            ("sidecar_injection_failure_total", "Total number of failed injection requests.", failures),
            ("sidecar_injection_skip_total", "Total number of pods that were left as they are.", skips),
            ("injector_reloads_total", "Total number of times that changed files were read.", reloads),
            (
                "injector_reload_failures_total", "Total number of times that changed files were broken.",
                failedReloads
            ),
        ]
        return counters.map { "# HELP \($0.0) \($0.1)\n# TYPE \($0.0) counter\n\($0.0) \($0.2)\n" }.joined()
            + histogram
    }

    private var histogram: String {
        let name = "sidecar_injection_time_seconds"
        var text = "# HELP \(name) Time taken by injection requests in seconds.\n# TYPE \(name) histogram\n"
        var sum = 0
        for (bound, count) in zip(Self.bounds, times) {
            sum += count
            text += "\(name)_bucket{le=\"\(bound)\"} \(sum)\n"
        }
        text += "\(name)_bucket{le=\"+Inf\"} \(requests)\n"
        return text + "\(name)_sum \(seconds)\n\(name)_count \(requests)\n"
    }
}
