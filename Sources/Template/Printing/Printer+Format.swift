/// Go's Printf.
extension Printer {
    /// `fmt.Sprintf`. Throws when a width would make the text longer than `Limits.stringBytes`.
    static func format(_ format: Text, _ arguments: [Value]) throws(FunctionError) -> Text {
        var run = FormatRun(format, arguments)
        return try run.text()
    }
}

/// One call of Printf: the format, and which argument comes next.
private struct FormatRun {
    private let format: [UInt8]
    private let arguments: [Value]
    private var printer = Printer()
    private var position = 0
    private var next = 0
    private var isReordered = false
    private var isGoodIndex = true

    /// Go's own bound for widths and precisions.
    private static let widest = 1_000_000

    init(_ format: Text, _ arguments: [Value]) {
        self.format = format.bytes
        self.arguments = arguments
    }

    mutating func text() throws(FunctionError) -> Text {
        while position < format.count {
            let start = position
            while position < format.count, format[position] != UInt8(ascii: "%") { position += 1 }
            printer.bytes += format[start..<position]
            guard position < format.count else { break }
            position += 1
            isGoodIndex = true
            verb()
            if printer.isTooLong { break }
        }
        if !isReordered, next < arguments.count { complainAboutExtra() }
        return try printer.text()
    }

    private mutating func complainAboutExtra() {
        printer.flags = PrintFlags()
        printer.write("%!(EXTRA ")
        for (index, argument) in arguments[next...].enumerated() {
            if index > 0 { printer.write(", ") }
            printer.write(argument.typeName)
            if !argument.isNull {
                printer.write("=")
                printer.printValue(argument)
            }
        }
        printer.write(")")
    }

    private mutating func verb() {
        printer.flags = PrintFlags()
        readFlags()
        readWidthAndPrecision()
        guard position < format.count else { return printer.write("%!(NOVERB)") }
        let (verb, count) = GoCharacter.decode(format, at: position)
        position += count
        if verb == "%" { return printer.write("%") }
        if !isGoodIndex { return printer.write("%!\(verb)(BADINDEX)") }
        guard next < arguments.count else { return printer.write("%!\(verb)(MISSING)") }
        let argument = arguments[next]
        next += 1
        if verb == "v" {
            (printer.flags.asSource, printer.flags.sharp) = (printer.flags.sharp, false)
            (printer.flags.namesFields, printer.flags.plus) = (printer.flags.plus, false)
        }
        print(argument, verb)
    }

    private mutating func print(_ argument: Value, _ verb: Unicode.Scalar) {
        switch verb {
        case "T": printer.printText(argument, Text(argument.typeName), "s")
        case "p": printer.complain(verb, argument)
        default: printer.printValue(argument, verb, depth: 0)
        }
    }

    private mutating func readFlags() {
        while position < format.count {
            switch format[position] {
            case UInt8(ascii: "#"): printer.flags.sharp = true
            case UInt8(ascii: "0"): printer.flags.zero = true
            case UInt8(ascii: "+"): printer.flags.plus = true
            case UInt8(ascii: "-"): printer.flags.minus = true
            case UInt8(ascii: " "): printer.flags.space = true
            default: return
            }
            position += 1
        }
    }

    private mutating func readWidthAndPrecision() {
        var afterIndex = readIndex()
        if take("*") {
            if let width = starArgument() {
                printer.flags.width = abs(width)
                if width < 0 { printer.flags.minus = true }
            } else {
                printer.write("%!(BADWIDTH)")
            }
            afterIndex = false
        } else if let width = readNumber() {
            printer.flags.width = width
            // "%[3]2d"
            if afterIndex { isGoodIndex = false }
        }
        if take(".") {
            // "%[3].2d"
            if afterIndex { isGoodIndex = false }
            afterIndex = readIndex()
            if take("*") {
                let precision = starArgument()
                if let precision, precision >= 0 { printer.flags.precision = precision }
                if precision == nil { printer.write("%!(BADPREC)") }
                afterIndex = false
            } else {
                printer.flags.precision = readNumber() ?? 0
            }
        }
        if !afterIndex { _ = readIndex() }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < format.count, format[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Digits; numbers above Go's bound count as none.
    private mutating func readNumber() -> Int? {
        var number: Int?
        while position < format.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(format[position]) {
            number = min((number ?? 0) * 10 + Int(format[position] - UInt8(ascii: "0")), Self.widest + 1)
            position += 1
        }
        return number.flatMap { $0 > Self.widest ? nil : $0 }
    }

    /// The integer argument for a `*`.
    private mutating func starArgument() -> Int? {
        guard next < arguments.count else { return nil }
        let argument = arguments[next]
        next += 1
        switch argument {
        case .int(let number, _):
            return number.magnitude <= UInt64(Self.widest) ? Int(number) : nil
        case .uint(let number, _):
            return number <= UInt64(Self.widest) ? Int(number) : nil
        default: return nil
        }
    }

    /// `[n]`: the argument that comes next. True when there was one.
    private mutating func readIndex() -> Bool {
        guard position < format.count, format[position] == UInt8(ascii: "[") else { return false }
        isReordered = true
        guard let close = format[position...].firstIndex(of: UInt8(ascii: "]")) else {
            isGoodIndex = false
            position += 1
            return false
        }
        let digits = String(decoding: format[(position + 1)..<close], as: UTF8.self)
        position = close + 1
        guard let index = Int(digits), index >= 1, index <= arguments.count else {
            isGoodIndex = false
            return true
        }
        next = index - 1
        return true
    }
}
