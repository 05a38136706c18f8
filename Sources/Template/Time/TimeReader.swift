/// Reads a moment that was written as a layout wants it.
struct TimeReader {
    private let layout: TimeLayout
    private let text: String
    private let zone: TimeZoneRules
    private var rest: ArraySlice<UInt8>

    private var year: Int64 = 0
    private var month: Int64?
    private var day: Int64?
    private var dayOfYear: Int64?
    private var hour: Int64 = 0
    private var minute: Int64 = 0
    private var second: Int64 = 0
    private var nanoseconds: Int64 = 0
    /// Whether PM (true) or AM was read.
    private var isAfternoon: Bool?
    private var isUTC = false
    private var offset: Int64?
    private var zoneName = ""

    /// Why a field cannot be read.
    private enum Problem: Error {
        case unreadable
        case outOfRange(String)
    }

    private init(_ layout: TimeLayout, _ text: String, _ zone: TimeZoneRules) {
        self.layout = layout
        self.text = text
        self.zone = zone
        rest = Array(text.utf8)[...]
    }

    /// The moment; where the text names no zone, it is one of this zone's clocks.
    static func instant(
        _ text: String, layout: TimeLayout, zone: TimeZoneRules
    ) throws(FunctionError) -> Instant {
        var reader = TimeReader(layout, text, zone)
        try reader.readPieces()
        return try reader.instant()
    }

    private mutating func readPieces() throws(FunctionError) {
        for (index, piece) in layout.pieces.enumerated() {
            try skip(piece.prefix)
            let before = rest
            do throws(Problem) {
                let next = index + 1 < layout.pieces.count ? layout.pieces[index + 1].field : nil
                try read(piece.field, next: next)
            } catch {
                switch error {
                case .unreadable: throw mismatch(piece.text, before)
                case .outOfRange(let what): throw outOfRange(what)
                }
            }
        }
        try skip(layout.suffix)
        if !rest.isEmpty {
            let extra = String(decoding: rest, as: UTF8.self)
            throw FunctionError(
                "parsing time \(TimeText.quoted(text)): extra text: \(TimeText.quoted(extra))")
        }
    }

    private func mismatch(_ wanted: some Collection<UInt8>, _ found: ArraySlice<UInt8>) -> FunctionError {
        FunctionError(
            "parsing time \(TimeText.quoted(text)) as \(TimeText.quoted(layout.text)): cannot parse "
                + "\(TimeText.quoted(String(decoding: found, as: UTF8.self))) as "
                + TimeText.quoted(String(decoding: wanted, as: UTF8.self)))
    }

    /// What stands between fields; blanks match any number of blanks.
    private mutating func skip(_ prefix: [UInt8]) throws(FunctionError) {
        let blank = UInt8(ascii: " ")
        var wanted = prefix[...]
        while let byte = wanted.first {
            if byte == blank {
                if let found = rest.first, found != blank { throw mismatch(wanted, rest) }
                wanted = wanted.drop { $0 == blank }
                rest = rest.drop { $0 == blank }
                continue
            }
            guard rest.first == byte else { throw mismatch(wanted, rest) }
            wanted.removeFirst()
            rest.removeFirst()
        }
    }
}

// MARK: Fields

extension TimeReader {
    private mutating func read(_ field: TimeLayout.Field, next: TimeLayout.Field?) throws(Problem) {
        switch field {
        case .longYear, .year: try readYear(isLong: field == .longYear)
        case .longMonth: month = try name(CivilDate.months) + 1
        case .month: month = try name(CivilDate.months.map { String($0.prefix(3)) }) + 1
        case .numberMonth, .zeroMonth: month = try number(field == .zeroMonth, 1...12, "month")
        case .longWeekday: _ = try name(CivilDate.weekdays)
        case .weekday: _ = try name(CivilDate.weekdays.map { String($0.prefix(3)) })
        case .day, .blankDay, .zeroDay:
            if field == .blankDay { skipBlanks(1) }
            day = try number(field == .zeroDay, 0...99, "day")
        case .blankYearDay, .zeroYearDay:
            if field == .blankYearDay { skipBlanks(2) }
            dayOfYear = try digits(field == .zeroYearDay ? 3...3 : 1...3)
        case .upperHalf, .lowerHalf: try readHalf(field == .upperHalf ? ["AM", "PM"] : ["am", "pm"])
        case .zoneName: try readZoneName()
        case .offset(let hasZ, let colons, let parts): try readOffset(hasZ, colons, parts)
        case .fraction(let count, _, let isFixed): try readFraction(isFixed ? count : nil)
        default: try readClock(field, next)
        }
    }

    private mutating func readClock(_ field: TimeLayout.Field, _ next: TimeLayout.Field?) throws(Problem) {
        switch field {
        case .hour: hour = try number(false, 0...23, "hour")
        case .hour12, .zeroHour12: hour = try number(field == .zeroHour12, 0...12, "hour")
        case .minute, .zeroMinute: minute = try number(field == .zeroMinute, 0...59, "minute")
        default:
            second = try number(field == .zeroSecond, 0...59, "second")
            // A fraction may follow, though the layout has none.
            if case .fraction = next { return }
            if isFraction { try readFraction(nil) }
        }
    }

    private mutating func skipBlanks(_ count: Int) {
        for _ in 0..<count where rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    }

    /// As many digits as there are, within limits.
    private mutating func digits(_ counts: ClosedRange<Int>) throws(Problem) -> Int64 {
        let found = rest.prefix(counts.upperBound).prefix(while: SemanticVersion.isDigit)
        guard found.count >= counts.lowerBound, let number = Int64(String(decoding: found, as: UTF8.self))
        else {
            throw .unreadable
        }
        rest = rest.dropFirst(found.count)
        return number
    }

    private mutating func number(
        _ isFixed: Bool, _ range: ClosedRange<Int64>, _ name: String
    ) throws(Problem) -> Int64 {
        let number = try digits(isFixed ? 2...2 : 1...2)
        guard range.contains(number) else { throw .outOfRange(name) }
        return number
    }

    private mutating func readYear(isLong: Bool) throws(Problem) {
        year = try digits(isLong ? 4...4 : 2...2)
        if !isLong { year += year >= 69 ? 1900 : 2000 }
    }

    /// The index of the name that the text goes on with, in any case.
    private mutating func name(_ names: [String]) throws(Problem) -> Int64 {
        for (index, name) in names.enumerated() {
            let found = rest.prefix(name.utf8.count)
            guard found.elementsEqual(name.utf8, by: { $0 == $1 || $0 | 0x20 == $1 | 0x20 && $1 >= 0x41 })
            else { continue }
            rest = rest.dropFirst(found.count)
            return Int64(index)
        }
        throw .unreadable
    }

    private mutating func readHalf(_ names: [String]) throws(Problem) {
        guard let index = names.firstIndex(where: { rest.starts(with: $0.utf8) }) else { throw .unreadable }
        isAfternoon = index == 1
        rest = rest.dropFirst(2)
    }

    /// Whether a point or comma and a digit follow.
    private var isFraction: Bool {
        guard let point = rest.first, let digit = rest.dropFirst().first else { return false }
        return (point == UInt8(ascii: ".") || point == UInt8(ascii: ",")) && SemanticVersion.isDigit(digit)
    }

    /// So many digits after a point; without a count as many as there are, even none.
    private mutating func readFraction(_ count: Int?) throws(Problem) {
        guard isFraction else {
            if count == nil { return }
            throw .unreadable
        }
        let found = rest.dropFirst().prefix(count ?? .max).prefix(while: SemanticVersion.isDigit)
        if let count, found.count < count { throw .unreadable }
        rest = rest.dropFirst(found.count + 1)
        let digits = String(decoding: found.prefix(9), as: UTF8.self)
        nanoseconds = Int64(digits + String(repeating: "0", count: 9 - digits.utf8.count)) ?? 0
    }

    private mutating func readOffset(_ hasZ: Bool, _ colons: Bool, _ parts: Int) throws(Problem) {
        if hasZ, rest.first == UInt8(ascii: "Z") {
            rest.removeFirst()
            isUTC = true
            return
        }
        guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            throw .unreadable
        }
        var total: Int64 = 0
        for (index, name) in ["hour", "minute", "second"].prefix(parts).enumerated() {
            if index > 0, colons, rest.popFirst() != UInt8(ascii: ":") { throw .unreadable }
            total = total * 60 + (try number(true, 0...(index == 0 ? 24 : 60), "time zone offset \(name)"))
        }
        for _ in parts..<3 { total *= 60 }
        offset = sign == UInt8(ascii: "-") ? -total : total
    }

    private mutating func readZoneName() throws(Problem) {
        if rest.starts(with: "UTC".utf8) {
            rest = rest.dropFirst(3)
            isUTC = true
            return
        }
        let count = zoneNameLength
        guard count > 0 else { throw .unreadable }
        zoneName = String(decoding: rest.prefix(count), as: UTF8.self)
        rest = rest.dropFirst(count)
    }

    /// Bytes of the abbreviation that the text goes on with: three letters, four or five that end in T.
    private var zoneNameLength: Int {
        if rest.count < 3 { return 0 }
        if rest.starts(with: "ChST".utf8) || rest.starts(with: "MeST".utf8) { return 4 }
        if rest.starts(with: "GMT".utf8) { return 3 + signedHoursLength(rest.dropFirst(3)) }
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
            return signedHoursLength(rest)
        }
        let letters = rest.prefix(6).prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        switch letters.count {
        case 3: return 3
        case 4: return letters.last == UInt8(ascii: "T") || letters.elementsEqual("WITA".utf8) ? 4 : 0
        case 5: return letters.last == UInt8(ascii: "T") ? 5 : 0
        default: return 0
        }
    }

    private func signedHoursLength(_ rest: ArraySlice<UInt8>) -> Int {
        guard rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else { return 0 }
        let digits = rest.dropFirst().prefix(while: SemanticVersion.isDigit)
        guard let hours = Int(String(decoding: digits, as: UTF8.self)), hours <= 23 else { return 0 }
        return digits.count + 1
    }
}

// MARK: The moment

extension TimeReader {
    private mutating func instant() throws(FunctionError) -> Instant {
        if isAfternoon == true, hour < 12 { hour += 12 }
        if isAfternoon == false, hour == 12 { hour = 0 }
        let date = try date()
        let time = hour * 3600 + minute * 60 + second
        if isUTC { return Instant(date, time, nanoseconds: nanoseconds) }
        let shown = date.days * 86400 + time
        if let offset {
            let here = zone.offset(at: shown - offset)
            let isHere = here.seconds == offset && (zoneName.isEmpty || here.name == zoneName)
            let zone = isHere ? here : ZoneOffset(name: zoneName, seconds: offset)
            return Instant(seconds: shown - offset, nanoseconds: nanoseconds, offset: zone)
        }
        if !zoneName.isEmpty { return named(shown) }
        return clockTime(shown)
    }

    /// A moment with the name of a zone that this zone knows, or that nobody knows.
    private func named(_ shown: Int64) -> Instant {
        if let known = zone.offset(named: zoneName, at: shown) {
            let moment = shown - known.seconds
            return Instant(seconds: moment, nanoseconds: nanoseconds, offset: zone.offset(at: moment))
        }
        let hours = zoneName.hasPrefix("GMT") ? Int64(zoneName.dropFirst(3)) ?? 0 : 0
        return Instant(
            seconds: shown, nanoseconds: nanoseconds,
            offset: ZoneOffset(name: zoneName, seconds: hours * 3600))
    }

    /// A moment that this zone's clocks show.
    private func clockTime(_ shown: Int64) -> Instant {
        var moment = shown - zone.offset(at: shown).seconds
        let other = shown - zone.offset(at: moment).seconds
        if zone.offset(at: other).seconds == shown - other { moment = other }
        return Instant(seconds: moment, nanoseconds: nanoseconds, offset: zone.offset(at: moment))
    }

    private func date() throws(FunctionError) -> CivilDate {
        guard let dayOfYear else {
            let (month, day) = (self.month ?? 1, self.day ?? 1)
            guard (1...CivilDate.length(ofMonth: month, in: year)).contains(day) else {
                throw outOfRange("day")
            }
            return CivilDate(year: year, month: month, day: day)
        }
        guard (1...(CivilDate.isLeap(year) ? 366 : 365)).contains(dayOfYear) else {
            throw outOfRange("day-of-year")
        }
        let date = CivilDate(days: CivilDate(year: year, month: 1, day: dayOfYear).days)
        for (read, counted, name) in [(month, date.month, "month"), (day, date.day, "day")] {
            if let read, read != counted {
                throw FunctionError(
                    "parsing time \(TimeText.quoted(text)): day-of-year does not match \(name)")
            }
        }
        return date
    }

    private func outOfRange(_ name: String) -> FunctionError {
        FunctionError("parsing time \(TimeText.quoted(text)): \(name) out of range")
    }
}
