import IstioAPI
import Schema

extension Report {
    /// The faults that an HTTP route of a VirtualService makes.
    mutating func checkFault(_ fault: Object<Legacy.VirtualService.HTTPFaultInjection>) {
        if !fault.abort.isPresent, !fault.delay.isPresent {
            error(
                .emptyValue, "HTTP fault injection must have an abort and/or a delay", at: fault.place,
                hint: "give `abort`, `delay` or both")
        }
        if fault.abort.isPresent { checkAbort(fault.abort) }
        if fault.delay.isPresent { checkDelay(fault.delay) }
    }

    private mutating func checkAbort(_ abort: Object<Legacy.VirtualService.HTTPFaultInjection.Abort>) {
        checkPercent(abort.percent, at: abort.place(\.percent))
        if abort.has(\.grpcStatus) {
            error(
                .notImplemented, "gRPC abort fault injection not supported yet",
                at: abort.place(\.grpcStatus),
                hint: "use `httpStatus`")
        }
        if abort.has(\.http2Error) {
            error(
                .notImplemented, "HTTP/2 abort fault injection not supported yet",
                at: abort.place(\.http2Error), hint: "use `httpStatus`")
        }
        let status = abort.httpStatus
        if status < 0 || status > 600 {
            error(.outOfRange, "HTTP status \(status) is not in range 0-600", at: abort.place(\.httpStatus))
        }
    }

    private mutating func checkDelay(_ delay: Object<Legacy.VirtualService.HTTPFaultInjection.Delay>) {
        checkPercent(delay.percent, at: delay.place(\.percent))
        if delay.has(\.fixedDelay) { checkDuration(delay.node(\.fixedDelay), at: delay.place(\.fixedDelay)) }
        guard delay.has(\.exponentialDelay) else { return }
        checkDuration(delay.node(\.exponentialDelay), at: delay.place(\.exponentialDelay))
        error(
            .notImplemented, "exponentialDelay not supported yet", at: delay.place(\.exponentialDelay),
            hint: "use `fixedDelay`")
    }
}
