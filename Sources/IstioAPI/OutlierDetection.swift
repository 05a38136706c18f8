package import Schema
import YAML

/// When failing endpoints are left out.
package struct OutlierDetection: Message {
    package static let schema = Schema(OutlierDetection(), "When failing endpoints are left out.")

    package init() {}

    package let consecutiveErrors = Field<Int32>(
        "Errors in a row that make an endpoint an outlier.",
        .deprecated("use `consecutive5xxErrors` or `consecutiveGatewayErrors`"))
    package let splitExternalLocalOriginErrors = Field<Bool>(
        "Tells failures to connect from errors that the endpoint answers.", .since("1.11"), default: false)
    package let consecutiveLocalOriginFailures = Field<UInt32Value>(
        "Failures to connect in a row that make an endpoint an outlier.", .since("1.11"), default: 5)
    package let consecutiveGatewayErrors = Field<UInt32Value>(
        "Statuses 502, 503 and 504 in a row that make an endpoint an outlier.", .since("1.5"))
    package let consecutive5xxErrors = Field<UInt32Value>(
        "Statuses from 500 on in a row that make an endpoint an outlier.", .since("1.5"), default: 5)
    package let interval = Field<Duration>(
        "Time between two looks at the errors, at least 1ms.", .minimumMilliseconds(1), default: "10s")
    package let baseEjectionTime = Field<Duration>(
        "Least time that an outlier is left out, at least 1ms; it grows with each time.",
        .minimumMilliseconds(1), default: "30s")
    package let maxEjectionPercent = Field<Int32>(
        "Endpoints that may be left out at once, in percent.", default: 10)
    package let minHealthPercent = Field<Int32>(
        "Healthy endpoints, in percent, below which none is left out.", .since("1.1"), default: 0)
}
