/// A point in time and the offset at which it is shown, Go's `time.Time`.
package struct Instant: Hashable, Sendable {
    /// Since 1970, UTC.
    package let seconds: Int64
    /// 0 to 999,999,999.
    package let nanoseconds: Int64
    package let offset: ZoneOffset

    package init(seconds: Int64, nanoseconds: Int64 = 0, offset: ZoneOffset = .utc) {
        let whole = nanoseconds.flooredQuotient(1_000_000_000)
        self.seconds = seconds &+ whole
        self.nanoseconds = nanoseconds - whole * 1_000_000_000
        self.offset = offset
    }

    /// The moment that a calendar and a clock show there; months and days beyond their range count on.
    init(_ date: CivilDate, _ time: Int64, nanoseconds: Int64 = 0, offset: ZoneOffset = .utc) {
        self.init(
            seconds: date.days &* 86400 &+ time &- offset.seconds, nanoseconds: nanoseconds, offset: offset)
    }

    /// Go's zero time.
    static let zero = Instant(CivilDate(year: 1, month: 1, day: 1), 0)

    var isZero: Bool { seconds == Self.zero.seconds && nanoseconds == 0 }

    private var local: Int64 { seconds &+ offset.seconds }
    var date: CivilDate { CivilDate(days: local.flooredQuotient(86400)) }
    /// Seconds since midnight.
    var secondOfDay: Int64 { local.flooredRemainder(86400) }
    var hour: Int64 { secondOfDay / 3600 }
    var minute: Int64 { secondOfDay / 60 % 60 }
    var second: Int64 { secondOfDay % 60 }

    func at(_ offset: ZoneOffset) -> Instant {
        Instant(seconds: seconds, nanoseconds: nanoseconds, offset: offset)
    }

    func adding(_ duration: GoDuration) -> Instant {
        let (whole, rest) = duration.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return Instant(seconds: seconds &+ whole, nanoseconds: nanoseconds + rest, offset: offset)
    }

    /// What lies between two moments; the longest duration where it does not fit.
    func since(_ other: Instant) -> GoDuration {
        let (whole, isTooLarge) = seconds.subtractingReportingOverflow(other.seconds)
        let (scaled, overflows) = whole.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, spills) = scaled.addingReportingOverflow(nanoseconds - other.nanoseconds)
        if isTooLarge || overflows || spills { return self < other ? GoDuration(.min) : GoDuration(.max) }
        return GoDuration(sum)
    }

    /// As Go's String gives it.
    var text: String { formatted(TimeLayout("2006-01-02 15:04:05.999999999 -0700 MST")) }

    /// RFC 3339, as JSON shows it.
    var rfc3339: String { formatted(TimeLayout("2006-01-02T15:04:05.999999999Z07:00")) }
}

extension Instant: Comparable {
    package static func < (a: Instant, b: Instant) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }
}

/// How far a clock is from UTC at some moment, and what that is called.
package struct ZoneOffset: Hashable, Sendable {
    /// `CET`; empty where nobody knows.
    package let name: String
    /// East of Greenwich.
    package let seconds: Int64

    package init(name: String, seconds: Int64) {
        self.name = name
        self.seconds = seconds
    }

    package static let utc = ZoneOffset(name: "UTC", seconds: 0)
}

extension Int64 {
    /// Rounded down; the divisor is positive.
    func flooredQuotient(_ divisor: Int64) -> Int64 { self / divisor - (self % divisor < 0 ? 1 : 0) }

    /// Never negative; the divisor is positive.
    func flooredRemainder(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
