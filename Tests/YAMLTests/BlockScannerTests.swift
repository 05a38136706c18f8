import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import YAML

/// What the scanner takes it reads as libyaml does, places included; what it does not know it leaves alone.
@Suite struct BlockScannerTests {
    /// To spoil texts with, for `FuzzTests`.
    static let words = [
        "\n", "  ", " ", "- ", "-\n", "-", ": ", ":\n", ":", "#", " # x\n", "\"", "'", "a", "<<", "|\n", ">",
        "[",
        "]", "{", "}", "&a ", "*a", "!x ", "?", "%", "\t", "\r\n", "é", "\\", "--", "---\n", "~", "0x1",
        "\u{7F}",
        "\n\n", "\n  ", "\n    ", "key: ", "key:\n", "- key: ", "x: y\n", "=", ",", "@", "`", "^",
    ]
    static let taken = [
        "a: 1\nb: x\n",
        "---\nspec:\n  route:\n  - labels:\n      version: v1\n    weight: 90\n  - weight: 10\nend: true\n",
        "# head\nlist:\n  - a\n  - 'b c'\n  -\n  - - x\n    - y\n  - k: v\n    l:\n\nempty:\n",
        "- \"quoted: not a key\"\n- it's\n-   far: 1\n    near: \"\"   # why\n- -1\n",
        "url: http://x/y#z\n'q': a:b\n\"k\":   ^(.*?;)?(user=jason)(;.*)?$\n<<: x\nyes: no",
        "a:\n- b:\n  - c:\n    - d: 1\n    e: 2\n  f: 3\ng:\n  h:\n    i:\n  # aside\nj: ~\n",
        "a: 1\na: 2\nb:\n  c: x\n  c: y\n",
    ]
    private static let left = [
        "", "# nothing\n", "text\n", "a: b: c\n", "a: - b\n", "a: |\n  x\n", "a: {b: 1}\n", "a: [1]\n",
        "a: &x 1\n",
        "a: *x\n", "a: !!str 1\n", "a: one\n  two\n", "a:\n  one\n", "? a\n: b\n", "a: \"x\\n\"\n",
        "a: 'it''s'\n",
        "a: \"x\n  y\"\n", "a : 1\n", "é: 1\n", "a:\t1\n", "a: 1\r\n", "  a: 1\nb: 2\n", "- a\nb: 1\n",
        "a: 1\n- b\n",
        "a: 1\n   b: 2\n", "a: \"x\"y\n", "a: \"x\": y\n", "-\n  text\n", "%YAML 1.1\n", "a: @x\n", "a: -\n",
        "a:\n    b: 1\n  c: 2\n",
    ]

    @Test(arguments: taken) func takesWhatManifestsAreMadeOf(_ text: String) {
        #expect(isTaken(text))
        Self.expectSame(Array(text.utf8))
    }

    @Test(arguments: left) func leavesTheRestToTheLibrary(_ text: String) {
        #expect(!isTaken(text))
        Self.expectSame(Array(text.utf8))
    }

    @Test func readsSamplesAsTheLibraryDoes() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "samples").path()
        let names = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".yaml") }
        #expect(names.count > 20)
        for name in names {
            Self.expectSame(Array(try String(contentsOfFile: root + "/" + name, encoding: .utf8).utf8))
        }
    }

    @Test func readsWhatIsWrittenHere() {
        var nodes = RandomNodes(random: Seeded(11))
        for _ in 0..<500 { Self.expectSame(Array(YAMLWriter.text(nodes.node()).utf8)) }
    }

    private func isTaken(_ text: String) -> Bool {
        let source = Source(name: "", text)
        return source.text.withUnsafeBufferPointer { bytes in
            var builder = DocumentBuilder(source, .standard)
            builder.begin(line: 0)
            return BlockScanner.read(bytes, line: 0, into: &builder)
        }
    }

    /// Section by section, as streams are read.
    static func expectSame(_ text: [UInt8]) {
        let source = Source(name: "", text: text)
        text.withUnsafeBufferPointer { bytes in
            let split = StreamSplit(bytes)
            guard split.isOneDocumentEach else { return }
            var quick = StreamParser(source, .standard)
            var careful = StreamParser(source, .standard, asksScanner: false)
            for section in split.sections {
                let part = Bytes(rebasing: bytes[section.range])
                let found = quick.document(part, line: section.line, index: 0)
                let right = careful.document(part, line: section.line, index: 0)
                let isSame = "\(found.root)" == "\(right.root)" && "\(found.problems)" == "\(right.problems)"
                #expect(isSame, "\(String(decoding: part, as: UTF8.self).debugDescription)")
            }
        }
    }
}
