/// A day of the Gregorian calendar, also before there was one.
struct CivilDate: Hashable, Sendable {
    let year: Int64
    /// 1 to 12.
    let month: Int64
    let day: Int64

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    static let weekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that is so many days after January 1, 1970. Years are counted from March, so that the day that
    /// comes and goes is the last.
    init(days: Int64) {
        let shifted = days &+ 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted &- era &* 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since January 1, 1970; a month or day beyond its range counts on.
    var days: Int64 {
        let months = year &* 12 &+ (month &- 3)
        let shiftedYear = months.flooredQuotient(12)
        let era = shiftedYear.flooredQuotient(400)
        let yearOfEra = shiftedYear &- era &* 400
        let dayOfYear = (153 * months.flooredRemainder(12) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era &* 146_097 &+ dayOfEra &- 719_468 &+ (day &- 1)
    }

    /// 1 to 366.
    var dayOfYear: Int64 { days - CivilDate(year: year, month: 1, day: 1).days + 1 }
    /// 0 for Sunday.
    var weekday: Int64 { (days &+ 4).flooredRemainder(7) }

    static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// How many days a month has.
    static func length(ofMonth month: Int64, in year: Int64) -> Int64 {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
