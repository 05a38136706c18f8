/// Sprig's functions for dates. `Local` is UTC.
enum DateFunctions {
    static let all: [Function] = formatting + modifying + durations

    private static let formatting =
        [
            Function("now", [], returns: TimeValue.type) { _, evaluation in
                .host(TimeValue(instant: evaluation.templates.surroundings.now))
            },
            Function("date", [.string, .any], returns: .string) { arguments, evaluation in
                shown(arguments[1], layout(arguments[0]), "Local", evaluation)
            },
            Function("htmlDate", [.any], returns: .string) { arguments, evaluation in
                shown(arguments[0], "2006-01-02", "Local", evaluation)
            },
            Function("htmlDateInZone", [.any, .string], returns: .string) { arguments, evaluation in
                shown(arguments[0], "2006-01-02", layout(arguments[1]), evaluation)
            },
            Function("unixEpoch", TimeValue.type, returns: .string) { arguments in
                .string(String(TimeValue.instant(arguments[0])?.seconds ?? 0))
            },
            Function("toDate", .string, .string, returns: TimeValue.type) { arguments in
                .host(TimeValue(instant: (try? read(arguments)) ?? .zero))
            },
            Function("mustToDate", .string, .string, returns: TimeValue.type) { arguments in
                .host(TimeValue(instant: try read(arguments)))
            },
        ]
        + ["dateInZone", "date_in_zone"].map { name in
            Function(name, [.string, .any, .string], returns: .string) { arguments, evaluation in
                shown(arguments[1], layout(arguments[0]), layout(arguments[2]), evaluation)
            }
        }

    private static let modifying =
        ["dateModify", "date_modify"].map { name in
            Function(name, .string, TimeValue.type, returns: TimeValue.type) { arguments in
                (try? modified(arguments)) ?? arguments[1]
            }
        }
        + ["mustDateModify", "must_date_modify"].map { name in
            Function(name, .string, TimeValue.type, returns: TimeValue.type) { try modified($0) }
        }

    private static let durations = [
        Function("ago", [.any], returns: .string) { arguments, evaluation in
            let now = evaluation.templates.surroundings.now
            let past = instant(arguments[0], takesNarrow: false) ?? now
            return .string(now.since(past).rounded(to: GoDuration(GoDuration.second)).description)
        },
        Function("duration", .any, returns: .string) { arguments in
            switch arguments[0] {
            case .text(let text):
                return .string(GoDuration(seconds(text) &* GoDuration.second).description)
            case .int(let number, .bits64):
                return .string(GoDuration(number &* GoDuration.second).description)
            default: return "0s"
            }
        },
        Function("durationRound", [.any], returns: .string) { arguments, evaluation in
            switch arguments[0] {
            case .text(let text): return rounded((try? GoDuration(text.string)) ?? GoDuration(0))
            case .int(let number, .bits64): return rounded(GoDuration(number))
            default:
                let now = evaluation.templates.surroundings.now
                guard let past = TimeValue.instant(arguments[0]) else { return "0s" }
                return rounded(now.since(past))
            }
        },
    ]

    private static func layout(_ value: Value) -> String { value.text?.string ?? "" }

    /// Digits with a sign; what is too large is the largest, anything else 0.
    private static func seconds(_ text: Text) -> Int64 {
        let digits = text.string.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard !digits.isEmpty, digits.allSatisfy(SemanticVersion.isDigit),
            text.count - digits.count <= 1
        else { return 0 }
        return Int64(text.string) ?? (text.string.hasPrefix("-") ? .min : .max)
    }

    private static func instant(_ value: Value, takesNarrow: Bool) -> Instant? {
        switch value {
        case .int(let seconds, .word), .int(let seconds, .bits64): return Instant(seconds: seconds)
        case .int(let seconds, .bits32) where takesNarrow: return Instant(seconds: seconds)
        default: return TimeValue.instant(value)
        }
    }

    /// A moment in some zone; what is none is now, and zones that nobody knows are UTC.
    private static func shown(
        _ value: Value, _ layout: String, _ zone: String, _ evaluation: Evaluation
    ) -> Value {
        let surroundings = evaluation.templates.surroundings
        let instant = instant(value, takesNarrow: true) ?? surroundings.now
        let offset = rules(zone, evaluation).offset(at: instant.seconds)
        return .string(instant.at(offset).formatted(TimeLayout(layout)))
    }

    private static func rules(_ name: String, _ evaluation: Evaluation) -> TimeZoneRules {
        let isPath = name.hasPrefix("/") || name.contains("\\") || name.separated(by: "..").count > 1
        guard !name.isEmpty, name != "UTC", name != "Local", !isPath else { return .utc }
        return evaluation.templates.surroundings.zone(name).flatMap { TimeZoneRules($0) } ?? .utc
    }

    private static func read(_ arguments: [Value]) throws -> Instant {
        try TimeReader.instant(layout(arguments[1]), layout: TimeLayout(layout(arguments[0])), zone: .utc)
    }

    private static func modified(_ arguments: [Value]) throws -> Value {
        let duration = try GoDuration(layout(arguments[0]))
        return .host(TimeValue(instant: (TimeValue.instant(arguments[1]) ?? .zero).adding(duration)))
    }

    /// The largest unit that the length is more than one of.
    private static func rounded(_ duration: GoDuration) -> Value {
        let magnitude = duration.nanoseconds.magnitude
        let hour = GoDuration.hour.magnitude
        let units = [
            (hour * 24 * 365, "y"), (hour * 24 * 30, "mo"), (hour * 24, "d"), (hour, "h"),
            (GoDuration.minute.magnitude, "m"), (GoDuration.second.magnitude, "s"),
        ]
        for (unit, name) in units where magnitude > unit { return .string("\(magnitude / unit)\(name)") }
        return "0s"
    }
}

extension FunctionTable {
    /// Dates; `now` and zones come from the set's surroundings.
    package static let dates = FunctionTable(DateFunctions.all)
}
