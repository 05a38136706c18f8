extension Instant {
    /// Shown as a layout wants it.
    func formatted(_ layout: TimeLayout) -> String {
        var result: [UInt8] = []
        for piece in layout.pieces { result += piece.prefix + Array(text(of: piece.field).utf8) }
        return String(decoding: result + layout.suffix, as: UTF8.self)
    }

    private func text(of field: TimeLayout.Field) -> String {
        switch field {
        case .longMonth: CivilDate.months[Int(date.month - 1)]
        case .month: String(CivilDate.months[Int(date.month - 1)].prefix(3))
        case .numberMonth: String(date.month)
        case .zeroMonth: Self.padded(date.month, 2)
        case .longWeekday: CivilDate.weekdays[Int(date.weekday)]
        case .weekday: String(CivilDate.weekdays[Int(date.weekday)].prefix(3))
        case .day: String(date.day)
        case .blankDay: Self.padded(date.day, 2, " ")
        case .zeroDay: Self.padded(date.day, 2)
        case .blankYearDay: Self.padded(date.dayOfYear, 3, " ")
        case .zeroYearDay: Self.padded(date.dayOfYear, 3)
        case .longYear: Self.padded(date.year, 4)
        case .year: Self.padded(max(0, date.year) % 100, 2)
        case .upperHalf: hour >= 12 ? "PM" : "AM"
        case .lowerHalf: hour >= 12 ? "pm" : "am"
        case .zoneName: offset.name.isEmpty ? shownOffset(false, false, 2) : offset.name
        case .offset(let hasZ, let colons, let parts): shownOffset(hasZ, colons, parts)
        case .fraction(let digits, let separator, let isFixed): fraction(digits, separator, isFixed)
        default: clock(field)
        }
    }

    private func clock(_ field: TimeLayout.Field) -> String {
        let hour12 = (hour + 11) % 12 + 1
        return switch field {
        case .hour: Self.padded(hour, 2)
        case .hour12: String(hour12)
        case .zeroHour12: Self.padded(hour12, 2)
        case .minute: String(minute)
        case .zeroMinute: Self.padded(minute, 2)
        case .second: String(second)
        default: Self.padded(second, 2)
        }
    }

    private func shownOffset(_ hasZ: Bool, _ colons: Bool, _ parts: Int) -> String {
        if hasZ, offset.seconds == 0 { return "Z" }
        let magnitude = abs(offset.seconds)
        let numbers = [magnitude / 3600, magnitude / 60 % 60, magnitude % 60].prefix(parts)
        // Go looks at whole minutes.
        let sign = offset.seconds <= -60 ? "-" : "+"
        return sign + numbers.map { Self.padded($0, 2) }.joined(separator: colons ? ":" : "")
    }

    private func fraction(_ digits: Int, _ separator: UInt8, _ isFixed: Bool) -> String {
        var text = Self.padded(nanoseconds, 9)
        text = digits <= 9 ? String(text.prefix(digits)) : text + String(repeating: "0", count: digits - 9)
        if !isFixed { while text.hasSuffix("0") { text.removeLast() } }
        return text.isEmpty ? "" : String(Unicode.Scalar(separator)) + text
    }

    private static func padded(_ number: Int64, _ width: Int, _ filler: Character = "0") -> String {
        let digits = String(number.magnitude)
        let filling = String(repeating: filler, count: max(0, width - digits.count))
        return (number < 0 ? "-" : "") + filling + digits
    }
}
