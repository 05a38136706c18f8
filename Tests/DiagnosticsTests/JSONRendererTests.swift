import Testing

@testable import Diagnostics

struct JSONRendererTests {
    private func at(_ line: UInt32, _ column: UInt32) -> Position {
        Position(file: "r.yaml", mark: Mark(line: line, column: column))
    }

    @Test func writesWhatIsKnown() {
        let full = Diagnostic(
            Code("duplicate-key"), .error, "twice", at: at(4, 1), path: FieldPath().field("spec").index(0),
            notes: [.init("here", at: at(2, 1))], hint: "remove one")
        let bare = Diagnostic(Code("skipped"), .info, "not checked")
        #expect(
            JSONRenderer().text([bare, full]) == """
                {
                    "apiVersion": "istioctl/v1",
                    "kind": "DiagnosticList",
                    "items": [
                        {"code": "skipped", "severity": "info", "message": "not checked"},
                        {"code": "duplicate-key", "severity": "error", "message": "twice", \
                "file": "r.yaml", "line": 4, "column": 1, "path": "spec[0]", \
                "notes": [{"message": "here", "file": "r.yaml", "line": 2, "column": 1}], \
                "hint": "remove one"}
                    ]
                }

                """)
    }

    @Test func writesAnEmptyList() {
        #expect(JSONRenderer().text([]).contains("\"items\": []\n"))
    }

    @Test func escapesAsJSONAndForTerminals() {
        let finding = Diagnostic(Code("c"), .error, "\"\\\n\r\t\u{1}\u{7F}\u{9B}\u{202E}é😀")
        #expect(
            JSONRenderer().text([finding]).contains(
                #""message": "\"\\\n\r\t\u0001\u007f\u009b\u202eé😀""#))
    }
}
