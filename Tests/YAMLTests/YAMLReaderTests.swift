import Diagnostics
import Testing

@testable import YAML

@Suite struct YAMLReaderTests {
    private func read(_ text: String, _ limits: ReadLimits = .standard) -> [Document] {
        YAMLReader.documents(in: Source(name: "f", text), limits: limits)
    }

    private func codes(_ text: String, _ limits: ReadLimits = .standard) -> [String] {
        read(text, limits).flatMap(\.problems).map(\.code.name)
    }

    @Test(
        arguments: [
            ("yes", Node(true)), ("Off", false), ("y", true), ("tRue", "tRue"), ("~", Node.null),
            ("", Node.null),
            ("nULL", "nULL"),
            ("007", 7), ("08", 8.0), ("0x1F", 31), ("0o17", 15), ("-0b11", -3), ("1_000", 1000), ("+12", 12),
            ("9223372036854775808", Node(UInt64(1) << 63)), ("-9223372036854775808", Node(Int64.min)),
            (".5", 0.5),
            ("1.", "1."), ("1e3", "1e3"), ("1e+3", 1000.0), ("1.5e-7", 1.5e-7), ("12:30", "12:30"),
            ("+", "+"),
            ("2018-04-01", "2018-04-01"), ("'5'", "5"), ("\"no\"", "no"), ("!!str 5", "5"), ("!!int '5'", 5),
            ("!!binary aGk=", "hi"), ("!other 5", "5"), ("1e+999", "1e+999"),
        ] as [(String, Node)])
    func scalars(_ text: String, _ node: Node) {
        let documents = read("v: " + text + "\n")
        #expect(documents.map { $0.root["v"] } == [node])
        #expect(documents.allSatisfy { $0.problems.isEmpty })
    }

    @Test(arguments: ["!!float 5", "!!bool x", "!!binary 'x'", ".inf", "{[a]: b}", "{~: b}"])
    func refusedValues(_ text: String) { #expect(codes("v: " + text + "\n") == ["yaml-value"]) }

    @Test func placesCountScalars() {
        let root = read("\u{FEFF}# é\r\na:\r\n  漢: [1, {b: x}]\r\n")[0].root
        #expect(root["a"]?.keyMark("漢") == Mark(line: 3, column: 3))
        #expect(root["a"]?["漢"]?.list?[1].mark == Mark(line: 3, column: 10))
        #expect(root["a"]?["漢"]?.list?[1]["b"]?.mark == Mark(line: 3, column: 14))
    }

    @Test func documentsKeepTheirNumbersAndLines() {
        let documents = read("# no document\n---\na: 1\n# ---\n---\n--- 2\n---\nb: [\n---\nc: 3\n")
        #expect(documents.map(\.index) == [0, 1, 2, 3, 4])
        #expect(documents.map { $0.problems.isEmpty } == [true, true, true, false, true])
        #expect(documents[4].root.keyMark("c") == Mark(line: 10, column: 1))
        #expect(documents[3].problems.first?.code == .yamlSyntax)
        #expect(read("").isEmpty && read("# nothing\n").isEmpty)
    }

    @Test func documentsEndWithDotsToo() {
        #expect(read("a\n...\n%YAML 1.1\n---\nb\n...\n").map(\.root) == ["a", "b"])
    }

    @Test func bothPlacesOfADuplicateAreNamed() {
        let problems = read("a: 1\nb:\n  c: 1\n  'c': 2\na: 3\n")[0].problems
        #expect(problems.map { $0.position?.mark } == [Mark(line: 4, column: 3), Mark(line: 5, column: 1)])
        #expect(problems.map { $0.notes.first?.position?.mark.line } == [3, 1])
        #expect(codes("true: 1\nyes: 2\n") == ["duplicate-key"])
        let many = (0..<50).map { "k\($0): 1\n" }.joined()
        #expect(codes(many + "k49: 2\n") == ["duplicate-key"] && codes(many).isEmpty)
    }

    @Test func aliasesAndMergeKeys() {
        let text =
            "a: &a {x: 1, w: 1}\nb: &b {x: 2, z: 2}\nc: {z: 0, <<: [*a, *b]}\nd: {<<: *b, x: 5}\n*s : 1\n"
        let root = read("s: &s key\n" + text)[0].root
        #expect(root["c"] == ["z": 0, "x": 1, "w": 1])
        #expect(root["d"] == ["x": 5, "z": 2])
        #expect(root["key"] == 1)
        #expect(codes("a: *no\n") == ["yaml-syntax"] && codes("a: &a [*a]\n") == ["yaml-syntax"])
        #expect(codes("a: {<<: 5}\n") == ["yaml-value"])
    }

    @Test func limits() {
        #expect(codes(String(repeating: "[", count: 200_000)) == ["limit-depth"])
        #expect(codes(String(repeating: "{a: ", count: 10_000)) == ["limit-depth"])
        #expect(codes(String(repeating: "- ", count: 10_000)) == ["limit-depth"])
        let laughs = (1..<12).map { level in
            "a\(level): &a\(level) [" + String(repeating: "*a\(level - 1), ", count: 9) + "]\n"
        }
        #expect(codes("a0: &a0 [x]\n" + laughs.joined()) == ["limit-alias"])
        var tight = ReadLimits()
        tight.scalarBytes = 3
        tight.nodes = 5
        #expect(codes("a: long\n", tight) == ["limit-scalar"])
        #expect(codes("[1, 2, 3, 4, 5]\n", tight) == ["limit-nodes"])
        tight.sourceBytes = 4
        #expect(codes("a: long\n", tight) == ["limit-source"])
    }

    @Test func unreadableBytesHaveAPlace() {
        for bytes: [UInt8] in [[0xFF], [0], [7], [0x7F], [0xED, 0xA0, 0x80]] {
            let text = Array("a: 1\n---\nb: ".utf8) + bytes + Array("\n---\nc: 1\n".utf8)
            let documents = YAMLReader.documents(in: Source(name: "f", text: text))
            #expect(documents.map { $0.problems.map(\.code) } == [[], [.invalidText], []])
            #expect(documents[1].problems.first?.position?.mark == Mark(line: 3, column: 4))
        }
    }

    @Test func sixteenBitTexts() {
        let units = Array("a: é\n---\nb: 2\n".utf16)
        let text: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let documents = YAMLReader.documents(in: Source(name: "f", text: text))
        #expect(documents.map(\.root) == [["a": "é"], ["b": 2]])
    }

    @Test func jsonStreams() {
        #expect(read("{\"a\": 1e3}\n{\"b\": \"\\ud83d\\ude00\"}").map(\.root) == [["a": 1000.0], ["b": "😀"]])
        #expect(read("{\"a\": 1}\n---\nb: 2\n").map(\.root) == [["a": 1], ["b": 2]])
        #expect(read("{a: 1, }\n").map(\.root) == [["a": 1]])
        #expect(codes("{\"a\": \"x") == ["json-syntax"] && codes("{\"a\": 1, \"a\": 2}") == ["duplicate-key"])
    }
}
