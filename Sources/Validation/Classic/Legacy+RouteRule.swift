package import IstioAPI
import Schema

extension Legacy.RouteRule: Validated {
    package static let checks: [Check<Legacy.RouteRule>] = [
        .init("destination", checkDestination), .init("match", checkMatch), .init("rewrite", checkRewrite),
        .init("redirect", checkRedirect), .init("route", checkRoute), .init("mirror", checkMirror),
        .init("append-headers", checkAppendHeaders), .init("cors-policy", checkCorsPolicy),
        .init("timeout", checkTimeout),
        .init("retries", checkRetries), .init("http-fault", checkHttpFault), .init("l4-fault", checkL4Fault),
    ]
}

private func checkDestination(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    let destination = rule.destination
    guard destination.isPresent else {
        return report.error(
            .missingField, "route rule must have a destination service", at: rule.place(\.destination),
            hint: "name the service, such as `destination: {name: reviews}`")
    }
    report.checkReference(destination)
    if !destination.labels.isEmpty {
        report.error(
            .exclusiveFields, "route rule destination labels must be empty", at: destination.place(\.labels),
            hint: "labels belong into the items of `route`")
    }
}

private func checkMatch(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    let match = rule.match
    if match.isPresent { report.checkMatch(match) }
}

private func checkRewrite(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    let rewrite = rule.rewrite
    guard rewrite.isPresent, rewrite.uri.isEmpty, rewrite.authority.isEmpty else { return }
    report.error(.emptyValue, "rewrite must specify path, host, or both", at: rewrite.place)
}

private func checkRedirect(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    let redirect = rule.redirect
    guard redirect.isPresent else { return }
    if !rule.route.isEmpty {
        report.error(.exclusiveFields, "rule cannot contain both route and redirect", at: redirect.place)
    }
    if rule.has(\.httpFault) {
        report.error(.exclusiveFields, "rule cannot contain both fault and redirect", at: redirect.place)
    }
    if redirect.uri.isEmpty, redirect.authority.isEmpty {
        report.error(.emptyValue, "redirect must specify path, host, or both", at: redirect.place)
    }
    if rule.websocketUpgrade {
        report.error(
            .exclusiveFields, "WebSocket upgrade is not allowed on redirect rules",
            at: rule.place(\.websocketUpgrade))
    }
    if rule.has(\.rewrite) {
        report.error(.exclusiveFields, "rule cannot contain both rewrite and redirect", at: redirect.place)
    }
}

/// The versions share one hundred per cent. A single one without a weight gets it all.
private func checkRoute(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    guard rule.has(\.route) else { return }
    let routes = rule.route
    var total = 0
    for route in routes {
        report.checkLabels(route.labels)
        let weight = route.weight
        report.checkPercent(weight, "weight invalid: ", at: route.place(\.weight))
        total &+= weight
    }
    if total == 100 || (total == 0 && routes.count == 1) { return }
    report.error(
        .invalidWeights, "route weights total \(total) (must total 100)", at: rule.place(\.route))
}

private func checkMirror(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    let mirror = rule.mirror
    if mirror.isPresent { report.checkReference(mirror) }
}

private func checkAppendHeaders(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    for header in rule.appendHeaders {
        report.checkHeaderName(header.key, at: .key(header.key, header.node.keyMark))
        if header.value.isEmpty {
            report.error(
                .emptyValue, "appended header \(header.key.quoted) must have a non-empty value",
                at: .value(header.node.value.mark))
        }
    }
}

private func checkCorsPolicy(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    let policy = rule.corsPolicy
    guard policy.isPresent else { return }
    report.checkMaxAge(policy.node(\.maxAge), at: policy.place(\.maxAge))
    for (name, mark) in policy.each(\.allowHeaders) { report.checkHeaderName(name, at: .value(mark)) }
    for (name, mark) in policy.each(\.exposeHeaders) { report.checkHeaderName(name, at: .value(mark)) }
    for (name, mark) in policy.each(\.allowMethods) { report.checkMethod(name, at: .value(mark)) }
}

private func checkTimeout(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    report.checkAny(rule.httpReqTimeout.node(\.custom), at: rule.httpReqTimeout.place(\.custom))
    let policy = rule.httpReqTimeout.simpleTimeout
    guard policy.isPresent else { return }
    report.checkDuration(policy.node(\.timeout), "httpTimeout invalid: ", at: policy.place(\.timeout))
}

private func checkRetries(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    report.checkAny(rule.httpReqRetries.node(\.custom), at: rule.httpReqRetries.place(\.custom))
    let policy = rule.httpReqRetries.simpleRetry
    guard policy.isPresent else { return }
    if policy.attempts < 0 {
        report.error(.outOfRange, "attempts must be in range [0..]", at: policy.place(\.attempts))
    }
    report.checkDuration(
        policy.node(\.perTryTimeout), "perTryTimeout invalid: ", at: policy.place(\.perTryTimeout))
}

private func checkHttpFault(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    let fault = rule.httpFault
    if fault.isPresent { report.checkFault(fault) }
}

private func checkL4Fault(_ rule: Object<Legacy.RouteRule>, _ report: inout Report) {
    let fault = rule.l4Fault
    if fault.isPresent { report.checkFault(fault) }
}
