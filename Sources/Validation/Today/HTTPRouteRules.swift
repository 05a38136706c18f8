import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    mutating func httpRoute(_ route: Object<HTTPRoute>, of service: Object<VirtualService>) {
        if service.isDelegate, route.has(\.delegate) {
            error(
                .exclusiveFields, "delegate HTTP route cannot contain delegate", at: route.place(\.delegate))
        }
        if !service.isDelegate, route.has(\.delegate) { rootRoute(route) } else { action(route) }
        for match in route.match { httpMatch(match, of: service) }
        mirrors(route)
        headers(route.headers)
        authority(of: route)
        if route.has(\.redirect) { redirect(route.redirect) }
        if route.has(\.directResponse) { directResponse(route.directResponse) }
        if route.has(\.rewrite) { rewrite(route.rewrite) }
        if route.has(\.fault) { fault(route.fault) }
        duration(route, \.timeout)
        if route.has(\.corsPolicy) { cors(route.corsPolicy) }
        if route.has(\.retries) { retries(route.retries) }
        for target in route.route {
            destination(target.destination)
            headers(target.headers)
        }
        weights(route.route.map { ($0.weight, $0.place(\.weight)) })
    }

    /// Several destinations need a share to go by.
    mutating func weights(_ weights: [(weight: Int, place: Place)]) {
        for (weight, place) in weights where weight < 0 {
            error(.invalidWeights, "weight \(weight) < 0", at: place)
        }
        if weights.count > 1, weights.allSatisfy({ $0.weight == 0 }), let first = weights.first {
            error(
                .invalidWeights, "total destination weight = 0", at: first.place,
                hint: "give each destination its share as `weight`")
        }
    }

    /// A route that leads to a delegate does nothing itself.
    private mutating func rootRoute(_ route: Object<HTTPRoute>) {
        if !route.route.isEmpty {
            error(
                .exclusiveFields, "root HTTP route \(route.name) must not specify route",
                at: route.place(\.route))
        }
        if route.has(\.redirect) {
            error(
                .exclusiveFields, "root HTTP route \(route.name) must not specify redirect",
                at: route.place(\.redirect))
        }
    }

    /// One of three things becomes of a request, and what they exclude is absent.
    private mutating func action(_ route: Object<HTTPRoute>) {
        let names = [
            route.route.isEmpty ? nil : "route", route.has(\.redirect) ? "redirect" : nil,
            route.has(\.directResponse) ? "direct_response" : nil,
        ].compactMap { $0 }
        guard let first = names.first else {
            return error(
                .missingField, "HTTP route, redirect or direct_response is required", at: route.place)
        }
        if names.count > 1 {
            error(
                .exclusiveFields, "HTTP route cannot contain both \(first) and \(names[1])", at: route.place)
        }
        guard first != "route" else { return }
        if route.has(\.fault) {
            error(
                .exclusiveFields, "HTTP route cannot contain both fault and \(first)",
                at: route.place(\.fault))
        }
        if route.has(\.rewrite) {
            error(
                .exclusiveFields, "HTTP route rule cannot contain both rewrite and \(first)",
                at: route.place(\.rewrite))
        }
    }
}
