import Testing

@testable import Commands

/// `x template` with a chart.
@Suite struct ChartTemplateTests {
    private static let chart = [
        "shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
        "shop/values.yaml": "a: 1\nb: [x]\n",
        "shop/templates/one.yaml": "one: {{ .Values.a }} {{ .Values.b | toJson }} {{ .Release.Name }}\n",
        "shop/templates/two.yaml": "two: {{ .Release.Namespace }} {{ .Release.IsUpgrade }}\n",
        "shop/templates/hook.yaml": "kind: Job\nmetadata: {annotations: {helm.sh/hook: test}}\n",
        "shop/templates/NOTES.txt": "Thank you.\n", "shop/crds/c.yaml": "kind: CustomResourceDefinition\n",
        "shop/.helmignore": "*.bak\n", "shop/templates/old.yaml.bak": "{{ fail \"old\" }}",
    ]

    private func render(_ words: String..., files: [String: String] = [:]) async -> (TestWorld, ExitCode) {
        let world = TestWorld(files: Self.chart.merging(files) { $1 })
        return (world, await world.run(["x", "template"] + words))
    }

    private func output(_ words: String..., files: [String: String] = [:]) async -> String {
        let world = TestWorld(files: Self.chart.merging(files) { $1 })
        let code = await world.run(["x", "template"] + words)
        return code == .done ? world.output : world.errors
    }

    @Test func documentsNameTheirTemplates() async {
        #expect(
            await output("shop", "--no-hooks")
                == """
                ---
                # Source: shop/templates/one.yaml
                one: 1 ["x"] release-name

                ---
                # Source: shop/templates/two.yaml
                two: default false

                """)
    }

    @Test func theReleaseIsWhatFlagsSay() async {
        #expect(await output("shop", "mine", "-n", "books", "--is-upgrade").contains("two: books true\n"))
        #expect(await output("shop", "--name-template", "n-{{ 1 }}").contains("one: 1 [\"x\"] n-1\n"))
        let (world, code) = await render("shop", "mine", "--name-template", "x")
        #expect(code == .usage)
        #expect(world.errors.contains("cannot set --name-template and also specify a name"))
    }

    @Test func valuesComeFromFilesThenFlags() async {
        let files = ["v.yaml": "a: 2\nb: [z]\n", "w.yaml": "a: 3\n", "text": "t\n"]
        #expect(await output("shop", "-f", "v.yaml", "-f", "w.yaml", files: files).contains("one: 3 [\"z\"]"))
        #expect(await output("shop", "--set", "a=4", "-f", "v.yaml", files: files).contains("one: 4 [\"z\"]"))
        #expect(await output("shop", "--set", "a=4", "--set-string", "a=05").contains("one: 05 "))
        #expect(await output("shop", "--set-json", "b={\"c\":1}").contains("{\"c\":1}"))
        #expect(await output("shop", "--set-file", "a=text", files: files).contains("one: t\n"))
        #expect(await output("shop", "--set-literal", "a=x,y").contains("one: x,y "))
        #expect(await output("shop", "-f", "none.yaml").hasPrefix("Error: open none.yaml: no such file"))
        #expect(
            await output("shop", "-f", "v.yaml", files: ["v.yaml": "a: ["]).hasPrefix(
                "Error: failed to parse v.yaml"))
    }

    @Test func oneMayAskForPartOfIt() async {
        #expect(
            await output("shop", "-s", "templates/t*.yaml")
                == "---\n# Source: shop/templates/two.yaml\ntwo: default false\n\n")
        #expect(
            await output("shop", "-s", "templates/x.yaml").contains(
                "could not find template templates/x.yaml"))
        #expect(
            await output("shop", "--include-crds").hasPrefix("---\n# Source: shop/crds/c.yaml\nkind: Custom"))
        #expect(await output("shop").hasSuffix("helm.sh/hook: test}}\n\n"))
        #expect(await !output("shop", "--skip-tests").contains("helm.sh/hook"))
    }

    @Test func filesAreWrittenBelowAFolder() async {
        let (world, code) = await render("shop", "mine", "--output-dir", "out", "--release-name")
        #expect(code == .done)
        #expect(world.output.hasPrefix("wrote out/mine/shop/templates/one.yaml\n"))
        #expect(
            world.files.text("out/mine/shop/templates/two.yaml")
                == "---\n# Source: shop/templates/two.yaml\ntwo: default false\n\n")
    }

    @Test func notesAreShownWhenAskedFor() async {
        let text = await output("shop", "--notes")
        #expect(
            text.hasPrefix(
                "NAME: release-name\nLAST DEPLOYED: Sun Apr  1 00:00:00 2018\nNAMESPACE: default\n"))
        #expect(text.hasSuffix("NOTES:\nThank you.\n"))
    }

    @Test func whatIsNoChartIsSaid() async {
        let files = ["plain.yaml": "a: 1\n", "folder/x": ""]
        #expect(await output("nothing").contains("got: nothing"))
        #expect(await output("./nothing").contains("path \"./nothing\" not found"))
        #expect(await output("plain.yaml", files: files).contains("does not appear to be a gzipped archive"))
        #expect(
            await output("folder", files: files).contains("/folder/Chart.yaml: no such file or directory"))
        let (world, code) = await render("shop", "--text", "t")
        #expect(code == .usage)
        #expect(world.errors.contains("either a chart, or one template"))
    }

    @Test func whatFailsNamesItsPlace() async {
        let (world, code) = await render(
            "shop", files: ["shop/templates/z.yaml": "a:\n  b: {{ .Values.x.y }}\n"])
        #expect(code == .failed)
        #expect(world.output.isEmpty)
        #expect(world.errors.hasPrefix("Error: shop/templates/z.yaml:2:15"))
        #expect(world.errors.contains("<.Values.x.y>"))
    }
}
