/// What holds in a zone from now on, in the form of POSIX: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct TimeZoneRule: Sendable {
    /// A day of each year, and the seconds after its midnight.
    private enum Day: Sendable {
        /// From 1, February 29 never counted.
        case julian(Int64)
        /// From 0.
        case ordinal(Int64)
        /// The week (5 for the last) and weekday of a month.
        case month(Int64, week: Int64, weekday: Int64)
    }

    private let standard: ZoneOffset
    private var summer: ZoneOffset?
    private var start: (day: Day, time: Int64) = (.month(3, week: 2, weekday: 0), 7200)
    private var end: (day: Day, time: Int64) = (.month(11, week: 1, weekday: 0), 7200)

    /// A line of its own at the end of a zone's file; nil where there is none.
    init?(_ bytes: ArraySlice<UInt8>) {
        var reader = Reader(rest: bytes.dropFirst().prefix { $0 != UInt8(ascii: "\n") })
        guard let name = reader.name(), let offset = reader.time() else { return nil }
        standard = ZoneOffset(name: name, seconds: -offset)
        guard let summerName = reader.name() else { return }
        let isShort = reader.rest.isEmpty || reader.rest.first == UInt8(ascii: ",")
        guard let summerOffset = isShort ? offset - 3600 : reader.time() else { return nil }
        summer = ZoneOffset(name: summerName, seconds: -summerOffset)
        if reader.rest.isEmpty { return }
        guard reader.take(","), let start = Self.day(&reader), reader.take(","), let end = Self.day(&reader)
        else { return nil }
        (self.start, self.end) = (start, end)
    }

    var offsets: [ZoneOffset] { [standard] + (summer.map { [$0] } ?? []) }

    func offset(at seconds: Int64) -> ZoneOffset {
        guard let summer else { return standard }
        let year = CivilDate(days: (seconds &+ standard.seconds).flooredQuotient(86400)).year
        let begin = Self.moment(start, year) &- standard.seconds
        let finish = Self.moment(end, year) &- summer.seconds
        let isSummer =
            begin < finish
            ? begin <= seconds && seconds < finish : !(finish <= seconds && seconds < begin)
        return isSummer ? summer : standard
    }

    private static func moment(_ rule: (day: Day, time: Int64), _ year: Int64) -> Int64 {
        let newYear = CivilDate(year: year, month: 1, day: 1).days
        let day: Int64
        switch rule.day {
        case .julian(let number):
            day = newYear &+ number - 1 + (CivilDate.isLeap(year) && number >= 60 ? 1 : 0)
        case .ordinal(let number): day = newYear &+ number
        case .month(let month, let week, let weekday):
            let first = CivilDate(year: year, month: month, day: 1)
            var date = 1 + (weekday - first.weekday + 7) % 7 + (week - 1) * 7
            if date > CivilDate.length(ofMonth: month, in: year) { date -= 7 }
            day = first.days &+ date - 1
        }
        return day &* 86400 &+ rule.time
    }

    private static func day(_ reader: inout Reader) -> (Day, Int64)? {
        let day: Day
        if reader.take("M") {
            guard let month = reader.number(1...12), reader.take("."), let week = reader.number(1...5),
                reader.take("."), let weekday = reader.number(0...6)
            else { return nil }
            day = .month(month, week: week, weekday: weekday)
        } else if reader.take("J") {
            guard let number = reader.number(1...365) else { return nil }
            day = .julian(number)
        } else {
            guard let number = reader.number(0...365) else { return nil }
            day = .ordinal(number)
        }
        guard reader.take("/") else { return (day, 7200) }
        return reader.time().map { (day, $0) }
    }
}

extension TimeZoneRule {
    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard let byte = rest.first, Unicode.Scalar(byte) == character else { return false }
            rest.removeFirst()
            return true
        }

        /// Three letters or more, or anything between angle brackets.
        mutating func name() -> String? {
            let isBracketed = take("<")
            let name = rest.prefix { byte in
                isBracketed
                    ? byte != UInt8(ascii: ">")
                    : (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            }
            rest = rest.dropFirst(name.count)
            if isBracketed ? !take(">") : name.count < 3 { return nil }
            return String(decoding: name, as: UTF8.self)
        }

        mutating func number(_ range: ClosedRange<Int64>) -> Int64? {
            let digits = rest.prefix(while: SemanticVersion.isDigit)
            rest = rest.dropFirst(digits.count)
            return Int64(String(decoding: digits, as: UTF8.self)).flatMap { range.contains($0) ? $0 : nil }
        }

        /// Hours, minutes and seconds, with a sign.
        mutating func time() -> Int64? {
            let isNegative = take("-")
            if !isNegative { _ = take("+") }
            guard var seconds = number(0...168).map({ $0 * 3600 }) else { return nil }
            for unit in [Int64(60), 1] where take(":") {
                guard let part = number(0...59) else { return nil }
                seconds += part * unit
            }
            return isNegative ? -seconds : seconds
        }
    }
}
