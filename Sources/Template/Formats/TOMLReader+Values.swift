extension TOMLReader {
    /// A value, and whether it is a list.
    mutating func value(inList: Bool) throws(FunctionError) -> (TOMLBuilder.Item, isArray: Bool) {
        try skipBlanks()
        let first = try next()
        switch first {
        case "[": return (.value(try list()), true)
        case "{": return (.table(try inlineTable(inList: inList)), false)
        case "\"": return (.value(.text(try string("\""))), false)
        case "'": return (.value(.text(try string("'"))), false)
        case let sign? where sign == "+" || sign == "-": return (.value(try signed(sign)), false)
        case let digit? where Self.isDigit(digit):
            back(digit)
            return (.value(try unsigned()), false)
        case let letter? where letter.properties.isAlphabetic:
            back(letter)
            return (.value(try word()), false)
        case ".": throw fail("floats must start with a digit, not '.'")
        case nil: throw fail("unexpected EOF; expected value")
        case let other?:
            throw fail(
                "expected value but found \(shown(other)) instead", linesBack: other == "\n" ? 1 : 0)
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private mutating func word() throws(FunctionError) -> Value {
        let start = at
        while let letter = try peek(), letter.properties.isAlphabetic { _ = try next() }
        let word = Text(bytes: bytes[start..<at])
        switch word.string {
        case "true": return true
        case "false": return false
        case "inf": return .float(.infinity)
        case "nan": return .float(.nan)
        default: throw fail("expected value but found \(GoQuoting.quoted(word)) instead")
        }
    }

    // MARK: Lists and tables

    private mutating func deeper() throws(FunctionError) {
        depth += 1
        if depth > Limits.nesting { throw fail("the value is nested too deeply") }
    }

    /// Skips blanks, line breaks and comments.
    private mutating func significant() throws(FunctionError) -> Unicode.Scalar? {
        while let character = try next() {
            switch character {
            case " ", "\t", "\n", "\r": continue
            case "#": try comment()
            default: return character
            }
        }
        return nil
    }

    private mutating func list() throws(FunctionError) -> Value {
        builder.markArray()
        try deeper()
        defer { depth -= 1 }
        var items: [Value] = []
        while true {
            switch try significant() {
            case "]": return .items(items)
            case ",": throw fail("unexpected comma")
            case let first?: back(first)
            case nil: throw fail("unexpected EOF; expected value")
            }
            items.append(try value(inList: true).0.value)
            switch try significant() {
            case "]": return .items(items)
            case ",": continue
            case let found:
                let shown = found.map { "'\($0)'" } ?? "end of file"
                throw fail("expected a comma (',') or array terminator (']'), but got \(shown)")
            }
        }
    }

    private mutating func inlineTable(inList: Bool) throws(FunctionError) -> TOMLBuilder.Table {
        try deeper()
        let place = try builder.beginInline(inList: inList)
        let table = TOMLBuilder.Table()
        var isOpen = true
        while isOpen {
            switch try significant() {
            case "}":
                isOpen = false
                continue
            case ",": throw fail("unexpected comma")
            case let first?: back(first)
            case nil: throw fail("unexpected '=': key name appears blank")
            }
            let (key, item) = try pair(isTop: false)
            try add(item, key, to: table)
            switch try significant() {
            case "}": isOpen = false
            case ",": continue
            case let found:
                let shown = found.map { "'\($0)'" } ?? "end of file"
                throw fail("expected a comma or an inline table terminator '}', but got \(shown) instead")
            }
        }
        builder.endInline(place)
        depth -= 1
        return table
    }

    private func add(
        _ item: TOMLBuilder.Item, _ key: TOMLKey, to table: TOMLBuilder.Table
    ) throws(FunctionError) {
        var table = table
        for name in key.names.dropLast() {
            switch table.items[name] {
            case .table(let next): table = next
            case nil:
                let next = TOMLBuilder.Table()
                table.items[name] = .table(next)
                table = next
            default: throw builder.fail("\(GoQuoting.quoted(Text(builder.context.text))) is not a table")
            }
        }
        if let last = key.names.last { table.items[last] = item }
    }
}
