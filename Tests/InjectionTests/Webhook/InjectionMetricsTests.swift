import Testing

@testable import Injection

@Suite struct InjectionMetricsTests {
    @Test func everyRequestCountsOnce() {
        var metrics = InjectionMetrics()
        metrics.count(.injected(pod: "a/b"), seconds: 0.0015)
        metrics.count(.skipped(pod: "a/b", .hostNetwork), seconds: 0.5)
        metrics.count(.failed(pod: nil, message: "m"), seconds: 60)
        metrics.countReload(isGood: false)
        let text = metrics.text
        for line in [
            "sidecar_injection_requests_total 3", "sidecar_injection_success_total 2",
            "sidecar_injection_failure_total 1", "sidecar_injection_skip_total 1",
            "injector_reload_failures_total 1", "sidecar_injection_time_seconds_bucket{le=\"0.001\"} 0",
            "sidecar_injection_time_seconds_bucket{le=\"0.002\"} 1",
            "sidecar_injection_time_seconds_bucket{le=\"1.0\"} 2",
            "sidecar_injection_time_seconds_bucket{le=\"+Inf\"} 3", "sidecar_injection_time_seconds_count 3",
        ] {
            #expect(text.contains(line + "\n"), "\(line)")
        }
    }
}
