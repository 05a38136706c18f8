package import IstioAPI
import Schema

extension Legacy.DestinationPolicy: Validated {
    package static let checks: [Check<Legacy.DestinationPolicy>] = [
        .init("destination", checkDestination), .init("source", checkSource),
        .init("load-balancing", checkLoadBalancing),
        .init("circuit-breaker", checkCircuitBreaker),
    ]
}

private typealias Breaker = Legacy.DestinationPolicy.CircuitBreaker.SimplePolicy

private func checkDestination(_ policy: Object<Legacy.DestinationPolicy>, _ report: inout Report) {
    guard policy.destination.isPresent else {
        return report.error(
            .missingField, "destination is required in the destination policy",
            at: policy.place(\.destination),
            hint: "name the service, such as `destination: {name: reviews}`")
    }
    report.checkReference(policy.destination)
}

private func checkSource(_ policy: Object<Legacy.DestinationPolicy>, _ report: inout Report) {
    report.checkAny(policy.node(\.custom), at: policy.place(\.custom))
    if policy.source.isPresent { report.checkReference(policy.source) }
}

private func checkLoadBalancing(_ policy: Object<Legacy.DestinationPolicy>, _ report: inout Report) {
    let balancing = policy.loadBalancing
    report.checkAny(balancing.node(\.custom), at: balancing.place(\.custom))
    guard balancing.isPresent, !balancing.has(\.name), !balancing.has(\.custom) else { return }
    report.error(
        .emptyValue, "must set load balancing if specified", at: balancing.place,
        hint: "give it a `name`, such as ROUND_ROBIN")
}

private func checkCircuitBreaker(_ policy: Object<Legacy.DestinationPolicy>, _ report: inout Report) {
    report.checkAny(policy.circuitBreaker.node(\.custom), at: policy.circuitBreaker.place(\.custom))
    let breaker = policy.circuitBreaker.simpleCb
    guard breaker.isPresent else { return }
    counts(breaker, &report)
    if let problem = DurationProblem.of(breaker.node(\.sleepWindow)) {
        report.error(
            .invalidDuration, "circuitBreaker sleepWindow must be in range [0..]: \(problem.message)",
            at: breaker.place(\.sleepWindow))
    }
    if let problem = DurationProblem.of(breaker.node(\.httpDetectionInterval)) {
        report.error(
            .invalidDuration,
            "circuitBreaker httpDetectionInterval must be in range [0..]: \(problem.message)",
            at: breaker.place(\.httpDetectionInterval))
    }
    report.checkPercent(
        breaker.node(\.httpMaxEjectionPercent).map(Int32.read) ?? 0,
        "circuitBreaker httpMaxEjectionPercent invalid: ", at: breaker.place(\.httpMaxEjectionPercent))
}

/// None of the numbers is negative. The first message really lacks its "er".
private func counts(_ breaker: Object<Breaker>, _ report: inout Report) {
    if breaker.maxConnections < 0 {
        report.error(
            .outOfRange, "circuitBreak maxConnections must be in range [0..]",
            at: breaker.place(\.maxConnections))
    }
    if breaker.httpMaxPendingRequests < 0 {
        report.error(
            .outOfRange, "circuitBreaker maxPendingRequests must be in range [0..]",
            at: breaker.place(\.httpMaxPendingRequests))
    }
    if breaker.httpMaxRequests < 0 {
        report.error(
            .outOfRange, "circuitBreaker maxRequests must be in range [0..]",
            at: breaker.place(\.httpMaxRequests))
    }
    if breaker.httpConsecutiveErrors < 0 {
        report.error(
            .outOfRange, "circuitBreaker httpConsecutiveErrors must be in range [0..]",
            at: breaker.place(\.httpConsecutiveErrors))
    }
    if breaker.httpMaxRequestsPerConnection < 0 {
        report.error(
            .outOfRange, "circuitBreaker httpMaxRequestsPerConnection must be in range [0..]",
            at: breaker.place(\.httpMaxRequestsPerConnection))
    }
}
