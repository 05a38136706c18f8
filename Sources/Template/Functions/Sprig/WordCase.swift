/// Names in snake, kebab and camel case, by the rules of the library that sprig asks (xstrings).
enum WordCase {
    private enum Kind { case number, upper, letters, connector, punctuation, other, none }

    private struct Word {
        let kind: Kind
        let scalars: ArraySlice<Unicode.Scalar>
    }

    private static func isConnector(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "_" || LetterCase.isSpace(scalar)
    }

    /// Letters of scripts that have cases, more or less: ideographs are no letters here.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        LetterCase.isLetter(scalar) && !(0x2E80...0x9FFF).contains(scalar.value)
    }

    // MARK: camelcase

    static func camel(_ text: String) -> String {
        var rest = Array(text.unicodeScalars)[...]
        var result = String.UnicodeScalarView()
        while let scalar = rest.first, isConnector(scalar) {
            result.append(scalar)
            rest = rest.dropFirst()
        }
        guard let first = rest.popFirst() else { return String(result) }
        var wasUpper = LetterCase.isUpper(first)
        var last = LetterCase.upper(first)
        for scalar in rest {
            if isConnector(scalar), isConnector(last) {
                result.append(last)
                continue
            }
            if isConnector(last) {
                wasUpper = LetterCase.isUpper(scalar)
                last = LetterCase.upper(scalar)
                continue
            }
            result.append(last)
            // A word in capitals keeps only its first.
            if wasUpper, LetterCase.isUpper(scalar) {
                last = LetterCase.lower(scalar)
            } else {
                wasUpper = false
                last = scalar
            }
        }
        result.append(last)
        return String(result)
    }

    // MARK: snakecase and kebabcase

    static func joined(_ text: String, by connector: Unicode.Scalar) -> String {
        var reader = Reader(rest: Array(text.unicodeScalars)[...], connector: connector)
        return reader.run()
    }

    private struct Reader {
        var rest: ArraySlice<Unicode.Scalar>
        let connector: Unicode.Scalar
        var output = String.UnicodeScalarView()

        init(rest: ArraySlice<Unicode.Scalar>, connector: Unicode.Scalar) {
            self.rest = rest
            self.connector = connector
        }

        mutating func run() -> String {
            var word = next()
            while !rest.isEmpty {
                if word.kind != .connector { write(word) }
                let previous = word
                word = next()
                switch previous.kind {
                case .number: word = takeJoined(word)
                case .connector: write(previous)
                case .punctuation: break
                default: word = follow(word)
                }
            }
            write(word)
            return String(output)
        }

        /// Letters and numbers right behind a number belong to it.
        private mutating func takeJoined(_ first: Word) -> Word {
            var word = first
            while word.kind == .letters || word.kind == .number {
                write(word)
                word = next()
            }
            if ![.none, .punctuation, .connector].contains(word.kind) { output.append(connector) }
            return word
        }

        /// What stands behind a word of letters: a number may belong to it or to what comes next.
        private mutating func follow(_ word: Word) -> Word {
            guard word.kind == .number else {
                if word.kind != .connector, word.kind != .punctuation { output.append(connector) }
                return word
            }
            if rest.isEmpty { return word }
            let after = next()
            guard after.kind == .letters else {
                write(word)
                if after.kind != .connector, after.kind != .punctuation { output.append(connector) }
                return after
            }
            output.append(connector)
            write(word)
            return takeJoined(after)
        }

        private mutating func write(_ word: Word) {
            for scalar in word.scalars {
                switch word.kind {
                case .connector: output.append(connector)
                case .upper: output.append(LetterCase.lower(scalar))
                default: output.append(scalar)
                }
            }
        }

        private mutating func next() -> Word {
            guard let first = rest.first else { return Word(kind: .none, scalars: []) }
            let kind = WordCase.kind(of: first)
            var count: Int
            switch kind {
            case .connector: count = run(WordCase.isConnector)
            case .punctuation: count = run(LetterCase.isPunctuation)
            case .number: count = run(LetterCase.isNumber)
            case .letters: count = run { WordCase.isLetter($0) && !LetterCase.isUpper($0) }
            case .upper:
                count = run(LetterCase.isUpper)
                let after = rest.dropFirst(count).first
                if count == 1 {
                    count += run(from: 1) { WordCase.isLetter($0) && !LetterCase.isUpper($0) }
                } else if let after, WordCase.isLetter(after) {
                    // The last capital begins the next word.
                    count -= 1
                }
            default: count = max(1, run { WordCase.kind(of: $0) == .other })
            }
            defer { rest = rest.dropFirst(count) }
            return Word(kind: kind, scalars: rest.prefix(count))
        }

        private func run(from start: Int = 0, _ body: (Unicode.Scalar) -> Bool) -> Int {
            rest.dropFirst(start).prefix(while: body).count
        }
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        if isConnector(scalar) { return .connector }
        if LetterCase.isPunctuation(scalar) { return .punctuation }
        if LetterCase.isUpper(scalar) { return .upper }
        if isLetter(scalar) { return .letters }
        return LetterCase.isNumber(scalar) ? .number : .other
    }
}
