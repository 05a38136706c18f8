/// A layout of Go: a text in which pieces of one certain moment (Monday, January 2, 2006, 3:04:05 PM, seven
/// hours west of Greenwich) stand for the same pieces of any other.
struct TimeLayout {
    enum Field: Equatable {
        case longMonth, month, numberMonth, zeroMonth
        case longWeekday, weekday
        case day, blankDay, zeroDay, blankYearDay, zeroYearDay
        case hour, hour12, zeroHour12, minute, zeroMinute, second, zeroSecond
        case longYear, year
        case upperHalf, lowerHalf
        case zoneName
        /// `-07:00` and the like; with `Z`, UTC is shown as `Z`.
        case offset(hasZ: Bool, colons: Bool, parts: Int)
        /// Digits after a point or comma, all of them or as many as it takes.
        case fraction(digits: Int, separator: UInt8, isFixed: Bool)
    }

    /// A field, what stands between it and the one before, and how it was written.
    struct Piece {
        let prefix: [UInt8]
        let field: Field
        let text: [UInt8]
    }

    let text: String
    let pieces: [Piece]
    /// What follows the last field.
    let suffix: [UInt8]

    init(_ text: String) {
        self.text = text
        var pieces: [Piece] = []
        var prefix: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if let (field, count) = Self.field(rest) {
                pieces.append(Piece(prefix: prefix, field: field, text: Array(rest.prefix(count))))
                prefix = []
                rest = rest.dropFirst(count)
            } else {
                prefix.append(byte)
                rest.removeFirst()
            }
        }
        self.pieces = pieces
        suffix = prefix
    }

    /// Fields that are recognised by their text alone, longer ones first.
    private static let plain: [(text: String, field: Field)] = [
        ("January", .longMonth), ("Monday", .longWeekday), ("MST", .zoneName), ("002", .zeroYearDay),
        ("01", .zeroMonth), ("02", .zeroDay), ("03", .zeroHour12), ("04", .zeroMinute), ("05", .zeroSecond),
        ("06", .year), ("15", .hour), ("1", .numberMonth), ("2006", .longYear), ("2", .day),
        ("__2", .blankYearDay), ("_2", .blankDay), ("3", .hour12), ("4", .minute), ("5", .second),
        ("PM", .upperHalf), ("pm", .lowerHalf),
    ]

    /// What follows the sign or the `Z` of an offset.
    private static let offsets: [(text: String, colons: Bool, parts: Int)] = [
        ("070000", false, 3), ("07:00:00", true, 3), ("0700", false, 2), ("07:00", true, 2), ("07", false, 1),
    ]

    /// The field at the beginning of a text, and how many bytes it takes.
    private static func field(_ rest: ArraySlice<UInt8>) -> (Field, Int)? {
        guard let first = rest.first else { return nil }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "Z"):
            let after = rest.dropFirst()
            guard let form = offsets.first(where: { after.starts(with: $0.text.utf8) }) else { return nil }
            let hasZ = first == UInt8(ascii: "Z")
            return (.offset(hasZ: hasZ, colons: form.colons, parts: form.parts), form.text.utf8.count + 1)
        case UInt8(ascii: "."), UInt8(ascii: ","): return fraction(rest)
        // An underscore before a year stays where it is.
        case UInt8(ascii: "_") where rest.starts(with: "_2006".utf8): return nil
        default: break
        }
        for (text, field) in plain where rest.starts(with: text.utf8) { return (field, text.utf8.count) }
        let after = rest.dropFirst(3).first ?? 0
        if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(after) { return nil }
        if rest.starts(with: "Jan".utf8) { return (.month, 3) }
        return rest.starts(with: "Mon".utf8) ? (.weekday, 3) : nil
    }

    private static func fraction(_ rest: ArraySlice<UInt8>) -> (Field, Int)? {
        guard let separator = rest.first, let digit = rest.dropFirst().first,
            digit == UInt8(ascii: "0") || digit == UInt8(ascii: "9")
        else { return nil }
        let count = rest.dropFirst().prefix { $0 == digit }.count
        if let next = rest.dropFirst(count + 1).first, SemanticVersion.isDigit(next) { return nil }
        let field = Field.fraction(digits: count, separator: separator, isFixed: digit == UInt8(ascii: "0"))
        return (field, count + 1)
    }
}
