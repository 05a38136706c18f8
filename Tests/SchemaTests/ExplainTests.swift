import Testing

@testable import Schema

struct ExplainTests {
    private func explain(_ path: String, recursive: Bool = false) throws -> String {
        try Explain.text(Orchard.kind, Orchard.self, path: path, recursive: recursive)
    }

    @Test func showsALeafWithItsRules() throws {
        #expect(
            try explain("spec.soil") == """
                GROUP:      farm.example
                KIND:       Orchard
                VERSION:    v1

                FIELD: soil <string>

                DESCRIPTION:
                    What it stands on. One of: SAND, CLAY, PEAT. Default: CLAY.


                """)
    }

    @Test func showsTheFieldsOfAMessage() throws {
        #expect(
            try explain("spec.trees[0].grafts") == """
                GROUP:      farm.example
                KIND:       Orchard
                VERSION:    v1

                FIELD: grafts <[]v1.Tree>

                DESCRIPTION:
                    Trees grown onto it.

                FIELDS:
                  kind\t<string> -required-
                    Its species.

                  grafts\t<[]v1.Tree>
                    Trees grown onto it.

                  sizes\t<map[string]Size>
                    Sizes by year.


                """)
    }

    @Test func unfoldsTheTreeButNoMessageWithinItself() throws {
        let text = try explain("spec.trees", recursive: true)
        #expect(
            text.hasSuffix(
                """
                FIELDS:
                  kind\t<string> -required-
                  grafts\t<[]v1.Tree>
                  sizes\t<map[string]Size>
                    height\t<integer>

                """))
    }

    @Test func saysWhatElseTheDeclarationKnows() throws {
        let text = try explain("spec")
        for sentence in [
            "Excludes: byAge.", "Deprecated: use owner. Since 0.5.", "From 0.5 to 100.",
            "At least 1ms.",
            "Default: false.",
        ] {
            #expect(text.contains(sentence))
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test(arguments: ["", "apiVersion", "kind", "metadata", "spec"]) func knowsTheObjectItself(path: String)
        throws
    {
        #expect(try explain(path).contains("DESCRIPTION:\n    "))
    }

    @Test func namesTheNearestWordForAWrongOne() {
        #expect(throws: UnknownPath(name: "treees", parent: "v1.Orchard", hint: "did you mean `trees`?")) {
            try explain("spec.treees.kind")
        }
        #expect(throws: UnknownPath(name: "spek", parent: "Orchard", hint: "did you mean `spec`?")) {
            try explain("spek")
        }
        #expect(throws: UnknownPath(name: "trees", parent: "Orchard", hint: "did you mean `spec.trees`?")) {
            try explain("trees.kind")
        }
        #expect(throws: UnknownPath(name: "x", parent: "owner", hint: nil)) { try explain("spec.owner.x") }
    }
}
