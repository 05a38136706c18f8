/// A day as `2026-12-31`, in UTC.
struct CalendarDay: Sendable, Equatable {
    /// Days since 1970-01-01.
    let number: Int

    private static let secondsPerDay: Int64 = 86_400

    /// Nil for what is no day of the calendar.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), day >= 1,
            day <= Self.length(of: month, year)
        else { return nil }
        number = Self.days(before: year) + (1..<month).reduce(0) { $0 + Self.length(of: $1, year) } + day - 1
    }

    /// Whether the day is over at a time, given in seconds since 1970.
    func isOver(at time: Int64) -> Bool { time >= (Int64(number) + 1) * Self.secondsPerDay }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func days(before year: Int) -> Int {
        let before = year - 1
        return before * 365 + before / 4 - before / 100 + before / 400 - 719_162
    }
}
