import IstioAPI
import Schema

extension Report {
    /// The faults that a RouteRule makes in HTTP requests.
    mutating func checkFault(_ fault: Object<Legacy.HTTPFaultInjection>) {
        if fault.delay.isPresent { checkDelay(fault.delay) }
        if fault.abort.isPresent { checkAbort(fault.abort) }
    }

    private mutating func checkDelay(_ delay: Object<Legacy.HTTPFaultInjection.Delay>) {
        checkPercent(delay.node(\.percent), "percent invalid: ", at: delay.place(\.percent))
        checkDuration(delay.node(\.fixedDelay), "fixedDelay invalid: ", at: delay.place(\.fixedDelay))
        guard delay.has(\.exponentialDelay) else { return }
        checkDuration(
            delay.node(\.exponentialDelay), "exponentialDelay invalid: ", at: delay.place(\.exponentialDelay))
        error(
            .notImplemented, "exponentialDelay not supported yet", at: delay.place(\.exponentialDelay),
            hint: "use `fixedDelay`")
    }

    private mutating func checkAbort(_ abort: Object<Legacy.HTTPFaultInjection.Abort>) {
        checkPercent(abort.node(\.percent), "percent invalid: ", at: abort.place(\.percent))
        if abort.has(\.grpcStatus) {
            error(
                .notImplemented, "gRPC fault injection not supported yet", at: abort.place(\.grpcStatus),
                hint: "use `httpStatus`")
        }
        let status = abort.httpStatus
        if status < 0 || status > 600 {
            error(.outOfRange, "invalid abort http status \(status)", at: abort.place(\.httpStatus))
        }
    }

    /// The faults that a RouteRule cannot make in connections: 0.7.1 checked them before it refused them.
    mutating func checkFault(_ fault: Object<Legacy.L4FaultInjection>) {
        if fault.throttle.isPresent { checkThrottle(fault.throttle) }
        if fault.terminate.isPresent {
            let terminate = fault.terminate
            checkPercent(
                terminate.node(\.percent), "terminate percent invalid: ", at: terminate.place(\.percent))
            error(.notImplemented, "the terminate fault not supported yet", at: terminate.place)
        }
        error(.notImplemented, "L4 faults are not implemented", at: fault.place)
    }

    private mutating func checkThrottle(_ throttle: Object<Legacy.L4FaultInjection.Throttle>) {
        checkPercent(throttle.node(\.percent), "throttle percent invalid: ", at: throttle.place(\.percent))
        if throttle.downstreamLimitBps < 0 {
            error(
                .outOfRange, "downstreamLimitBps invalid: below 0", at: throttle.place(\.downstreamLimitBps))
        }
        if throttle.upstreamLimitBps < 0 {
            error(.outOfRange, "upstreamLimitBps invalid: below 0", at: throttle.place(\.upstreamLimitBps))
        }
        if let problem = DurationProblem.of(throttle.node(\.throttleAfterPeriod)) {
            error(
                .invalidDuration, "throttleAfterPeriod invalid: \(problem.message)",
                at: throttle.place(\.throttleAfterPeriod))
        }
        if throttle.throttleAfterBytes < 0 {
            error(
                .outOfRange, "throttleAfterBytes invalid: below 0", at: throttle.place(\.throttleAfterBytes))
        }
    }
}
