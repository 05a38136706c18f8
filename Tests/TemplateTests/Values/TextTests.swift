import Testing

@testable import Template

@Suite struct TextTests {
    @Test func equalityIsOfBytes() {
        #expect(Text("\u{e9}") != Text("e\u{301}"))
        #expect(Text(bytes: [0xff]) != Text("\u{fffd}"))
        #expect(Text(bytes: [0x61]) == "a")
    }

    @Test func orderIsOfBytes() {
        #expect(["b", "e\u{301}", "B", "é"].map { Text($0) }.sorted() == ["B", "b", "e\u{301}", "é"])
    }

    @Test func bytesSurvive() {
        #expect(Text(bytes: [0xff, 0x61]).bytes == [0xff, 0x61])
        #expect((Text(bytes: [0xc3]) + Text(bytes: [0xa9])).string == "é")
    }
}
