import Testing

@testable import Commands

@Suite struct ManifestDiffTests {
    private static func object(_ kind: String, _ name: String, _ value: Int) -> String {
        "kind: \(kind)\nmetadata: {name: \(name), namespace: ns}\nspec: {v: \(value)}\n"
    }

    private func diff(_ words: String...) async -> (TestWorld, ExitCode) {
        let world = TestWorld(files: [
            "a.yaml": Self.object("Service", "s", 1) + "---\n" + Self.object("Pod", "p", 1),
            "b.yaml": Self.object("Pod", "p", 2) + "---\n" + Self.object("Service", "s", 1),
            "bad.yaml": "a: [",
        ])
        return (world, await world.run(["manifest", "diff"] + words))
    }

    @Test func objectsAreMatchedByName() async {
        let (world, code) = await diff("a.yaml", "b.yaml")
        #expect(code == .failed)
        #expect(
            world.output == """
                --- a.yaml/Pod:ns:p
                +++ b.yaml/Pod:ns:p
                @@ -3,4 +3,4 @@
                   name: p
                   namespace: ns
                 spec:
                -  v: 1
                +  v: 2

                """)
        #expect(await diff("a.yaml", "a.yaml").1 == .done)
    }

    @Test func patternsChoose() async {
        #expect(await diff("a.yaml", "b.yaml", "--select", "Service:*:*").1 == .done)
        #expect(await diff("a.yaml", "b.yaml", "--select", "Pod,Service").1 == .failed)
        #expect(await diff("a.yaml", "b.yaml", "--ignore", "*:ns:p*").1 == .done)
    }

    @Test func whatCannotBeReadIsTrouble() async {
        #expect(await diff("a.yaml", "none.yaml").1 == .trouble)
        let (world, code) = await diff("a.yaml", "bad.yaml")
        #expect(code == .trouble)
        #expect(world.errors.contains("bad.yaml:"))
    }
}
