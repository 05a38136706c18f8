import FoundationEssentials

/// How long ago something happened, in kubectl's short form: `45s`, `7m12s`, `3h`, `2d5h`, `400d`, `3y20d`.
enum Age {
    /// The age of a timestamp of the API (RFC 3339); `<unknown>` when there is none, or it cannot be read.
    static func text(since timestamp: String?, now: Date) -> String {
        guard let timestamp, let then = try? Date(timestamp, strategy: .iso8601) else { return "<unknown>" }
        let elapsed = now.timeIntervalSince(then)
        guard elapsed.magnitude < 1e12 else { return "<unknown>" }
        return text(seconds: Int(elapsed))
    }

    static func text(seconds: Int) -> String {
        // Clocks differ a little between machines; what lies further in the future is no age.
        if seconds < -1 { return "<invalid>" }
        let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400)
        let years = days / 365
        switch seconds {
        case ..<120: return "\(max(seconds, 0))s"
        case ..<600: return pair(minutes, "m", seconds % 60, "s")
        case ..<(3 * 3600): return "\(minutes)m"
        case ..<(8 * 3600): return pair(hours, "h", minutes % 60, "m")
        case ..<(48 * 3600): return "\(hours)h"
        case ..<(8 * 86_400): return pair(days, "d", hours % 24, "h")
        case ..<(2 * 365 * 86_400): return "\(days)d"
        case ..<(8 * 365 * 86_400): return pair(years, "y", days % 365, "d")
        default: return "\(years)y"
        }
    }

    private static func pair(_ large: Int, _ largeUnit: String, _ small: Int, _ smallUnit: String) -> String {
        small == 0 ? "\(large)\(largeUnit)" : "\(large)\(largeUnit)\(small)\(smallUnit)"
    }
}
