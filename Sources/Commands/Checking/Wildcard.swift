/// A pattern in which `*` stands for any text. Matching takes time in proportion to pattern times text.
struct Wildcard: Sendable, Equatable {
    enum Style: Sendable {
        /// `*` for any text.
        case text
        /// Paths: `*` and `?` stay within a name, `**` goes across folders, and a folder stands for all in
        /// it. A pattern without a slash means a name in any folder.
        case path
    }

    private enum Token: Equatable {
        case byte(UInt8)
        /// One byte of a name.
        case one
        /// Bytes of a name.
        case run
        /// Any bytes.
        case all
        /// The next two tokens, or neither.
        case maybe
    }

    let text: String
    private let tokens: [Token]

    init(_ text: String, _ style: Style = .text) {
        self.text = text
        switch style {
        case .text: tokens = Self.tokens(text) { $0 == UInt8(ascii: "*") ? .all : .byte($0) }
        case .path: tokens = Self.pathTokens(text)
        }
    }

    func matches(_ text: String) -> Bool { matchesWhole(Array(text.utf8)[...]) }

    /// Whether the path, or a folder above it, matches.
    func matches(path: String) -> Bool {
        let bytes = Array(path.utf8)
        let slashes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") && $0 > 0 }
        return matchesWhole(bytes[...]) || slashes.contains { matchesWhole(bytes[..<$0]) }
    }

    /// Follows all ways through the pattern at once.
    private func matchesWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
        var states = [Bool](repeating: false, count: tokens.count + 1)
        states[0] = true
        skipEmpty(&states)
        for byte in bytes {
            var next = [Bool](repeating: false, count: tokens.count + 1)
            for (index, token) in tokens.enumerated() where states[index] {
                switch token {
                case .byte(let wanted): if byte == wanted { next[index + 1] = true }
                case .one: if byte != UInt8(ascii: "/") { next[index + 1] = true }
                case .run: if byte != UInt8(ascii: "/") { next[index] = true }
                case .all: next[index] = true
                case .maybe: break
                }
            }
            skipEmpty(&next)
            states = next
        }
        return states[tokens.count]
    }

    private func skipEmpty(_ states: inout [Bool]) {
        for (index, token) in tokens.enumerated() where states[index] {
            if token == .run || token == .all || token == .maybe { states[index + 1] = true }
            if token == .maybe { states[index + 3] = true }
        }
    }

    private static func tokens(_ text: some StringProtocol, _ token: (UInt8) -> Token) -> [Token] {
        var tokens: [Token] = []
        // Two stars in a row say no more than one.
        for byte in text.utf8 where token(byte) != .all || tokens.last != .all { tokens.append(token(byte)) }
        return tokens
    }

    private static func pathTokens(_ text: String) -> [Token] {
        var pattern = text[...]
        while pattern.hasPrefix("./") { pattern = pattern.dropFirst(2) }
        while pattern.hasSuffix("/") { pattern = pattern.dropLast() }
        if !pattern.contains("/") { pattern = "**/" + pattern }
        if pattern.hasPrefix("/") { pattern = pattern.dropFirst() }
        var tokens: [Token] = []
        var rest = Array(pattern.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "*") where rest.first == byte:
                rest = rest.drop { $0 == UInt8(ascii: "*") }
                let isFolder = tokens.isEmpty || tokens.last == .byte(UInt8(ascii: "/"))
                if isFolder, rest.first == UInt8(ascii: "/") {
                    // `**/` also stands for no folder at all.
                    rest.removeFirst()
                    tokens += [.maybe, .all, .byte(UInt8(ascii: "/"))]
                } else {
                    tokens.append(.all)
                }
            case UInt8(ascii: "*"): tokens.append(.run)
            case UInt8(ascii: "?"): tokens.append(.one)
            default: tokens.append(.byte(byte))
            }
        }
        return tokens
    }
}
