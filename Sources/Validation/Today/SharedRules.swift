import Diagnostics
import IstioAPI
import Schema
import YAML

/// Checks that several of today's kinds share.
extension Report {
    mutating func port(_ number: Int, at place: Place) {
        if !(1...65_535).contains(number) {
            error(.invalidPort, "port number \(number) must be in the range 1..65535", at: place)
        }
    }

    /// Whole milliseconds; the schema sees to it that there is one at least.
    mutating func duration<M: Message>(_ object: Object<M>, _ path: KeyPath<M, Field<Duration>>) {
        guard let duration = object[dynamicMember: path], duration >= .milliseconds(1) else { return }
        if duration.nanoseconds % 1_000_000 != 0 {
            error(
                .invalidDuration, "only durations to ms precision are supported", at: object.place(path))
        }
    }

    /// None, or from 0.0001 to 100 percent.
    mutating func percent(_ percent: Object<Percent>) {
        let value = percent.value
        if value != 0, !(0.0001...100).contains(value) {
            error(
                .invalidPercent, "percentage \(value) is neither 0.0, nor in range [0.0001, 100.0]",
                at: percent.place(\.value))
        }
    }

    mutating func wildcardHost(_ host: String, at place: Place) {
        if let problem = HostName.wildcardProblem(with: host) { error(.invalidHost, problem, at: place) }
    }

    mutating func expression(_ pattern: String, at place: Place) {
        if let problem = Expression.problem(with: pattern) {
            error(
                .invalidExpression, "error parsing regexp: \(problem)", at: place,
                hint: "Istio uses RE2, see https://github.com/google/re2/wiki/Syntax")
        }
    }

    mutating func labels(_ labels: Pairs<String>) {
        for label in labels where !LabelSyntax.isKey(label.key) || !LabelSyntax.isValue(label.value) {
            error(
                .invalidLabel,
                "invalid label \"\(label.key.escapingControls)=\(label.value.escapingControls)\"",
                at: .key(label.key, label.node.keyMark))
        }
    }

    mutating func destination(_ destination: Object<Destination>) {
        if destination.host == "*" {
            error(.invalidHost, "invalid destination host *", at: destination.place(\.host))
        } else if destination.has(\.host) {
            wildcardHost(destination.host, at: destination.place(\.host))
        }
        if !destination.subset.isEmpty, !HostName.isLabel(destination.subset) {
            error(
                .invalidName, "subset name invalid: \"\(destination.subset.escapingControls)\"",
                at: destination.place(\.subset))
        }
        if destination.has(\.port) { port(destination.port.number, at: destination.port.place(\.number)) }
    }
}
