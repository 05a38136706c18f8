/// Reads TOML as the library does that Helm uses (BurntSushi 1.6), with its messages.
struct TOMLReader {
    /// Zones of times that TOML gives without one.
    static let localDateTime = "datetime-local"
    static let localDate = "date-local"
    static let localTime = "time-local"

    let bytes: [UInt8]
    var at = 0
    var line = 1
    var builder = TOMLBuilder()
    /// Lists and tables that are open.
    var depth = 0

    private init(_ text: Text) {
        var bytes = text.bytes[...]
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            bytes = bytes.dropFirst(2)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes = bytes.dropFirst(3)
        }
        self.bytes = Array(bytes)
    }

    /// The table that the text is; whole numbers are `int64`.
    static func value(_ text: Text) throws(FunctionError) -> Value {
        var reader = TOMLReader(text)
        if reader.bytes.prefix(6).contains(0) {
            throw FunctionError(
                "toml: line 1: files cannot contain NULL bytes; probably using UTF-16; "
                    + "TOML files must be UTF-8")
        }
        try reader.document()
        return reader.builder.root.value
    }

    // MARK: Document

    private mutating func document() throws(FunctionError) {
        while let character = try next() {
            switch character {
            case " ", "\t", "\n", "\r": continue
            case "#": try comment()
            case "[":
                try header()
                try endLine()
            default:
                back(character)
                try pair(isTop: true)
                try endLine()
            }
        }
    }

    /// `[a.b]` or `[[a.b]]`.
    private mutating func header() throws(FunctionError) {
        let isList = try accept("[")
        builder.position = line
        var names: [Text] = []
        repeat {
            try skipBlanks()
            let first = try peek()
            switch first {
            case nil, "]": throw fail("unexpected end of table name (table names cannot be empty)")
            case ".": throw fail("unexpected table separator (table names cannot be empty)")
            default: names.append(try name(first))
            }
            try skipBlanks()
        } while try nameGoesOn()
        if isList, try !accept("]") {
            let found = try next()
            throw fail("expected end of table array name delimiter ']', but got \(shown(found)) instead")
        }
        try builder.open(TOMLKey(names: names), isList: isList)
    }

    private mutating func nameGoesOn() throws(FunctionError) -> Bool {
        switch try next() {
        case ".": return true
        case "]": return false
        case let found: throw fail("expected '.' or ']' to end table name, but got \(shown(found)) instead")
        }
    }

    private mutating func endLine() throws(FunctionError) {
        while let character = try next() {
            switch character {
            case "#": return try comment()
            case " ", "\t": continue
            case "\n", "\r": return
            default:
                throw fail(
                    "expected a top-level item to end with a newline, comment, or EOF, but got "
                        + "\(shown(character)) instead")
            }
        }
    }

    mutating func comment() throws(FunctionError) {
        while let character = try peek(), character != "\n", character != "\r" { _ = try next() }
    }

    // MARK: Keys

    /// A key and its value, put where they belong.
    @discardableResult
    mutating func pair(isTop: Bool) throws(FunctionError) -> (TOMLKey, TOMLBuilder.Item) {
        let outer = builder.context
        let key = try key()
        try builder.begin(key)
        let (item, isArray) = try value(inList: false)
        try builder.set(item, isArray: isArray)
        builder.context = outer
        if isTop { builder.currentKey = nil }
        return (key, item)
    }

    private mutating func key() throws(FunctionError) -> TOMLKey {
        try skipBlanks()
        switch try peek() {
        case nil, "=": throw fail("unexpected '=': key name appears blank")
        case ".": throw fail("unexpected '.': keys cannot start with a '.'")
        default: break
        }
        builder.position = line
        var names: [Text] = []
        repeat {
            try skipBlanks()
            let first = try peek()
            switch first {
            case nil, "=": throw fail("unexpected '='")
            case ".": throw fail("unexpected '.'")
            default: names.append(try name(first))
            }
            try skipBlanks()
        } while try keyGoesOn()
        return TOMLKey(names: names)
    }

    private mutating func keyGoesOn() throws(FunctionError) -> Bool {
        switch try next() {
        case nil: throw fail("unexpected EOF; expected key separator '='")
        case ".": return true
        case "=": return false
        case let found?:
            throw fail(
                "expected '.' or '=', but got \(shown(found)) instead", linesBack: found == "\n" ? 1 : 0)
        }
    }

    private mutating func name(_ first: Unicode.Scalar?) throws(FunctionError) -> Text {
        switch first {
        case "\"":
            _ = try next()
            return try basicString()
        case "'":
            _ = try next()
            return try literalString()
        default:
            let start = at
            while at < bytes.count, TOMLKey.isBareCharacter(bytes[at]) { at += 1 }
            return Text(bytes: bytes[start..<at])
        }
    }
}

// MARK: Characters

extension TOMLReader {
    /// The next character; nil at the end. Carriage returns come before line feeds only.
    mutating func next() throws(FunctionError) -> Unicode.Scalar? {
        guard at < bytes.count else { return nil }
        let (scalar, width) = GoCharacter.decode(bytes, at: at)
        if scalar == "\n" { line += 1 }
        if scalar == "\u{FFFD}", width == 1 {
            throw fail("invalid UTF-8 byte: 0x" + Self.hexadecimal(bytes[at]))
        }
        let isControl = scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
        let isLone = scalar == "\r" && (at + 1 == bytes.count || bytes[at + 1] != 0x0A)
        if isControl || isLone || scalar.value == 0x7F {
            let code = Self.hexadecimal(bytes[at])
            throw fail("TOML files cannot contain control characters: '0x\(code)'")
        }
        at += width
        return scalar
    }

    mutating func peek() throws(FunctionError) -> Unicode.Scalar? {
        let (place, number) = (at, line)
        defer { (at, line) = (place, number) }
        return try next()
    }

    /// Goes back behind the character before.
    mutating func back(_ character: Unicode.Scalar) {
        at -= Text(String(character)).count
        if character == "\n" { line -= 1 }
    }

    mutating func accept(_ character: Unicode.Scalar) throws(FunctionError) -> Bool {
        guard try peek() == character else { return false }
        _ = try next()
        return true
    }

    mutating func skipBlanks() throws(FunctionError) {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }

    /// An error where reading has come to; behind the last line break it is one of the line before.
    func fail(_ message: String, linesBack: Int = 0) -> FunctionError {
        let isBehindBreak = at >= bytes.count && linesBack == 0 && bytes.last == 0x0A
        return builder.fail(message, line: line - (isBehindBreak ? 1 : linesBack))
    }

    func shown(_ character: Unicode.Scalar?) -> String {
        GoQuoting.quoted(character: character ?? "\u{0}")
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
