/// A length of time as templates see it: Go's `time.Duration`.
struct DurationValue: HostValue {
    let duration: GoDuration

    static let type = GoType.named("time.Duration", kind: "int64")

    init(_ duration: GoDuration) { self.duration = duration }

    var typeName: String { "time.Duration" }
    var kind: String { "int64" }
    var text: Text? { Text(duration.description) }
    var underlying: Value? { .int(duration.nanoseconds, .bits64) }

    func equals(_ other: any HostValue) -> Bool { (other as? DurationValue)?.duration == duration }

    func member(_ name: Text) -> Value? {
        switch name.string {
        case "Seconds": float(name, GoDuration.second)
        case "Minutes": float(name, GoDuration.minute)
        case "Hours": float(name, GoDuration.hour)
        case "Milliseconds": whole(name, 1_000_000)
        case "Microseconds": whole(name, 1_000)
        case "Nanoseconds": whole(name, 1)
        case "String": result(name, .string, .string(duration.description))
        case "Abs":
            result(
                name, Self.type,
                .host(DurationValue(GoDuration(Int64(clamping: duration.nanoseconds.magnitude)))))
        case "Round": changed(name) { duration.rounded(to: $0) }
        case "Truncate": changed(name) { duration.truncated(to: $0) }
        default: nil
        }
    }

    private func float(_ name: Text, _ unit: Int64) -> Value {
        result(name, .float64, .float(duration.counted(in: unit)))
    }

    private func whole(_ name: Text, _ unit: Int64) -> Value {
        result(name, .int(.bits64), .int(duration.nanoseconds / unit, .bits64))
    }

    private func result(_ name: Text, _ type: GoType, _ value: Value) -> Value {
        .function(Function(name.string, returns: type) { _ in value })
    }

    private func changed(_ name: Text, _ body: @escaping @Sendable (GoDuration) -> GoDuration) -> Value {
        .function(
            Function(name.string, Self.type, returns: Self.type) { arguments in
                .host(DurationValue(body(Self.duration(arguments[0]))))
            })
    }

    static func duration(_ value: Value) -> GoDuration {
        guard case .host(let host) = value, let own = host as? DurationValue else { return GoDuration(0) }
        return own.duration
    }
}
