import Testing

@testable import Commands

@Suite struct ManifestGenerateTests {
    static let charts: [String: String] = [
        "m/charts/base/Chart.yaml": "name: base\nversion: 1.0.0\n",
        "m/charts/base/templates/a.yaml": """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: reader, namespace: "{{ .Release.Namespace }}", labels: {rev: "{{ .Values.revision }}"}}
        """,
        "m/charts/base/files/crds.yaml": "",
        "m/charts/base/crds/c.yaml": """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: c}
        """,
        "m/charts/istio-control/istio-discovery/Chart.yaml": "name: istiod\nversion: 1.0.0\n",
        "m/charts/istio-control/istio-discovery/templates/d.yaml": """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: istiod}
        spec: {template: {spec: {containers: [{name: discovery, image: "{{ .Values.global.hub }}"}]}}}
        """,
        "m/charts/istio-control/istio-discovery/templates/NOTES.txt": "WARNING: old\nnothing\n",
    ]

    private func generate(_ words: String..., files: [String: String] = [:]) async -> (TestWorld, ExitCode) {
        let world = TestWorld(files: Self.charts.merging(files) { $1 })
        return (world, await world.run(["manifest", "generate", "--profile", "minimal", "-d", "m"] + words))
    }

    @Test func objectsComeInTheOrderOfInstallation() async {
        let (world, code) = await generate("--set", "hub=example.com/istio", "--revision", "canary")
        #expect(code == .done)
        #expect(
            world.output == """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: c
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  labels:
                    rev: canary
                  name: reader
                  namespace: istio-system
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: istiod
                spec:
                  template:
                    spec:
                      containers:
                      - image: example.com/istio
                        name: discovery
                ---

                """)
        #expect(world.errors == "warning: old\n")
    }

    @Test func aComponentMayStandAlone() async {
        let (world, code) = await generate("--component", "pilot", "--output-dir", "out")
        #expect(code == .done)
        #expect(world.output == "wrote out/Pilot.yaml\n")
        #expect(world.files.text("out/Pilot.yaml")?.hasPrefix("apiVersion: apps/v1\n") == true)
        #expect(await generate("--component", "mixer").1 == .usage)
    }

    @Test func wrongSettingsNameTheirPlace() async {
        let file = "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n  componets: {}\n"
        let (world, code) = await generate("-f", "o.yaml", files: ["o.yaml": file])
        #expect(code == .badInput)
        #expect(world.output.isEmpty)
        #expect(world.errors.contains("o.yaml:4:3: error: unknown field \"componets\""))
        #expect(world.errors.contains("components"))
        #expect(await generate("-f", "o.yaml", "--force", files: ["o.yaml": file]).1 == .done)
    }

    @Test func wrongFlagsNameTheirPath() async {
        let (world, code) = await generate("--set", "values.pilot.replicaCuont=3")
        #expect(code == .badInput)
        #expect(world.errors.contains("--set: spec.values.pilot.replicaCuont: unknown field"))
        let (second, other) = await generate("--set", "meshConfig=1", "--set", "meshConfig.a=2")
        #expect(other == .badInput)
        #expect(second.errors.contains("meshConfig.a: there is a whole number where the path needs a map"))
    }

    @Test func onlyAnIstioOperatorWillDo() async {
        let (world, code) = await generate("-f", "o.yaml", files: ["o.yaml": "a: 1\nkind: Pod\n"])
        #expect(code == .badInput)
        #expect(world.errors.contains("o.yaml:2:1: expected the kind IstioOperator, found the kind Pod"))
        let two = "kind: IstioOperator\n---\nkind: IstioOperator\n"
        #expect(
            await generate("-f", "o.yaml", files: ["o.yaml": two]).0.errors.contains(
                "multiple IstioOperators"))
    }

    @Test func theClusterSaysWhatItNeeds() async {
        let charts = [
            "m/charts/istio-cni/Chart.yaml": "name: cni\nversion: 1.0.0\n",
            "m/charts/istio-cni/templates/a.yaml": """
            kind: DaemonSet
            metadata: {name: "{{ .Capabilities.KubeVersion.Version }}", namespace: "{{ .Release.Namespace }}"}
            spec: {platform: "{{ .Values.global.platform }}"}
            """,
        ]
        let cluster = RecordingCluster(documents: ["/version": ["gitVersion": "v1.33.4-gke.100"]])
        let world = TestWorld(files: charts, cluster: cluster)
        let words = [
            "manifest", "generate", "--profile", "empty", "--set", "components.cni.enabled=true", "-d", "m",
            "--cluster-specific", "--server", "http://test.invalid",
        ]
        #expect(await world.run(words) == .done)
        #expect(
            world.output.contains("name: v1.33.4-gke.100\n  namespace: kube-system\nspec:\n  platform: gke\n")
        )
    }

    @Test func withoutChartsThoseOfTheProgramAreUsed() async {
        let world = TestWorld()
        #expect(await world.run("manifest", "generate", "--set", "hub=example.com/istio") == .done)
        #expect(world.errors == "")
        #expect(world.output.contains("name: virtualservices.networking.istio.io\n"))
        #expect(world.output.contains("image: example.com/istio/pilot:1.30.3\n"))
    }
}
