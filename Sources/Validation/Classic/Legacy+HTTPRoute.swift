import IstioAPI
import Schema

private typealias Route = Legacy.VirtualService.HTTPRoute

extension Report {
    /// One HTTP route of a VirtualService, in the order of 0.7.1.
    mutating func checkRoute(_ route: Object<Legacy.VirtualService.HTTPRoute>) {
        checkConflicts(route)
        for header in route.appendHeaders {
            checkHeaderName(header.key, at: .key(header.key, header.node.keyMark))
        }
        checkCors(route.corsPolicy)
        if route.fault.isPresent { checkFault(route.fault) }
        for match in route.match { checkMatch(match) }
        if route.mirror.isPresent { checkDestination(route.mirror) }
        checkRedirect(route)
        checkRetries(route.retries)
        for weighted in route.route { checkWeighted(weighted) }
        if route.has(\.timeout) { checkDuration(route.node(\.timeout), at: route.place(\.timeout)) }
    }

    private mutating func checkConflicts(_ route: Object<Route>) {
        guard route.redirect.isPresent else {
            if route.route.isEmpty {
                error(.missingField, "HTTP route or redirect is required", at: route.place(\.route))
            }
            return
        }
        let place = route.place(\.redirect)
        if !route.route.isEmpty {
            error(.exclusiveFields, "HTTP route cannot contain both route and redirect", at: place)
        }
        if route.has(\.fault) {
            error(.exclusiveFields, "HTTP route cannot contain both fault and redirect", at: place)
        }
        if route.has(\.rewrite) {
            error(.exclusiveFields, "HTTP route rule cannot contain both rewrite and redirect", at: place)
        }
        if route.websocketUpgrade {
            error(
                .exclusiveFields, "WebSocket upgrade is not allowed on redirect rules",
                at: route.place(\.websocketUpgrade))
        }
    }

    private mutating func checkCors(_ policy: Object<Legacy.VirtualService.CorsPolicy>) {
        guard policy.isPresent else { return }
        for (name, mark) in policy.each(\.allowMethods) { checkMethod(name, at: .value(mark)) }
        for (name, mark) in policy.each(\.allowHeaders) { checkHeaderName(name, at: .value(mark)) }
        for (name, mark) in policy.each(\.exposeHeaders) { checkHeaderName(name, at: .value(mark)) }
        checkMaxAge(policy.node(\.maxAge), at: policy.place(\.maxAge))
    }

    private mutating func checkMatch(_ match: Object<Legacy.VirtualService.HTTPMatchRequest>) {
        for header in match.headers { checkHeaderName(header.key, at: .key(header.key, header.node.keyMark)) }
        if match.port.isPresent {
            error(.notImplemented, "HTTP match port has not been implemented", at: match.place(\.port))
        }
        checkLabels(match.sourceLabels)
    }

    private mutating func checkRedirect(_ route: Object<Route>) {
        let (redirect, rewrite) = (route.redirect, route.rewrite)
        if redirect.isPresent, redirect.uri.isEmpty, redirect.authority.isEmpty {
            error(.emptyValue, "redirect must specify URI, authority, or both", at: redirect.place)
        }
        if rewrite.isPresent, rewrite.uri.isEmpty, rewrite.authority.isEmpty {
            error(.emptyValue, "rewrite must specify URI, authority, or both", at: rewrite.place)
        }
    }

    private mutating func checkRetries(_ retries: Object<Legacy.VirtualService.HTTPRetry>) {
        guard retries.isPresent else { return }
        if retries.attempts <= 0 {
            error(.outOfRange, "attempts must be positive", at: retries.place(\.attempts))
        }
        if retries.has(\.perTryTimeout) {
            checkDuration(retries.node(\.perTryTimeout), at: retries.place(\.perTryTimeout))
        }
    }

    /// The weights of a VirtualService need not add up: 0.7.1 checks each by itself.
    private mutating func checkWeighted(_ weighted: Object<Legacy.VirtualService.DestinationWeight>) {
        if weighted.destination.isPresent {
            checkDestination(weighted.destination)
        } else {
            error(.missingField, "destination is required", at: weighted.place(\.destination))
        }
        checkPercent(weighted.weight, at: weighted.place(\.weight))
    }

    private mutating func checkDestination(_ destination: Object<Legacy.VirtualService.Destination>) {
        checkHost(destination.name, at: destination.place(\.name))
        if !destination.subset.isEmpty {
            checkSubset(destination.subset, at: destination.place(\.subset))
        }
        if destination.port.isPresent { checkPortSelector(destination.port) }
    }
}
