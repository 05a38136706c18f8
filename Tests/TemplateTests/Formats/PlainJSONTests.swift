import Testing

@testable import Template

@Suite struct PlainJSONTests {
    @Test(arguments: [
        "{}", " \n{\"a\": [1, -2.5e3, true, null, \"x\\ny\"]}\n", #"{"a-0": "b -0"}"#,
        #"{"a":{"a":1,"a":2}}"#,
    ])
    func whatMeansTheSameIsReadAsJSON(_ text: String) throws {
        let value = try #require(PlainJSON.value(Text(text)))
        var reader = YAMLGraphReader(Array(text.utf8))
        let document = try #require(try reader.document())
        var resolver = YAMLResolver()
        #expect(try Printer.text(of: value) == Printer.text(of: resolver.value(document).jsonValue()))
    }

    @Test(arguments: [
        "a: {}", "[1]", "{a: 1}", #"{"a":"\/"}"#, #"{"a":"\u0041"}"#, "{\"a\":\t1}", #"{"a":-0}"#,
        #"{"a":"é"}"#,
        #"{"a":1} # c"#, "{\"\(String(repeating: "k", count: 1100))\" : 1}", #"{"a":1,}"#, #"{"a":1"#, "",
    ])
    func whatYAMLReadsInAnotherWayIsNot(_ text: String) {
        if let value = PlainJSON.value(Text(text)) { Issue.record("\(value) was read") }
    }
}
