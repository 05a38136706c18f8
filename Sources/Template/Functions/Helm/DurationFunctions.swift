/// Helm 4's functions for durations. What is no duration is none, except to `mustToDuration`.
enum DurationFunctions {
    static let all: [Function] =
        [
            Function("mustToDuration", .any, returns: DurationValue.type) { arguments in
                .host(DurationValue(try duration(arguments[0])))
            },
            counting("durationMilliseconds", by: 1_000_000), counting("durationMicroseconds", by: 1_000),
            counting("durationNanoseconds", by: 1),
            measuring("durationSeconds") { $0.counted(in: GoDuration.second) },
            measuring("durationMinutes") { $0.counted(in: GoDuration.minute) },
            measuring("durationHours") { $0.counted(in: GoDuration.hour) },
            measuring("durationDays") { $0.counted(in: GoDuration.hour) / 24 },
            measuring("durationWeeks") { $0.counted(in: GoDuration.hour) / 24 / 7 },
            adjusting("durationRoundTo") { $0.rounded(to: $1) },
            adjusting("durationTruncateTo") { $0.truncated(to: $1) },
        ]

    private static func counting(_ name: String, by unit: Int64) -> Function {
        Function(name, .any, returns: .int(.bits64)) { arguments in
            .int(((try? duration(arguments[0])) ?? GoDuration(0)).nanoseconds / unit, .bits64)
        }
    }

    private static func measuring(
        _ name: String, _ body: @escaping @Sendable (GoDuration) -> Double
    ) -> Function {
        Function(name, .any, returns: .float64) { arguments in
            .float(body((try? duration(arguments[0])) ?? GoDuration(0)))
        }
    }

    private static func adjusting(
        _ name: String, _ body: @escaping @Sendable (GoDuration, GoDuration) -> GoDuration
    ) -> Function {
        Function(name, .any, .any, returns: DurationValue.type) { arguments in
            guard let length = try? duration(arguments[0]) else { return .host(DurationValue(GoDuration(0))) }
            guard let unit = try? duration(arguments[1]) else { return .host(DurationValue(length)) }
            return .host(DurationValue(body(length, unit)))
        }
    }

    /// A text with units, or a number of seconds in any form.
    private static func duration(_ value: Value) throws(FunctionError) -> GoDuration {
        switch value {
        case .null: throw FunctionError("invalid duration")
        case .text(let text): return try duration(text)
        case .int(let seconds, _): return try whole(seconds, seconds)
        case .uint(let seconds, _): return try whole(Int64(exactly: seconds), seconds)
        case .float(let seconds): return try fractional(seconds)
        case .host(let host):
            if let own = host as? DurationValue { return own.duration }
            if case .int(let seconds, _)? = host.underlying { return try whole(seconds, seconds) }
        default: break
        }
        throw FunctionError("unsupported duration type \(value.typeName)")
    }

    private static func duration(_ text: Text) throws(FunctionError) -> GoDuration {
        let trimmed = String(
            String.UnicodeScalarView(
                text.string.unicodeScalars.drop { $0.properties.isWhitespace }.reversed()
                    .drop { $0.properties.isWhitespace }.reversed()))
        if trimmed.isEmpty { throw FunctionError("empty duration") }
        if let duration = try? GoDuration(trimmed) { return duration }
        if let seconds = number(trimmed) { return try fractional(seconds) }
        throw FunctionError("could not parse duration \(GoQuoting.quoted(text))")
    }

    /// What Go's ParseFloat takes: hexadecimal numbers must have an exponent, and all must fit.
    private static func number(_ text: String) -> Double? {
        let lower = text.lowercased()
        if lower.contains("x"), !lower.contains("p") { return nil }
        if lower.contains("nan"), lower != "nan" { return nil }
        guard let number = Double(text) else { return nil }
        return number.isInfinite && !lower.contains("inf") ? nil : number
    }

    private static func whole(
        _ seconds: Int64?, _ shown: some CustomStringConvertible
    ) throws(FunctionError) -> GoDuration {
        guard let seconds,
            case let (product, false) = seconds.multipliedReportingOverflow(by: GoDuration.second)
        else { throw FunctionError("duration seconds overflow: \(shown)") }
        return GoDuration(product)
    }

    private static func fractional(_ seconds: Double) throws(FunctionError) -> GoDuration {
        let shown = Printer.text(of: .float(seconds)).string
        guard seconds.isFinite else { throw FunctionError("invalid duration seconds: \(shown)") }
        guard seconds.magnitude <= Double(Int64.max) / 1e9 else {
            throw FunctionError("duration seconds overflow: \(shown)")
        }
        let nanoseconds = seconds * 1e9
        // The largest that Go lets through is one more than fits; it wraps.
        return GoDuration(Int64(exactly: nanoseconds.rounded(.towardZero)) ?? .min)
    }
}

extension FunctionTable {
    /// Helm's functions for durations.
    package static let durations = FunctionTable(DurationFunctions.all)
}
