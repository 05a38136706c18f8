import Testing
import YAML

@testable import Template

@Suite struct HelmValuesTests {
    @Test func documentsAreMergedInOrder() throws {
        let text: Text = "---\na: {x: 1, w: [1]}\nb: 1\n---\na: {w: [2], z: ~}\n--- \nb: {c: 2}\n"
        let values = try HelmValues.read(text)
        #expect(
            JSONWriter.text(try Value.map(values).json()) == #"{"a":{"w":[2],"x":1,"z":null},"b":{"c":2}}"#)
        #expect(try HelmValues.read("").count == 0)
    }

    @Test func linesOfErrorsCountFromTheirDocument() {
        #expect {
            try HelmValues.read("a: 1\n---\nb:\n  c: 1\n d: 2\n")
        } throws: { error in
            (error as? TemplateError)?.message
                == "cannot load values.yaml: cannot unmarshal yaml document: "
                + "error converting YAML to JSON: yaml: line 2: did not find expected key"
        }
    }
}
