import IstioAPI
import Schema
import Validation
import YAML

/// Routes requests in the mesh by virtual services and destination rules as Istio 1.30 does: the first route
/// that matches counts, and without a virtual service the service itself is called.
struct TodayRouting {
    private typealias Service = (namespace: String, spec: Object<VirtualService>)
    private let services: [(namespace: String, spec: Object<VirtualService>)]
    private let rules: [(namespace: String, spec: Object<DestinationRule>)]

    init(_ objects: [Node]) {
        func all<M: Resource>(_ type: M.Type) -> [(String, Object<M>)] {
            objects.filter {
                $0["kind"]?.string == M.kind.name && $0["apiVersion"]?.string == M.kind.apiVersion()
            }
            .map { ($0[["metadata", "namespace"]]?.string ?? "default", Object<M>($0["spec"])) }
        }
        services = all(VirtualService.self)
        rules = all(DestinationRule.self)
    }

    func answer(_ request: Request) -> Answer {
        let found = services.first { service in
            service.spec.hosts.contains { full($0, in: service.namespace) == request.host }
        }
        guard let found else {
            var forwarding = Forwarding(request)
            forwarding.share([(.init(host: request.host, labels: [:]), 1)])
            return .forward(forwarding)
        }
        for route in found.spec.http {
            if route.match.isEmpty { return action(route, nil, request, found.namespace) }
            if let match = route.match.first(where: { matches($0, request) }) {
                return action(route, match, request, found.namespace)
            }
        }
        return .refused
    }

    private func full(_ host: String, in namespace: String) -> String {
        host.contains(".") || host.hasPrefix("*") ? host : "\(host).\(namespace).svc.cluster.local"
    }

    private func matches(_ match: Object<HTTPMatchRequest>, _ request: Request) -> Bool {
        let texts: [(String, Object<StringMatch>)] =
            [
                ("uri", match.uri), ("method", match.method), ("scheme", match.scheme),
                ("authority", match.authority),
            ]
            .filter { $0.1.isPresent } + match.headers.map { ($0.key, $0.value) }
        guard texts.allSatisfy({ matches($0.1, request.text($0.0)) }) else { return false }
        if match.has(\.sourceNamespace), match.sourceNamespace != request.caller.namespace { return false }
        return match.sourceLabels.allSatisfy { request.caller.labels[$0.key] == $0.value }
    }

    private func matches(_ match: Object<StringMatch>, _ text: String?) -> Bool {
        guard let text else { return false }
        if match.has(\.exact) { return match.exact == text }
        if match.has(\.prefix) { return text.hasPrefix(match.prefix) }
        if match.has(\.regex) { return Expression.matches(match.regex, text) ?? false }
        return true
    }

    private func action(
        _ route: Object<HTTPRoute>, _ match: Object<HTTPMatchRequest>?, _ request: Request, _ home: String
    ) -> Answer {
        if route.redirect.isPresent {
            return .redirect(
                uri: route.redirect.has(\.uri) ? route.redirect.uri : request.path,
                authority: route.redirect.has(\.authority) ? route.redirect.authority : request.host)
        }
        var forwarding = Forwarding(request)
        forwarding.share(
            route.route.map { target in
                (self.target(target.destination, home), route.route.count == 1 ? 1 : Double(target.weight))
            })
        rewrite(route.rewrite, match, &forwarding)
        forwarding.timeout = route.timeout
        if route.retries.attempts > 0 {
            forwarding.retries = .init(
                attempts: Int64(route.retries.attempts), perTry: route.retries.perTryTimeout)
        }
        let (delay, abort) = (route.fault.delay, route.fault.abort)
        if delay.percentage.value > 0, let time = delay.fixedDelay {
            forwarding.delay = .init(percent: delay.percentage.value, value: "\(time)")
        }
        if abort.isPresent, !abort.has(\.percentage) || abort.percentage.value > 0 {
            forwarding.abort = .init(
                percent: abort.has(\.percentage) ? abort.percentage.value : 100, value: "\(abort.httpStatus)")
        }
        if route.mirror.isPresent { forwarding.mirror = target(route.mirror, home) }
        forwarding.addedHeaders = (route.headers.request.node(\.add) ?? .emptyMap).texts
            .mapValues { $0.split(separator: "%%", omittingEmptySubsequences: false).joined(separator: "%") }
        forwarding.origins = route.corsPolicy.allowOrigins.map(\.exact)
        return .forward(forwarding)
    }

    private func target(_ destination: Object<Destination>, _ home: String) -> Forwarding.Target {
        let host = full(destination.host, in: home)
        guard !destination.subset.isEmpty else { return .init(host: host, labels: [:]) }
        let rule = rules.first { full($0.spec.host, in: $0.namespace) == host }
        let subset = rule?.spec.subsets.first { $0.name == destination.subset }
        // A subset that nobody declares has no endpoints.
        return .init(
            host: host, labels: subset?.node(\.labels)?.texts ?? ["no such subset": destination.subset])
    }

    private func rewrite(
        _ rewrite: Object<HTTPRewrite>, _ match: Object<HTTPMatchRequest>?, _ forwarding: inout Forwarding
    ) {
        if rewrite.has(\.authority) { forwarding.authority = rewrite.authority }
        if rewrite.has(\.uriRegexRewrite), rewrite.uriRegexRewrite.match == "^/" {
            let text = rewrite.uriRegexRewrite.rewrite.split(
                separator: "\\\\", omittingEmptySubsequences: false)
            forwarding.path = text.joined(separator: "\\") + forwarding.path.dropFirst()
        }
        guard rewrite.has(\.uri) else { return }
        if match?.uri.has(\.exact) == true || match?.uri.has(\.regex) == true {
            forwarding.path = rewrite.uri
        } else {
            let prefix = match?.uri.has(\.prefix) == true ? match?.uri.prefix ?? "/" : "/"
            forwarding.path = rewrite.uri + forwarding.path.dropFirst(prefix.count)
        }
    }
}
