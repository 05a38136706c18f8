import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func fault(_ fault: Object<HTTPFaultInjection>) {
        if !fault.has(\.delay), !fault.has(\.abort) {
            error(
                .missingField, "HTTP fault injection must have an abort and/or a delay", at: fault.place)
        }
        delay(fault.delay)
        abort(fault.abort)
    }

    private mutating func delay(_ delay: Object<HTTPFaultInjection.Delay>) {
        percent(delay.percentage)
        if !(0...100).contains(delay.percent) {
            error(
                .invalidPercent, "percentage \(delay.percent) is not in range 0..100",
                at: delay.place(\.percent))
        }
        duration(delay, \.fixedDelay)
        if delay.has(\.exponentialDelay) {
            error(.notImplemented, "exponentialDelay not supported yet", at: delay.place(\.exponentialDelay))
        }
    }

    private mutating func abort(_ abort: Object<HTTPFaultInjection.Abort>) {
        percent(abort.percentage)
        if abort.has(\.httpStatus) { httpStatus(abort.httpStatus, at: abort.place(\.httpStatus)) }
        if abort.has(\.grpcStatus), !grpcStatuses.contains(abort.grpcStatus) {
            error(
                .unknownValue, "gRPC status \"\(abort.grpcStatus.escapingControls)\" is not supported",
                at: abort.place(\.grpcStatus),
                hint: Suggestion.nearest(to: abort.grpcStatus, among: grpcStatuses)
                    .map { "did you mean `\($0)`?" })
        }
        if abort.has(\.http2Error) {
            error(
                .notImplemented, "HTTP/2 abort fault injection not supported yet",
                at: abort.place(\.http2Error))
        }
    }
}

private let grpcStatuses = [
    "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
    "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE",
    "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
]
