import Testing

@testable import Commands

@Suite struct ManifestImagesTests {
    private static let charts: [String: String] = [
        "m/charts/base/Chart.yaml": "name: base\nversion: 1.0.0\n",
        "m/charts/base/templates/a.yaml": """
        kind: ConfigMap
        metadata: {name: injector}
        data: {config: x, values: '{"global": {"hub": "h", "tag": "1", "variant": "distroless"}}'}
        """,
        "m/charts/istio-control/istio-discovery/Chart.yaml": "name: istiod\nversion: 1.0.0\n",
        "m/charts/istio-control/istio-discovery/templates/d.yaml": """
        kind: Deployment
        metadata: {name: istiod}
        spec: {template: {spec: {initContainers: [{image: "a/b:1"}], containers: [{image: auto}, {image: "c/d:2"}]}}}
        """,
    ]

    @Test func allImagesAreListedOnce() async {
        let world = TestWorld(files: Self.charts)
        #expect(await world.run("manifest", "images", "--profile", "minimal", "-d", "m") == .done)
        #expect(world.output == "a/b:1\nc/d:2\nh/proxyv2:1-distroless\n")
    }

    @Test func aRegistryGetsThemByTheirLastNames() async {
        let world = TestWorld(files: Self.charts)
        let words = ["manifest", "images", "--profile", "minimal", "-d", "m", "--hub", "my.example/x/"]
        #expect(await world.run(words) == .done)
        #expect(world.output.hasPrefix("a/b:1 my.example/x/b:1\n"))
    }
}
