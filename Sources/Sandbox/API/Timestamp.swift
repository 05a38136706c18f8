#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Times as the API writes them: RFC 3339 in UTC, to the second.
enum Timestamp {
    static func now() -> Int64 { Int64(time(nil)) }

    static func text(_ seconds: Int64) -> String {
        var moment = time_t(seconds)
        var parts = tm()
        gmtime_r(&moment, &parts)
        let date = "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }

    /// Seconds since 1970; nil for anything but `2018-04-01T10:00:00Z`.
    static func seconds(_ text: String) -> Int64? {
        let words = text.split { "-T:Z".contains($0) }.map { Int32($0) }
        guard words.count == 6, text.hasSuffix("Z") else { return nil }
        let numbers = words.compactMap { $0 }
        guard numbers.count == 6 else { return nil }
        var parts = tm()
        guard (0...9999).contains(numbers[0]) else { return nil }
        parts.tm_year = numbers[0] - 1900
        parts.tm_mon = numbers[1] &- 1
        parts.tm_mday = numbers[2]
        parts.tm_hour = numbers[3]
        parts.tm_min = numbers[4]
        parts.tm_sec = numbers[5]
        return Int64(timegm(&parts))
    }

    /// How long ago, as kubectl shows it: `45s`, `3m20s`, `12m`, `5h`, `3d`, `2y10d`.
    static func age(since seconds: Int64, now: Int64) -> String {
        let age = max(0, now - seconds)
        let (minutes, hours, days) = (age / 60, age / 3_600, age / 86_400)
        if age < 120 { return "\(age)s" }
        if minutes < 10 { return joined(minutes, "m", age % 60, "s") }
        if minutes < 180 { return "\(minutes)m" }
        if hours < 8 { return joined(hours, "h", minutes % 60, "m") }
        if hours < 48 { return "\(hours)h" }
        if hours < 192 { return joined(days, "d", hours % 24, "h") }
        if days < 730 { return "\(days)d" }
        if days < 2_920 { return joined(days / 365, "y", days % 365, "d") }
        return "\(days / 365)y"
    }

    private static func joined(_ a: Int64, _ unit: String, _ b: Int64, _ lesser: String) -> String {
        b == 0 ? "\(a)\(unit)" : "\(a)\(unit)\(b)\(lesser)"
    }

    private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
