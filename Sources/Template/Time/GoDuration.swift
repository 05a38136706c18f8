import Schema

/// A length of time, Go's `time.Duration`.
package struct GoDuration: Hashable, Sendable {
    package let nanoseconds: Int64

    package init(_ nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    static let second: Int64 = 1_000_000_000
    static let minute = 60 * second
    static let hour = 60 * minute

    /// So many of a unit, as a float64: whole ones and the rest apart, which is more exact.
    func counted(in unit: Int64) -> Double {
        Double(nanoseconds / unit) + Double(nanoseconds % unit) / Double(unit)
    }

    /// Towards zero to a multiple of another.
    func truncated(to unit: GoDuration) -> GoDuration {
        unit.nanoseconds <= 0 ? self : GoDuration(nanoseconds - nanoseconds % unit.nanoseconds)
    }

    /// To the nearest multiple of another, halves away from zero, and never beyond what fits.
    func rounded(to unit: GoDuration) -> GoDuration {
        let unit = unit.nanoseconds
        guard unit > 0 else { return self }
        let rest = nanoseconds % unit
        if rest.magnitude + rest.magnitude < unit.magnitude { return GoDuration(nanoseconds - rest) }
        let away = nanoseconds < 0 ? -unit : unit
        let (result, overflows) = (nanoseconds - rest).addingReportingOverflow(away)
        if overflows { return GoDuration(nanoseconds < 0 ? .min : .max) }
        return GoDuration(result)
    }
}

extension GoDuration: CustomStringConvertible {
    package var description: String { Duration.nanoseconds(nanoseconds).goText }
}
