import IstioAPI
import Schema
import YAML

/// Faults made on purpose.
enum RouteFault {
    /// Nil when nothing would ever happen.
    static func node(_ fault: Object<Legacy.HTTPFaultInjection>, _ work: inout ConversionWork) -> Node? {
        var node = Node.emptyMap
        if fault.delay.isPresent, let delay = delay(fault.delay, &work) { node.set("delay", delay) }
        if fault.abort.isPresent, let abort = abort(fault.abort, &work) { node.set("abort", abort) }
        return node.map?.isEmpty ?? true ? nil : node
    }

    private static func delay(
        _ delay: Object<Legacy.HTTPFaultInjection.Delay>, _ work: inout ConversionWork
    ) -> Node? {
        guard let percentage = percentage(delay.node(\.percent)), let fixed = delay.node(\.fixedDelay) else {
            work.ledger.dropped(delay.mark, "it happened to no request")
            return nil
        }
        if let header = delay.node(\.overrideHeaderName) { RequestRoute.dropOverride(header, &work) }
        return ["fixedDelay": durationNode(fixed), "percentage": percentage]
    }

    private static func abort(
        _ abort: Object<Legacy.HTTPFaultInjection.Abort>, _ work: inout ConversionWork
    ) -> Node? {
        guard let percentage = percentage(abort.node(\.percent)), let status = abort.node(\.httpStatus),
            abort.httpStatus > 0
        else {
            work.ledger.dropped(abort.mark, "it happened to no request")
            return nil
        }
        guard (200...600).contains(abort.httpStatus) else {
            work.ledger.dropped(
                abort.mark, "\(abort.httpStatus) is no status that Istio 1.30 answers with",
                instead: "a status from 200 to 599")
            return nil
        }
        if let header = abort.node(\.overrideHeaderName) { RequestRoute.dropOverride(header, &work) }
        if let error = abort.node(\.http2Error) {
            work.ledger.dropped(error.mark, "neither release makes errors of HTTP/2")
        }
        return ["httpStatus": status, "percentage": percentage]
    }

    /// Nil for shares that say never.
    static func percentage(_ node: Node?) -> Node? {
        guard let node, let value = node.double, value.isFinite, value >= smallest else { return nil }
        return ["value": node]
    }

    /// Istio 1.30 has no smaller share.
    private static let smallest = 0.0001
}
