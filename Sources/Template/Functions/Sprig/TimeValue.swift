/// A moment as templates see it: Go's `time.Time`.
struct TimeValue: HostValue {
    let instant: Instant

    static let type = GoType.named("time.Time", kind: "struct")

    var typeName: String { "time.Time" }
    var kind: String { "struct" }
    var text: Text? { Text(instant.text) }
    /// RFC 3339.
    var json: Value? { .string(instant.rfc3339) }

    func equals(_ other: any HostValue) -> Bool { (other as? TimeValue)?.instant == instant }

    func member(_ name: Text) -> Value? {
        switch name.string {
        case "Year": number(name, instant.date.year)
        case "Month": result(name, TimePartValue.month, .host(TimePartValue(month: instant.date.month)))
        case "Day": number(name, instant.date.day)
        case "Weekday":
            result(name, TimePartValue.weekday, .host(TimePartValue(weekday: instant.date.weekday)))
        case "YearDay": number(name, instant.date.dayOfYear)
        case "Hour": number(name, instant.hour)
        case "Minute": number(name, instant.minute)
        case "Second": number(name, instant.second)
        case "Nanosecond": number(name, instant.nanoseconds)
        case "Unix": result(name, .int(.bits64), .int(instant.seconds, .bits64))
        case "UnixMilli": unix(name, 1_000)
        case "UnixMicro": unix(name, 1_000_000)
        case "UnixNano": unix(name, 1_000_000_000)
        case "IsZero": result(name, .bool, .bool(instant.isZero))
        case "UTC", "Local": result(name, Self.type, .host(TimeValue(instant: instant.at(.utc))))
        case "String": result(name, .string, .string(instant.text))
        default: calculation(name)
        }
    }

    private func calculation(_ name: Text) -> Value? {
        switch name.string {
        case "Format":
            .function(
                Function("Format", .string, returns: .string) { arguments in
                    .string(instant.formatted(TimeLayout(arguments[0].text?.string ?? "")))
                })
        case "Add":
            .function(
                Function("Add", DurationValue.type, returns: Self.type) { arguments in
                    .host(TimeValue(instant: instant.adding(DurationValue.duration(arguments[0]))))
                })
        case "AddDate":
            .function(
                Function("AddDate", .int(), .int(), .int(), returns: Self.type) { arguments in
                    .host(TimeValue(instant: moved(arguments.map(\.integer))))
                })
        case "Sub": compared(name, DurationValue.type) { .host(DurationValue(instant.since($0))) }
        case "After": compared(name, .bool) { .bool($0 < instant) }
        case "Before": compared(name, .bool) { .bool(instant < $0) }
        case "Equal": compared(name, .bool) { .bool(!(instant < $0) && !($0 < instant)) }
        case "Compare": compared(name, .int()) { .number(instant < $0 ? -1 : $0 < instant ? 1 : 0) }
        default: nil
        }
    }

    private func moved(_ by: [Int64]) -> Instant {
        let date = CivilDate(
            year: instant.date.year &+ by[0], month: instant.date.month &+ by[1],
            day: instant.date.day &+ by[2])
        return Instant(
            date, instant.secondOfDay, nanoseconds: instant.nanoseconds, offset: instant.offset)
    }

    private func unix(_ name: Text, _ perSecond: Int64) -> Value {
        let rest = instant.nanoseconds / (1_000_000_000 / perSecond)
        return result(name, .int(.bits64), .int(instant.seconds &* perSecond &+ rest, .bits64))
    }

    private func number(_ name: Text, _ number: Int64) -> Value { result(name, .int(), .int(number)) }

    private func result(_ name: Text, _ type: GoType, _ value: Value) -> Value {
        .function(Function(name.string, returns: type) { _ in value })
    }

    private func compared(
        _ name: Text, _ type: GoType, _ body: @escaping @Sendable (Instant) -> Value
    ) -> Value {
        .function(
            Function(name.string, Self.type, returns: type) { arguments in
                body(Self.instant(arguments[0]) ?? .zero)
            })
    }

    static func instant(_ value: Value) -> Instant? {
        if case .host(let host) = value { (host as? TimeValue)?.instant } else { nil }
    }
}

/// A month or a day of the week: a number with a name.
struct TimePartValue: HostValue {
    let typeName: String
    let kind = "int"
    let number: Int64
    let text: Text?

    static let month = GoType.named("time.Month", kind: "int")
    static let weekday = GoType.named("time.Weekday", kind: "int")

    init(month: Int64) {
        (typeName, number) = ("time.Month", month)
        text = Text(CivilDate.months[Int(month - 1)])
    }

    init(weekday: Int64) {
        (typeName, number) = ("time.Weekday", weekday)
        text = Text(CivilDate.weekdays[Int(weekday)])
    }

    var underlying: Value? { .int(number) }

    func equals(_ other: any HostValue) -> Bool {
        guard let other = other as? TimePartValue else { return false }
        return other.typeName == typeName && other.number == number
    }

    func member(_ name: Text) -> Value? {
        guard name == "String", let text else { return nil }
        return .function(Function("String", returns: .string) { _ in .text(text) })
    }
}

extension Value {
    /// The number of an argument that is known to be an integer.
    var integer: Int64 { if case .int(let number, _) = self { number } else { 0 } }
}
