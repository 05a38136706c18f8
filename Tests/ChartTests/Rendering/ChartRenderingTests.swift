import Template
import Testing

@testable import Chart

@Suite struct ChartRenderingTests {
    private func manifest(_ kind: String, _ name: String, _ more: String = "") -> String {
        "kind: \(kind)\nmetadata:\n  name: \(name)\n\(more)"
    }

    @Test func kindsComeInTheOrderOfInstallation() throws {
        let documents = ["Widget", "Service", "Gadget", "Deployment", "Namespace"].map { manifest($0, "x") }
        let rendered = try SmallChart.rendered(["templates/a.yaml": documents.joined(separator: "---\n")])
        #expect(rendered.manifests.map(\.kind) == ["Namespace", "Service", "Deployment", "Gadget", "Widget"])
    }

    @Test func hooksStandAside() throws {
        let hook = manifest(
            "Job", "h", "  annotations: {helm.sh/hook: 'pre-install, test', helm.sh/hook-weight: '5'}\n")
        let odd = manifest("Job", "o", "  annotations: {helm.sh/hook: sometimes}\n")
        let rendered = try SmallChart.rendered(["templates/a.yaml": hook + "---\n" + odd])
        #expect(rendered.manifests.isEmpty)
        #expect(rendered.hooks.map(\.hook?.events) == [["pre-install", "test"]])
        #expect(rendered.hooks.map(\.hook?.weight) == [5])
        #expect(rendered.hooks[0].isTest)
        #expect(rendered.notes == ["shop/templates/a.yaml: skipping unknown hooks sometimes"])
    }

    @Test func instructionsAreNoManifests() throws {
        let rendered = try SmallChart.rendered(["templates/NOTES.txt": "Hello {{ .Release.Name }}"])
        #expect(rendered.manifests.isEmpty)
        #expect(rendered.instructions == Array("Hello r".utf8))
    }

    @Test func librariesOnlyLendWhatTheyDefine() throws {
        let text = try SmallChart.text(
            "v: {{ include \"lib.name\" . }}",
            [
                "charts/lib/Chart.yaml": "apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n",
                "charts/lib/templates/_names.tpl": "{{ define \"lib.name\" }}name{{ end }}",
                "charts/lib/templates/a.yaml": "{{ fail \"no\" }}",
            ])
        #expect(text == "v: name")
        #expect {
            try SmallChart.rendered(["Chart.yaml": SmallChart.metadata + "type: library\n"])
        } throws: { ($0 as? ChartError)?.message == "library charts are not installable" }
    }

    @Test func whatASubchartSetsItsParentSees() throws {
        let text = try SmallChart.text(
            "v: {{ .Values.one.v }}",
            [
                "charts/one/Chart.yaml": "name: one\nversion: 1.0.0\n", "charts/one/values.yaml": "v: old\n",
                "charts/one/templates/s.yaml": "{{ $_ := set .Values \"v\" \"new\" }}",
            ])
        #expect(text == "v: new")
    }

    @Test(arguments: ["Shop", "-a", "a-", "", "a..b", String(repeating: "a", count: 54)])
    func releasesHaveProperNames(_ name: String) throws {
        let rendering = ChartRendering(release: HelmRelease(name: name, namespace: "ns"))
        #expect(throws: ChartError.self) { try rendering.render(SmallChart.chart([:]), values: MapValue()) }
    }

    @Test func theClusterMustBeNewEnough() throws {
        let files = ["Chart.yaml": SmallChart.metadata + "kubeVersion: '>=1.40-0'\n"]
        #expect { try SmallChart.rendered(files) } throws: { error in
            (error as? ChartError)?.message.hasPrefix("chart requires kubeVersion: >=1.40-0 which is")
                ?? false
        }
    }

    @Test func outputThatIsNoManifestIsNamed() throws {
        #expect { try SmallChart.rendered(["templates/a.yaml": "a: [\n"]) } throws: { error in
            (error as? ChartError)?.message.hasPrefix("YAML parse error on shop/templates/a.yaml: ") ?? false
        }
    }
}
