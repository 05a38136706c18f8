/// Go's package fmt: Print, Println, and the values of `%v`.
package struct Printer {
    var bytes: [UInt8]
    var flags = PrintFlags()
    /// Where it gives up: lists that hold one list many times print more than memory holds.
    private let limit: Int

    init(_ bytes: [UInt8] = [], limit: Int = Limits.stringBytes) {
        self.bytes = bytes
        self.limit = bytes.count + limit
    }

    var isTooLong: Bool { bytes.count > limit }

    /// The text that was printed.
    func text() throws(FunctionError) -> Text {
        if isTooLong { throw FunctionError("the text is larger than \(Limits.stringBytes >> 20) MiB") }
        return Text(bytes: bytes)
    }

    /// `fmt.Sprint`: spaces between operands when neither is a string.
    static func print(_ values: [Value]) throws(FunctionError) -> Text {
        var printer = Printer()
        var afterString = true
        for (index, value) in values.enumerated() {
            let isString = if case .text = value { true } else { false }
            if index > 0, !isString, !afterString { printer.bytes.append(UInt8(ascii: " ")) }
            printer.printValue(value)
            afterString = isString
        }
        return try printer.text()
    }

    /// `fmt.Sprintln`.
    static func printLine(_ values: [Value]) throws(FunctionError) -> Text {
        var printer = Printer()
        for (index, value) in values.enumerated() {
            if index > 0 { printer.bytes.append(UInt8(ascii: " ")) }
            printer.printValue(value)
        }
        printer.bytes.append(UInt8(ascii: "\n"))
        return try printer.text()
    }

    /// One value as `%v` prints it.
    package static func text(of value: Value) -> Text {
        if case .text(let text) = value { return text }
        var printer = Printer()
        printer.printValue(value)
        return Text(bytes: printer.bytes)
    }

    /// What an action prints of a value: what a pointer points to, and `<no value>` for nil.
    static func printable(_ value: Value) -> Value {
        switch value {
        case .null: "<no value>"
        case .pointer(let value, false) where value.description == nil: .structure(value)
        default: value
        }
    }

    mutating func write(_ string: String) { bytes.append(contentsOf: string.utf8) }

    mutating func printValue(_ value: Value) { printValue(value, "v", depth: 0) }
}

// MARK: Values

extension Printer {
    mutating func printValue(_ value: Value, _ verb: Unicode.Scalar, depth: Int) {
        if depth > Limits.nesting { return write("...") }
        if isTooLong { return }
        switch value {
        case .null: printNull(verb, depth)
        case .bool(let truth):
            if verb == "t" || verb == "v" { pad(truth ? "true" : "false") } else { complain(verb, value) }
        case .int(let number, _): printInteger(value, number.magnitude, number < 0, signed: true, verb)
        case .uint(let number, _): printInteger(value, number, false, signed: false, verb)
        case .float(let number): printFloat(value, number, verb)
        case .complex(let real, let imaginary): printComplex(value, real, imaginary, verb)
        case .text(let text): printText(value, text, verb)
        case .list(let list): printList(value, list, verb, depth)
        case .map(let map): printMap(map, verb, depth)
        case .structure(let structure): printStructure(value, structure, verb, depth)
        case .pointer(let structure, let isNil): printPointer(value, structure, isNil, verb, depth)
        case .function: write("0x47b3c0")
        case .host(let host): printHost(value, host, verb)
        }
    }

    private mutating func printNull(_ verb: Unicode.Scalar, _ depth: Int) {
        if depth > 0 { return write(flags.asSource ? "interface {}(nil)" : "<nil>") }
        if verb == "v" || verb == "T" { pad("<nil>") } else { complain(verb, .null) }
    }

    private mutating func printList(
        _ value: Value, _ list: ListValue, _ verb: Unicode.Scalar, _ depth: Int
    ) {
        if let bytes = list.bytes, "sqxX".unicodeScalars.contains(verb) {
            return printText(value, Text(bytes: bytes), verb)
        }
        if flags.asSource {
            write(value.typeName)
            if list.isNil { return write("(nil)") }
        }
        write(flags.asSource ? "{" : "[")
        for (index, item) in list.items.enumerated() {
            if index > 0 { write(flags.asSource ? ", " : " ") }
            printValue(item, verb, depth: depth + 1)
            if isTooLong { return }
        }
        write(flags.asSource ? "}" : "]")
    }

    private mutating func printMap(_ map: MapValue, _ verb: Unicode.Scalar, _ depth: Int) {
        if flags.asSource {
            write(Value.map(map).typeName)
            if map.isNil { return write("(nil)") }
        }
        write(flags.asSource ? "{" : "map[")
        for (index, entry) in map.entries.enumerated() {
            if index > 0 { write(flags.asSource ? ", " : " ") }
            printValue(map.keyValue(at: index), verb, depth: depth + 1)
            write(":")
            printValue(entry.value, verb, depth: depth + 1)
            if isTooLong { return }
        }
        write(flags.asSource ? "}" : "]")
    }

    private mutating func printStructure(
        _ value: Value, _ structure: StructValue, _ verb: Unicode.Scalar, _ depth: Int
    ) {
        if let description = structure.description, isForStrings(verb) {
            return printText(value, description(), verb)
        }
        if flags.asSource { write(structure.typeName) }
        write("{")
        for (index, field) in structure.fields.enumerated() {
            if index > 0 { write(flags.asSource ? ", " : " ") }
            if flags.asSource || flags.namesFields { write(field.name.string + ":") }
            printValue(field.value, verb, depth: depth + 1)
        }
        write("}")
    }

    private mutating func printPointer(
        _ value: Value, _ structure: StructValue, _ isNil: Bool, _ verb: Unicode.Scalar, _ depth: Int
    ) {
        if isNil, !flags.asSource, let description = structure.description {
            return pad(description().string)
        }
        if isNil { return flags.asSource ? write("(\(value.typeName))(nil)") : pad("<nil>") }
        if let description = structure.description, isForStrings(verb) {
            return printText(value, description(), verb)
        }
        // Go prints the address of what lies deeper; there are none here.
        if depth > 0 { return write("0xc000000000") }
        write("&")
        printStructure(.structure(structure), structure, verb, depth + 1)
    }

    private mutating func printHost(_ value: Value, _ host: any HostValue, _ verb: Unicode.Scalar) {
        if let text = host.text, isForStrings(verb) { return printText(value, text, verb) }
        if let underlying = host.underlying { return printValue(underlying, verb, depth: 0) }
        write("{}")
    }

    /// The verbs for which String() is asked.
    private func isForStrings(_ verb: Unicode.Scalar) -> Bool {
        !flags.asSource && "vsxXq".unicodeScalars.contains(verb)
    }
}
