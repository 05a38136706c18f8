/// What becomes of texts that are written as JSON and read as YAML, which is how sigs.k8s.io/yaml prints.
enum JSONAsYAML {
    /// Delete, control characters of Latin-1 and non-characters stand unescaped in JSON, where YAML has none.
    /// A line break of Latin-1 (U+0085) folds like any other in quotes.
    static func text(_ text: String) throws(FunctionError) -> String {
        if text.utf8.allSatisfy({ $0 < 0x7F }) { return text }
        var scalars: [Unicode.Scalar] = []
        var breaks = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x7F, 0x80...0x84, 0x86...0x9F, 0xFFFE, 0xFFFF:
                throw FunctionError("yaml: control characters are not allowed")
            case 0x85:
                if breaks == 0 { while scalars.last == " " { scalars.removeLast() } }
                breaks += 1
            case 0x20 where breaks > 0: continue
            default:
                fold(&breaks, into: &scalars)
                scalars.append(scalar)
            }
        }
        fold(&breaks, into: &scalars)
        var folded = String.UnicodeScalarView()
        folded.append(contentsOf: scalars)
        return String(folded)
    }

    /// One break is a blank, more are one fewer.
    private static func fold(_ breaks: inout Int, into scalars: inout [Unicode.Scalar]) {
        if breaks == 1 { scalars.append(" ") }
        if breaks > 1 { scalars.append(contentsOf: repeatElement("\n", count: breaks - 1)) }
        breaks = 0
    }

    /// A key, which YAML's readers know as one only within 1024 characters.
    static func key(_ key: String) throws(FunctionError) -> String {
        if key.utf8.count > 1022 / 6, shownCount(key) > 1024 {
            throw FunctionError("yaml: did not find expected ',' or '}'")
        }
        return try text(key)
    }

    /// Characters of the key in JSON, with its quotes.
    private static func shownCount(_ key: String) -> Int {
        key.unicodeScalars.reduce(2) { sum, scalar in
            switch scalar {
            case "\"", "\\", "\n", "\r", "\t", "\u{8}", "\u{C}": sum + 2
            case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}": sum + 6
            default: sum + 1
            }
        }
    }
}
