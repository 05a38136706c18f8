import Schema
import YAML

extension Report {
    /// A duration of at least a millisecond, in whole milliseconds. `nil` stands for one that is not given.
    mutating func checkDuration(_ node: Node?, _ prefix: String = "", at place: @autoclosure () -> Place) {
        guard let problem = DurationProblem.of(node) else { return }
        error(
            .invalidDuration, prefix + problem.message, at: place(),
            hint: "give a time of at least 1ms, such as 100ms or 1.5s")
    }

    /// The age that browsers may remember: a duration in whole seconds.
    mutating func checkMaxAge(_ node: Node?, at place: @autoclosure () -> Place) {
        guard let node else { return }
        checkDuration(node, at: place())
        guard let duration = Duration.read(node), duration.nanoseconds % 1_000_000_000 != 0 else { return }
        error(.invalidDuration, "max_age duration is accurate only to seconds precision", at: place())
    }
}

enum DurationProblem {
    case missing, tooShort, tooFine

    /// What is wrong with a duration. One that cannot be read at all is the schema's to report.
    static func of(_ node: Node?) -> DurationProblem? {
        guard let node else { return .missing }
        guard let duration = Duration.read(node) else { return nil }
        let nanoseconds = duration.nanoseconds
        if nanoseconds < 1_000_000 { return .tooShort }
        return nanoseconds % 1_000_000 == 0 ? nil : .tooFine
    }

    var message: String {
        switch self {
        case .missing: "duration: nil Duration, none is given"
        case .tooShort: "duration must be greater than 1ms"
        case .tooFine: "only durations to ms precision are supported"
        }
    }
}
