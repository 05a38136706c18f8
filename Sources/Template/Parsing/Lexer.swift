/// Cuts a template's text into tokens, one when asked.
struct Lexer {
    let source: Source
    private let bytes: [UInt8]
    private let left: [UInt8]
    private let right: [UInt8]
    /// Keywords that are functions instead, since a function of that name exists.
    private let plainWords: Set<Token.Keyword>

    private var start = 0
    private var position = 0
    private var insideAction = false
    private var parenthesisDepth = 0
    /// The line of `lineStart`, from which the lines of later tokens are counted on.
    private var line = 1
    private var linePosition = 0

    init(_ source: Source, _ delimiters: Delimiters, plainWords: Set<Token.Keyword>) {
        self.source = source
        bytes = source.bytes
        left = Array(delimiters.left.utf8)
        right = Array(delimiters.right.utf8)
        self.plainWords = plainWords
    }

    mutating func next() -> Token {
        insideAction ? nextInsideAction() : nextText()
    }
}

// MARK: Text

extension Lexer {
    private mutating func nextText() -> Token {
        while true {
            guard let found = find(left, from: position) else {
                position = bytes.count
                return emit(position > start ? .text : .end)
            }
            let afterDelimiter = found + left.count
            let trims = hasLeftTrimMarker(at: afterDelimiter)
            var end = found
            if trims { while end > start, GoCharacter.isSpace(bytes[end - 1]) { end -= 1 } }
            if end > start {
                position = end
                let token = emit(.text)
                position = found
                ignore()
                return token
            }
            position = found
            ignore()
            guard startsWith([UInt8]("/*".utf8), at: afterDelimiter + (trims ? 2 : 0)) else {
                position = afterDelimiter
                let token = emit(.leftDelimiter)
                position += trims ? 2 : 0
                ignore()
                insideAction = true
                parenthesisDepth = 0
                return token
            }
            position = afterDelimiter + (trims ? 2 : 0)
            ignore()
            if let failure = skipComment() { return failure }
        }
    }

    private mutating func skipComment() -> Token? {
        guard let end = find([UInt8]("*/".utf8), from: position + 2) else { return fail("unclosed comment") }
        position = end + 2
        guard let trims = rightDelimiter() else { return fail("comment ends before closing delimiter") }
        skipRightDelimiter(trims)
        return nil
    }

    private mutating func skipRightDelimiter(_ trims: Bool) {
        position += (trims ? 2 : 0) + right.count
        if trims { while position < bytes.count, GoCharacter.isSpace(bytes[position]) { position += 1 } }
        ignore()
    }
}

// MARK: Actions

extension Lexer {
    private mutating func nextInsideAction() -> Token {
        if let trims = rightDelimiter() {
            if parenthesisDepth > 0 { return fail("unclosed left paren") }
            return lexRightDelimiter(trims)
        }
        guard position < bytes.count else { return fail("unclosed action") }
        let byte = bytes[position]
        if GoCharacter.isSpace(byte) { return lexSpace() }
        switch byte {
        case UInt8(ascii: "."):
            if position + 1 < bytes.count, !isDigit(bytes[position + 1]) {
                return lexWord(.field, alone: .dot)
            }
            return lexNumber()
        case UInt8(ascii: "$"): return lexWord(.variable, alone: .variable)
        case UInt8(ascii: "\""): return lexQuote(byte, .string, "unterminated quoted string")
        case UInt8(ascii: "'"): return lexQuote(byte, .characterConstant, "unterminated character constant")
        case UInt8(ascii: "`"): return lexRawQuote()
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return lexNumber()
        default: return lexSign(byte)
        }
    }

    private mutating func lexSign(_ byte: UInt8) -> Token {
        let (scalar, count) = GoCharacter.decode(bytes, at: position)
        if GoCharacter.isLetterOrDigit(scalar) { return lexIdentifier() }
        position += count
        switch byte {
        case UInt8(ascii: "="): return emit(.assign)
        case UInt8(ascii: "|"): return emit(.pipe)
        case UInt8(ascii: ":"):
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
                return fail("expected :=")
            }
            position += 1
            return emit(.declare)
        case UInt8(ascii: "("):
            parenthesisDepth += 1
            return emit(.leftParenthesis)
        case UInt8(ascii: ")"):
            parenthesisDepth -= 1
            return parenthesisDepth < 0 ? fail("unexpected right paren") : emit(.rightParenthesis)
        default:
            if scalar.isASCII, GoCharacter.isPrintable(scalar) { return emit(.character) }
            return fail("unrecognized character in action: \(GoCharacter.name(scalar))")
        }
    }

    private mutating func lexRightDelimiter(_ trims: Bool) -> Token {
        if trims {
            position += 2
            ignore()
        }
        position += right.count
        let token = emit(.rightDelimiter)
        if trims { while position < bytes.count, GoCharacter.isSpace(bytes[position]) { position += 1 } }
        ignore()
        insideAction = false
        return token
    }

    private mutating func lexSpace() -> Token {
        while position < bytes.count, GoCharacter.isSpace(bytes[position]) { position += 1 }
        // The last space may belong to a closing delimiter that trims.
        position -= 1
        if let trims = rightDelimiter(), trims {
            if position == start {
                return parenthesisDepth > 0 ? fail("unclosed left paren") : lexRightDelimiter(true)
            }
        } else {
            position += 1
        }
        return emit(.space)
    }

    /// A field, or a variable; only its first character makes it one of `alone`.
    private mutating func lexWord(_ kind: Token.Kind, alone: Token.Kind) -> Token {
        position += 1
        if atTerminator() { return emit(alone) }
        skipLettersAndDigits()
        return atTerminator() ? emit(kind) : failAtCharacter()
    }

    private mutating func lexIdentifier() -> Token {
        skipLettersAndDigits()
        if !atTerminator() { return failAtCharacter() }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        if let keyword = Token.Keyword(rawValue: word), !plainWords.contains(keyword) {
            return emit(.keyword(keyword))
        }
        switch word {
        case "nil": return emit(.null)
        case "true", "false": return emit(.bool)
        default: return emit(.identifier)
        }
    }

    private mutating func lexQuote(_ quote: UInt8, _ kind: Token.Kind, _ message: String) -> Token {
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == quote { return emit(kind) }
            if byte == UInt8(ascii: "\n") { break }
            if byte == UInt8(ascii: "\\") {
                guard position < bytes.count, bytes[position] != UInt8(ascii: "\n") else { break }
                position += 1
            }
        }
        return fail(message)
    }

    private mutating func lexRawQuote() -> Token {
        guard let end = find([UInt8(ascii: "`")], from: position + 1) else {
            return fail("unterminated raw quoted string")
        }
        position = end + 1
        return emit(.rawString)
    }
}

// MARK: Numbers

extension Lexer {
    private mutating func lexNumber() -> Token {
        guard scanNumber() else { return failNumber() }
        guard position < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position]) else {
            return emit(.number)
        }
        // A complex number: 1+2i, without spaces.
        guard scanNumber(), bytes[position - 1] == UInt8(ascii: "i") else { return failNumber() }
        return emit(.complex)
    }

    private mutating func scanNumber() -> Bool {
        _ = accept("+-")
        var digits = "0123456789_"
        var exponent = "eE"
        if accept("0") {
            if accept("xX") {
                (digits, exponent) = ("0123456789abcdefABCDEF_", "pP")
            } else if accept("oO") {
                (digits, exponent) = ("01234567_", "")
            } else if accept("bB") {
                (digits, exponent) = ("01_", "")
            }
        }
        while accept(digits) {}
        if accept(".") { while accept(digits) {} }
        if accept(exponent) {
            _ = accept("+-")
            while accept("0123456789_") {}
        }
        _ = accept("i")
        guard position < bytes.count else { return true }
        let (scalar, count) = GoCharacter.decode(bytes, at: position)
        guard GoCharacter.isLetterOrDigit(scalar) else { return true }
        position += count
        return false
    }

    private mutating func accept(_ characters: String) -> Bool {
        guard position < bytes.count, characters.utf8.contains(bytes[position]) else { return false }
        position += 1
        return true
    }

    private mutating func failNumber() -> Token {
        fail("bad number syntax: " + GoQuoting.quoted(source.text(start..<position)))
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

// MARK: Moving

extension Lexer {
    private mutating func emit(_ kind: Token.Kind) -> Token {
        let line = lineNumber(start)
        let token = Token(
            kind: kind, range: start..<position, line: line,
            value: Token.hasValue(kind) ? source.text(start..<position) : "")
        start = position
        return token
    }

    private mutating func ignore() { start = position }

    private mutating func fail(_ message: String) -> Token {
        Token(kind: .failure, range: start..<start, line: lineNumber(start), message: message)
    }

    private mutating func failAtCharacter() -> Token {
        guard position < bytes.count else { return fail("unclosed action") }
        return fail("bad character " + GoCharacter.name(GoCharacter.decode(bytes, at: position).scalar))
    }

    /// Tokens come in order, so every newline is counted once.
    private mutating func lineNumber(_ position: Int) -> Int {
        if position > linePosition {
            line += bytes[linePosition..<position].count { $0 == UInt8(ascii: "\n") }
            linePosition = position
        }
        return line
    }

    private mutating func skipLettersAndDigits() {
        while position < bytes.count {
            let (scalar, count) = GoCharacter.decode(bytes, at: position)
            guard GoCharacter.isLetterOrDigit(scalar) else { return }
            position += count
        }
    }

    private func atTerminator() -> Bool {
        guard position < bytes.count else { return true }
        let byte = bytes[position]
        return GoCharacter.isSpace(byte) || ".,|:)(".utf8.contains(byte) || startsWith(right, at: position)
    }

    /// Whether the right delimiter is here, and if so, whether it trims.
    private func rightDelimiter() -> Bool? {
        if position + 1 < bytes.count, GoCharacter.isSpace(bytes[position]),
            bytes[position + 1] == UInt8(ascii: "-"), startsWith(right, at: position + 2)
        {
            return true
        }
        return startsWith(right, at: position) ? false : nil
    }

    private func hasLeftTrimMarker(at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == UInt8(ascii: "-") && GoCharacter.isSpace(bytes[index + 1])
    }

    private func startsWith(_ prefix: [UInt8], at index: Int) -> Bool {
        guard index + prefix.count <= bytes.count else { return false }
        for offset in prefix.indices where bytes[index + offset] != prefix[offset] { return false }
        return true
    }

    private func find(_ needle: [UInt8], from index: Int) -> Int? {
        guard let first = needle.first, index + needle.count <= bytes.count else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            var index = index
            let last = buffer.count - needle.count
            while index <= last {
                if buffer[index] == first, startsWith(needle, at: index) { return index }
                index += 1
            }
            return nil
        }
    }
}
