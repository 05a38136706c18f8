/// Reads JSON as Go's encoding/json does, with its messages.
package struct JSONText {
    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0
    /// What could be read but does not fit; reading goes on behind it.
    private var mismatch: FunctionError?
    /// Keys that lead to where reading has come to, for messages.
    private var path: [Text] = []

    private init(_ text: Text) { bytes = text.bytes }

    /// The value of a text; numbers are `float64`.
    package static func value(_ text: Text) throws(FunctionError) -> Value {
        let (value, mismatch) = try read(text)
        if let mismatch { throw mismatch }
        return value
    }

    /// The value, and what in it does not fit Go's types, where zero stands.
    static func read(_ text: Text) throws(FunctionError) -> (Value, mismatch: FunctionError?) {
        var reader = JSONText(text)
        // Go looks at the whole text first: what is wrong with its form goes before what does not fit.
        let value = try reader.value("looking for beginning of value")
        if let byte = reader.skipSpace() { throw reader.unexpected(byte, "after top-level value") }
        return (value, reader.mismatch)
    }

    /// A value where another type was wanted.
    static func misfit(_ value: Value, _ type: String) -> FunctionError {
        let found =
            switch value {
            case .map: "object"
            case .list: "array"
            case .text: "string"
            case .bool: "bool"
            default: "number"
            }
        return FunctionError("json: cannot unmarshal \(found) into Go value of type \(type)")
    }

    // MARK: Values

    private mutating func value(_ place: String) throws(FunctionError) -> Value {
        guard let byte = skipSpace() else { throw Self.end }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .float(try number())
        case UInt8(ascii: "t"): return try word("true", true)
        case UInt8(ascii: "f"): return try word("false", false)
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected(byte, place)
        }
    }

    private mutating func open() throws(FunctionError) {
        at += 1
        depth += 1
        if depth > Limits.nesting { throw FunctionError("exceeded max depth") }
    }

    private mutating func object() throws(FunctionError) -> Value {
        try open()
        defer { depth -= 1 }
        var entries: [(Text, Value)] = []
        guard let first = skipSpace() else { throw Self.end }
        if take(UInt8(ascii: "}"), first) { return .map(MapValue()) }
        while true {
            guard let quote = skipSpace() else { throw Self.end }
            if quote != UInt8(ascii: "\"") {
                throw unexpected(quote, "looking for beginning of object key string")
            }
            let key = try string()
            guard let colon = skipSpace() else { throw Self.end }
            if !take(UInt8(ascii: ":"), colon) { throw unexpected(colon, "after object key") }
            path.append(key)
            entries.append((key, try value("looking for beginning of value")))
            path.removeLast()
            guard let next = skipSpace() else { throw Self.end }
            if take(UInt8(ascii: "}"), next) { return .map(MapValue(entries)) }
            if !take(UInt8(ascii: ","), next) { throw unexpected(next, "after object key:value pair") }
        }
    }

    private mutating func array() throws(FunctionError) -> Value {
        try open()
        defer { depth -= 1 }
        var items: [Value] = []
        guard let first = skipSpace() else { throw Self.end }
        if take(UInt8(ascii: "]"), first) { return .items([]) }
        while true {
            items.append(try value("looking for beginning of value"))
            guard let next = skipSpace() else { throw Self.end }
            if take(UInt8(ascii: "]"), next) { return .items(items) }
            if !take(UInt8(ascii: ","), next) { throw unexpected(next, "after array element") }
        }
    }

    private mutating func word(_ word: String, _ value: Value) throws(FunctionError) -> Value {
        for letter in word.utf8 {
            guard at < bytes.count else { throw Self.end }
            guard bytes[at] == letter else {
                let wanted = GoQuoting.quoted(character: Unicode.Scalar(letter))
                throw unexpected(bytes[at], "in literal \(word) (expecting \(wanted))")
            }
            at += 1
        }
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(FunctionError) -> Double {
        let start = at
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        guard at < bytes.count else { throw Self.end }
        if bytes[at] == UInt8(ascii: "0") { at += 1 } else { try digits("in numeric literal") }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            try digits("after decimal point in numeric literal")
        }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            try digits("in exponent of numeric literal")
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        let number = Double(text) ?? 0
        if number.isFinite { return number }
        if mismatch == nil { mismatch = misfit(text) }
        return 0
    }

    private func misfit(_ text: String) -> FunctionError {
        let names = path.map(\.string).joined(separator: ".")
        let place = path.isEmpty ? "value of type float64" : "struct field .\(names) of type float64"
        return FunctionError("json: cannot unmarshal number \(text) into Go \(place)")
    }

    private mutating func digits(_ place: String) throws(FunctionError) {
        guard at < bytes.count else { throw Self.end }
        guard bytes[at] &- 0x30 < 10 else { throw unexpected(bytes[at], place) }
        while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
    }

    // MARK: Strings

    /// Bytes that are not UTF-8, and halves of surrogate pairs, become U+FFFD.
    private mutating func string() throws(FunctionError) -> Text {
        at += 1
        var result: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return Text(String(decoding: result, as: UTF8.self))
            case UInt8(ascii: "\\"): result += Array(String(try escape()).utf8)
            case 0..<0x20: throw unexpected(byte, "in string literal")
            default:
                result.append(byte)
                at += 1
            }
        }
        throw Self.end
    }

    private mutating func escape() throws(FunctionError) -> Unicode.Scalar {
        at += 1
        guard at < bytes.count else { throw Self.end }
        let letter = bytes[at]
        if letter != UInt8(ascii: "u") {
            guard let scalar = Self.escapes[letter] else { throw unexpected(letter, "in string escape code") }
            at += 1
            return scalar
        }
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        // A low half must follow a high one; if not, what follows stands for itself.
        let place = at
        if first < 0xDC00, bytes[at...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            at += 1
            let second = try unit()
            if (0xDC00...0xDFFF).contains(second) {
                return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}"
            }
            at = place
        }
        return "\u{FFFD}"
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
        UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    /// Four hexadecimal digits behind the letter.
    private mutating func unit() throws(FunctionError) -> UInt32 {
        at += 1
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard at < bytes.count else { throw Self.end }
            let scalar = Unicode.Scalar(bytes[at])
            guard let digit = Character(scalar).hexDigitValue, scalar.isASCII else {
                throw unexpected(bytes[at], "in \\u hexadecimal character escape")
            }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }

    // MARK: Bytes

    private mutating func skipSpace() -> UInt8? {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
        return at < bytes.count ? bytes[at] : nil
    }

    private mutating func take(_ wanted: UInt8, _ found: UInt8) -> Bool {
        if found == wanted { at += 1 }
        return found == wanted
    }

    private static let end = FunctionError("unexpected end of JSON input")

    /// Go counts bytes here, and shows each as the character of Latin-1.
    private func unexpected(_ byte: UInt8, _ place: String) -> FunctionError {
        FunctionError("invalid character \(GoQuoting.quoted(character: Unicode.Scalar(byte))) \(place)")
    }
}
