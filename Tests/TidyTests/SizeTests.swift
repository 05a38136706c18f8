import Testing

/// The sizes of style.md: small files with one subject, functions that fit on a screen.
@Suite struct SizeTests {
    static let widest = 110
    static let longestFunction = 60

    static func longestFile(_ path: String) -> Int {
        if path.hasPrefix("Sources/IstioAPI/") { return 250 }
        if path.hasPrefix("Sources/Validation/Classic/") || path.hasPrefix("Sources/Validation/Today/") {
            return 130
        }
        let parts = path.split(separator: "/")
        if path.hasPrefix("Sources/Commands/"), parts.count == 3 { return 140 }
        return 400
    }

    @Test func filesAreShort() {
        for file in Tree.swiftFiles where !file.isGenerated {
            let most = Self.longestFile(file.path)
            #expect(file.lines.count <= most, "\(file): \(file.lines.count) lines, at most \(most)")
        }
    }

    @Test func linesAreNarrow() {
        for file in Tree.swiftFiles {
            for (index, line) in file.lines.enumerated() where line.unicodeScalars.count > Self.widest {
                // A string literal that cannot be broken may stick out.
                #expect(line.contains("\""), "\(file):\(index + 1): wider than \(Self.widest) columns")
            }
        }
    }

    @Test func functionsFitOnAScreen() {
        for file in Tree.swiftFiles where !file.isGenerated {
            for (name, start, length) in functions(in: file) {
                #expect(
                    length <= Self.longestFunction,
                    "\(file):\(start): \(name) has \(length) lines, at most \(Self.longestFunction)")
            }
        }
    }

    @Test func nothingIsLeftOpen() {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
        for file in Tree.swiftFiles {
            for (index, line) in file.lines.enumerated() {
                for word in words where line.contains(word) {
                    Issue.record("\(file):\(index + 1): \(word) left")
                }
            }
        }
    }

    /// Functions and initialisers, found by indentation, which the formatter guarantees: a body ends at the
    /// brace that stands in the column where the declaration starts.
    private func functions(in file: Tree.File) -> [(name: String, start: Int, length: Int)] {
        var found: [(String, Int, Int)] = []
        var open: [(indent: Int, name: String, start: Int)] = []
        for (index, line) in file.lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            let text = line.dropFirst(indent)
            // What a protocol demands has no body.
            while let last = open.last, indent < last.indent, text.hasPrefix("}") { open.removeLast() }
            if let last = open.last, indent == last.indent, text.hasPrefix("}") {
                found.append((last.name, last.start, index - last.start + 2))
                open.removeLast()
            }
            let words = text.split(separator: " ").prefix(8)
            let declares = words.contains { $0 == "func" || $0.hasPrefix("init(") || $0.hasPrefix("init?(") }
            if declares, !text.hasPrefix("//"), !text.hasPrefix("."), !text.contains("self.init"),
                !text.hasSuffix("}")
            {
                open.append((indent, String(text.prefix(40)), index + 1))
            }
        }
        return found
    }
}
