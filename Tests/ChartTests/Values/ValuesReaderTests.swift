import Template
import Testing
import YAML

@testable import Chart

@Suite struct ValuesReaderTests {
    @Test func documentsAreMergedInOrder() throws {
        let text = "---\na: {x: 1, w: [1]}\nb: 1\n---\na: {w: [2], z: ~}\n--- \nb: {c: 2}\n"
        let values = try ValuesReader.read(Array(text.utf8))
        #expect(
            JSONWriter.text(try Value.map(values).json()) == #"{"a":{"w":[2],"x":1,"z":null},"b":{"c":2}}"#)
        #expect(try ValuesReader.read([]).count == 0)
    }

    @Test func linesOfErrorsCountFromTheirDocument() {
        #expect {
            try ValuesReader.read(Array("a: 1\n---\nb:\n  c: 1\n d: 2\n".utf8))
        } throws: { error in
            (error as? ChartError)?.message
                == "cannot unmarshal yaml document: "
                + "error converting YAML to JSON: yaml: line 2: did not find expected key"
        }
    }
}
