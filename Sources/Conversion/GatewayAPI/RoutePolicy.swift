import IstioAPI
import Schema
import YAML

extension TargetWork {
    /// Timeouts and retries.
    mutating func policy(_ route: Object<HTTPRoute>, _ rule: inout HTTPRoutes.Rule) {
        if dialect.setsPolicyByAnnotations {
            annotate(route, &rule)
        } else {
            setFields(route, &rule)
        }
        for field in ["retryRemoteLocalities", "retryIgnorePreviousHosts"] {
            if let node = route.retries.node?[field], !node.isNull {
                ledger.dropped(node.mark, "retries choose their endpoint as the target does")
            }
        }
    }

    private mutating func setFields(_ route: Object<HTTPRoute>, _ rule: inout HTTPRoutes.Rule) {
        var timeouts = Node.emptyMap
        if let timeout = duration(route.node(\.timeout)) { timeouts.set("request", timeout) }
        if let attempt = duration(route.retries.node(\.perTryTimeout)) {
            timeouts.set("backendRequest", attempt)
        }
        if timeouts.map?.isEmpty == false { rule.node.set("timeouts", timeouts) }
        guard let attempts = route.retries.node(\.attempts), attempts.int ?? 0 > 0 else { return }
        var retry: Node = ["attempts": attempts]
        let codes = Self.codes(route.retries.retryOn)
        if !codes.isEmpty { retry.set("codes", Node(codes.map { Node($0) })) }
        if let conditions = route.retries.node(\.retryOn) {
            ledger.changed(
                conditions.mark,
                "now the statuses \(codes.map(String.init).joined(separator: ", ")); failed "
                    + "connections are always tried again")
        }
        if let backoff = duration(route.retries.node(\.backoff)) { retry.set("backoff", backoff) }
        rule.node.set("retry", retry)
        ledger.remark(
            "Retries of HTTPRoutes are in the experimental channel of the Gateway API: the cluster must have it."
        )
    }

    /// Linkerd 2.16: annotations of a route hold for all its rules.
    private mutating func annotate(_ route: Object<HTTPRoute>, _ rule: inout HTTPRoutes.Rule) {
        if let node = route.node(\.timeout), let timeout = duration(node) {
            rule.annotations["timeout.linkerd.io/request"] = timeout.string
            ledger.changed(node.mark, "now the annotation timeout.linkerd.io/request")
        }
        guard let attempts = route.retries.node(\.attempts), let limit = attempts.int, limit > 0 else {
            return
        }
        let codes = Self.codes(route.retries.retryOn)
        rule.annotations["retry.linkerd.io/http"] =
            codes == Self.serverErrors
            ? "5xx" : codes.map(String.init).joined(separator: ",")
        rule.annotations["retry.linkerd.io/limit"] = String(limit)
        ledger.changed(attempts.mark, "now the annotation retry.linkerd.io/limit")
        if let node = route.retries.node(\.retryOn) {
            ledger.changed(node.mark, "now the annotation retry.linkerd.io/http")
        }
        if let node = route.retries.node(\.perTryTimeout), let timeout = duration(node) {
            rule.annotations["retry.linkerd.io/timeout"] = timeout.string
            ledger.changed(node.mark, "now the annotation retry.linkerd.io/timeout")
        }
        if let backoff = route.retries.node(\.backoff) {
            ledger.dropped(backoff.mark, "Linkerd chooses the pause between retries itself")
        }
    }

    private static let serverErrors = [500, 502, 503, 504]

    /// The statuses that conditions of retries stand for.
    private static func codes(_ conditions: String) -> [Int] {
        var codes: Set<Int> = []
        let words = conditions.split { $0 == "," || $0 == " " }
        for word in words.isEmpty ? ["503"] : words.map(String.init) {
            switch word {
            case "5xx", "gateway-error": codes.formUnion(word == "5xx" ? serverErrors : [502, 503, 504])
            case "retriable-4xx": codes.insert(409)
            case "unavailable": codes.insert(503)
            default: if let code = Int(word), (400...599).contains(code) { codes.insert(code) }
            }
        }
        return codes.isEmpty ? [503] : codes.sorted()
    }

    /// A duration as the Gateway API spells it: whole numbers of h, m, s and ms; nil for zero and none.
    func duration(_ node: Node?) -> Node? {
        guard let node, let value = Duration.read(node) else { return nil }
        let (seconds, attoseconds) = value.components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        guard seconds >= 0, milliseconds >= 0, seconds > 0 || milliseconds > 0 else { return nil }
        let parts = [
            (seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s"), (milliseconds, "ms"),
        ]
        let text = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
        return Node(.string(text), at: node.mark)
    }
}
