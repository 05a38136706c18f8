package import IstioAPI
import Schema

extension Legacy.DestinationRule: Validated {
    package static let checks: [Check<Legacy.DestinationRule>] = [
        .init("name", checkName), .init("traffic-policy", checkTrafficPolicy), .init("subsets", checkSubsets),
    ]
}

private typealias Rule = Legacy.DestinationRule

private func checkName(_ rule: Object<Legacy.DestinationRule>, _ report: inout Report) {
    report.checkHost(rule.name, at: rule.place(\.name))
}

private func checkTrafficPolicy(_ rule: Object<Legacy.DestinationRule>, _ report: inout Report) {
    policy(rule.trafficPolicy, &report)
}

private func checkSubsets(_ rule: Object<Legacy.DestinationRule>, _ report: inout Report) {
    for subset in rule.subsets {
        report.checkSubset(subset.name, at: subset.place(\.name))
        report.checkLabels(subset.labels)
        policy(subset.trafficPolicy, &report)
    }
}

private func policy(_ policy: Object<Rule.TrafficPolicy>, _ report: inout Report) {
    guard policy.isPresent else { return }
    let hasFields =
        policy.has(\.outlierDetection) || policy.has(\.connectionPool) || policy.has(\.loadBalancer)
        || policy.has(\.tls)
    if !hasFields {
        report.error(.emptyValue, "traffic policy must have at least one field", at: policy.place)
    }
    outliers(policy.outlierDetection, &report)
    pool(policy.connectionPool, &report)
    tls(policy.tls, &report)
}

private func outliers(_ detection: Object<Rule.OutlierDetection>, _ report: inout Report) {
    guard detection.isPresent else { return }
    guard detection.has(\.http) else {
        return report.error(
            .emptyValue, "outlier detection must have at least one field", at: detection.place,
            hint: "give it `http`")
    }
    let http = detection.http
    if http.has(\.baseEjectionTime) {
        report.checkDuration(http.node(\.baseEjectionTime), at: http.place(\.baseEjectionTime))
    }
    if http.consecutiveErrors < 0 {
        report.error(
            .outOfRange, "outlier detection consecutive errors cannot be negative",
            at: http.place(\.consecutiveErrors))
    }
    if http.has(\.interval) { report.checkDuration(http.node(\.interval), at: http.place(\.interval)) }
    report.checkPercent(http.maxEjectionPercent, at: http.place(\.maxEjectionPercent))
}

private func pool(_ pool: Object<Rule.ConnectionPoolSettings>, _ report: inout Report) {
    guard pool.isPresent else { return }
    if !pool.has(\.http), !pool.has(\.tcp) {
        report.error(
            .emptyValue, "connection pool must have at least one field", at: pool.place,
            hint: "give it `http`, `tcp` or both")
    }
    let (http, tcp) = (pool.http, pool.tcp)
    let counts = [
        ("http1 max pending requests", http.http1MaxPendingRequests, http.place(\.http1MaxPendingRequests)),
        ("http2 max requests", http.http2MaxRequests, http.place(\.http2MaxRequests)),
        (
            "max requests per connection", http.maxRequestsPerConnection,
            http.place(\.maxRequestsPerConnection)
        ),
        ("max retries", http.maxRetries, http.place(\.maxRetries)),
        ("max connections", tcp.maxConnections, tcp.place(\.maxConnections)),
    ]
    for (what, count, place) in counts where count < 0 {
        report.error(.outOfRange, "\(what) must be non-negative", at: place)
    }
    if tcp.has(\.connectTimeout) {
        report.checkDuration(tcp.node(\.connectTimeout), at: tcp.place(\.connectTimeout))
    }
}

private func tls(_ settings: Object<Rule.TLSSettings>, _ report: inout Report) {
    guard settings.isPresent, settings.mode == .mutual else { return }
    if settings.clientCertificate.isEmpty {
        report.error(
            .missingField, "client certificate required for mutual tls",
            at: settings.place(\.clientCertificate))
    }
    if settings.privateKey.isEmpty {
        report.error(.missingField, "private key required for mutual tls", at: settings.place(\.privateKey))
    }
}
