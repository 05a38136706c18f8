import YAML

// The part of the parser that reads one path, `.spec.http[0]['name']`, and what brackets hold.
extension JSONPathParser {
    /// One path, up to a character that cannot belong to it.
    mutating func path(depth: Int) throws(JSONPathError) -> [JSONPath.Step] {
        var steps: [JSONPath.Step] = []
        let start = offset
        if peek == "@" || peek == "$" { offset += 1 }
        while let character = peek {
            switch character {
            case "." where peekNext == ".":
                offset += 2
                steps.append(.descendants)
                if let name = try fieldName() { steps.append(name) }
            case ".":
                offset += 1
                if let name = try fieldName() { steps.append(name) }
            case "[": steps.append(try bracket(depth: depth))
            default:
                if offset == start { throw unexpected(character) }
                return steps
            }
        }
        return steps
    }

    func unexpected(_ character: Character) -> JSONPathError {
        JSONPathError("unexpected \(character.debugDescription)", at: offset)
    }

    /// A name after a dot; nil for the lone dot that stands for the object itself.
    private mutating func fieldName() throws(JSONPathError) -> JSONPath.Step? {
        if peek == "*" {
            offset += 1
            return .everyChild
        }
        var name = ""
        while let character = peek, !"., []{}()=!<>|\"'\t\n".contains(character) {
            offset += 1
            if character == "\\", let escaped = peek {
                name.append(escaped)
                offset += 1
            } else {
                name.append(character)
            }
        }
        return name.isEmpty ? nil : .field(name)
    }

    private mutating func bracket(depth: Int) throws(JSONPathError) -> JSONPath.Step {
        let start = offset
        offset += 1
        skipSpaces()
        if take("?(") { return try filter(depth: depth + 1, start: start) }
        var alternatives = [[try bracketItem(depth: depth)]]
        while true {
            skipSpaces()
            guard let character = peek else { throw JSONPathError("missing ]", at: start) }
            offset += 1
            switch character {
            case "]": return alternatives.count == 1 ? alternatives[0][0] : .union(alternatives)
            case ",":
                skipSpaces()
                alternatives.append([try bracketItem(depth: depth)])
            default:
                offset -= 1
                throw unexpected(character)
            }
        }
    }

    /// `*`, a quoted name, an index, or a slice.
    private mutating func bracketItem(depth: Int) throws(JSONPathError) -> JSONPath.Step {
        switch peek {
        case "*":
            offset += 1
            return .everyChild
        case "\"", "'": return .field(try quoted())
        default: break
        }
        let start = offset
        let from = try integer()
        skipSpaces()
        guard peek == ":" else {
            guard let from else {
                throw JSONPathError("expected an index, a name in quotes, or *", at: start)
            }
            return .index(from)
        }
        offset += 1
        skipSpaces()
        let to = try integer()
        skipSpaces()
        var by = 1
        if peek == ":" {
            offset += 1
            skipSpaces()
            by = try integer() ?? 1
        }
        guard by > 0 else { throw JSONPathError("the step of a slice must be greater than 0", at: start) }
        return .slice(from: from, to: to, by: by)
    }

    private mutating func integer() throws(JSONPathError) -> Int? {
        let start = offset
        var text = ""
        while let character = peek, character == "-" || character.isASCII && character.isNumber {
            text.append(character)
            offset += 1
        }
        if text.isEmpty { return nil }
        guard let value = Int(text) else { throw JSONPathError("\(text) is not an index", at: start) }
        return value
    }

    private mutating func filter(depth: Int, start: Int) throws(JSONPathError) -> JSONPath.Step {
        guard depth < 50 else { throw JSONPathError("filters lie too deep within each other", at: offset) }
        let left = try operand(depth: depth)
        skipSpaces()
        var comparison: (JSONPath.Filter.Comparison, [JSONPath.Step])?
        if peek != ")" {
            guard let sign = JSONPath.Filter.Comparison.allCases.first(where: { take($0.rawValue) }) else {
                throw JSONPathError("expected ==, !=, <, <=, > or >=", at: offset)
            }
            comparison = (sign, try operand(depth: depth))
        }
        skipSpaces()
        guard take(")") else { throw JSONPathError("missing )", at: offset) }
        skipSpaces()
        guard take("]") else { throw JSONPathError("missing ]", at: start) }
        return .filter(JSONPath.Filter(left: left, comparison: comparison))
    }

    /// One side of a comparison: a path, a quoted text, a number, `true` or `false`.
    private mutating func operand(depth: Int) throws(JSONPathError) -> [JSONPath.Step] {
        skipSpaces()
        switch peek {
        case "\"", "'": return [.constant(Node(try quoted()))]
        case "@", "$", ".", "[": return try path(depth: depth)
        default: break
        }
        let start = offset
        var text = ""
        while let character = peek, !" )=!<>".contains(character) {
            text.append(character)
            offset += 1
        }
        if text == "true" || text == "false" { return [.constant(Node(text == "true"))] }
        if let value = Int64(text) { return [.constant(Node(value))] }
        if let value = Double(text), value.isFinite { return [.constant(Node(value))] }
        throw JSONPathError("expected a path, a text in quotes, a number, true or false", at: start)
    }
}
