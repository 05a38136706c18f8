import Testing

@testable import Commands

@Suite struct GenDeployTests {
    private static let chart = [
        "c/Chart.yaml": "name: c\nversion: 1.0.0\n", "c/values.yaml": "color: blue\n",
        "c/templates/b.yaml":
            "b: {{ .Values.color }} {{ .Values.global.pilot.tag }} {{ .Release.Namespace }}\n",
        "c/templates/a.yaml": "  \n", "c/templates/NOTES.txt": "hello",
        "v.yaml": "color: red\nglobal: {pilot: {tag: t}}\n",
    ]

    private func run(_ words: String...) async -> (output: String, errors: String, code: ExitCode) {
        let world = TestWorld(files: Self.chart)
        let code = await world.run(["gen-deploy"] + words)
        return (world.output, world.errors, code)
    }

    @Test func featuresChooseParts() async {
        func enabled(_ words: String...) async -> [String] {
            let world = TestWorld()
            _ = await world.run(["gen-deploy"] + words)
            var part = ""
            return world.output.split(separator: "\n").compactMap { line in
                if line.hasPrefix("  "), line.hasSuffix(":") { part = String(line.dropFirst(2).dropLast()) }
                return line == "    enabled: true" ? part : nil
            }
        }
        #expect(await enabled() == ["pilot", "security", "mixer"])
        #expect(await enabled("-f", "routing") == ["pilot"])
        #expect(await enabled("-f", "MTLS,sidecar-injector") == ["sidecar-injector", "pilot", "security"])
        #expect(await enabled("-f", "policy", "-f", "ingress") == ["pilot", "mixer"])
    }

    @Test func aChartIsRenderedWithTheValues() async {
        let rendered = await run("-o", "yaml", "--helm-chart-dir", "c", "--pilot-tag", "p", "-i", "mesh")
        #expect(rendered.output == "---\n# Source: \"c/templates/b.yaml\"\nb: blue p mesh\n\n")
        let other = await run("-o", "yaml", "--helm-chart-dir", "c", "--values", "v.yaml")
        #expect(other.output.contains("b: red t istio-system\n"))
    }

    @Test func whatIsWrongIsSaid() async {
        #expect(
            await run("-f", "nothing").errors.contains("invalid feature name \"nothing\"; there are mtls"))
        #expect(await run("-o", "json").code == .usage)
        #expect(await run("--ingress-node-port", "65536").code == .usage)
        #expect(await run("-o", "yaml", "--helm-chart-dir", "none").code == .failed)
    }
}
