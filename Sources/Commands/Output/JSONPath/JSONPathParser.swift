import YAML

/// Reads the characters of a template once, left to right.
struct JSONPathParser {
    let characters: [Character]
    var offset = 0

    init(_ template: String) { characters = Array(template) }

    /// How deep ranges and filters may lie within each other.
    private static let deepest = 50

    mutating func template() throws(JSONPathError) -> [JSONPath.Part] {
        try parts(depth: 0)
    }

    /// Text and actions up to the end of the template, or up to the `{end}` that closes a range.
    private mutating func parts(depth: Int) throws(JSONPathError) -> [JSONPath.Part] {
        guard depth < Self.deepest else {
            throw JSONPathError("ranges lie too deep within each other", at: offset)
        }
        var parts: [JSONPath.Part] = []
        var text = ""
        while let character = peek {
            guard character == "{" else {
                text.append(character)
                offset += 1
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            let start = offset
            offset += 1
            skipSpaces()
            if word("end") {
                try close()
                if depth == 0 { throw JSONPathError("{end} without {range}", at: start) }
                return parts
            }
            if word("range") {
                skipSpaces()
                let over = try path(depth: depth)
                try close()
                parts.append(.range(over, try self.parts(depth: depth + 1)))
            } else {
                parts += try action(depth: depth)
            }
        }
        if depth > 0 { throw JSONPathError("{range} without {end}", at: offset) }
        if !text.isEmpty { parts.append(.text(text)) }
        return parts
    }

    /// What lies between two braces: quoted texts and paths, one after another.
    private mutating func action(depth: Int) throws(JSONPathError) -> [JSONPath.Part] {
        var parts: [JSONPath.Part] = []
        while true {
            skipSpaces()
            guard let character = peek else { throw JSONPathError("missing }", at: offset) }
            switch character {
            case "}":
                offset += 1
                return parts
            case "\"", "'": parts.append(.text(try quoted()))
            default: parts.append(.values(try path(depth: depth)))
            }
        }
    }

    private mutating func close() throws(JSONPathError) {
        skipSpaces()
        guard peek == "}" else { throw JSONPathError("missing }", at: offset) }
        offset += 1
    }

    /// A keyword followed by something that cannot continue it.
    private mutating func word(_ word: String) -> Bool {
        let end = offset + word.count
        guard end <= characters.count, String(characters[offset..<end]) == word else { return false }
        if end < characters.count, characters[end].isLetter || characters[end].isNumber { return false }
        offset = end
        return true
    }
}

// MARK: Reading single characters

extension JSONPathParser {
    var peek: Character? { offset < characters.count ? characters[offset] : nil }

    var peekNext: Character? { offset + 1 < characters.count ? characters[offset + 1] : nil }

    mutating func skipSpaces() {
        while let character = peek, character.isWhitespace { offset += 1 }
    }

    mutating func take(_ text: String) -> Bool {
        let end = offset + text.count
        guard end <= characters.count, String(characters[offset..<end]) == text else { return false }
        offset = end
        return true
    }

    /// A text in single or double quotes, with `\n`, `\t`, `\r`, and any other character after a backslash as
    /// itself.
    mutating func quoted() throws(JSONPathError) -> String {
        let start = offset
        let quote = peek
        offset += 1
        var text = ""
        while let character = peek {
            offset += 1
            if character == quote { return text }
            guard character == "\\", let escaped = peek else {
                text.append(character)
                continue
            }
            offset += 1
            switch escaped {
            case "n": text.append("\n")
            case "t": text.append("\t")
            case "r": text.append("\r")
            default: text.append(escaped)
            }
        }
        throw JSONPathError("a quote is not closed", at: start)
    }
}
