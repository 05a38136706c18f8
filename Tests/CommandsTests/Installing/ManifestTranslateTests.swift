import Testing

@testable import Commands

@Suite struct ManifestTranslateTests {
    private static let charts: [String: String] = [
        "m/charts/istio-control/istio-discovery/Chart.yaml": "name: istiod\nversion: 1.0.0\n",
        "m/charts/istio-control/istio-discovery/templates/d.yaml": """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: istiod, namespace: istio-system}
        spec: {template: {spec: {containers: [{name: discovery}]}}}
        """,
        "m/charts/gateways/istio-ingress/Chart.yaml": "name: ingress\nversion: 1.0.0\n",
        "o.yaml": """
        apiVersion: install.istio.io/v1alpha1
        kind: IstioOperator
        spec:
          components:
            base: {enabled: false}
            pilot: {enabled: true, k8s: {nodeSelector: {a: b}}}
            ingressGateways: [{name: inner, enabled: true}]
        """,
    ]

    @Test func aFolderHasAllThatHelmNeeds() async {
        let world = TestWorld(files: Self.charts)
        #expect(await world.run("manifest", "translate", "-f", "o.yaml", "-d", "m", "-o", "out") == .done)
        #expect(world.output == "wrote out/README.md\n")
        #expect(world.files.text("out/pilot-values.yaml")?.contains("istioNamespace: istio-system\n") == true)
        let script = world.files.text("out/install-pilot.sh") ?? ""
        #expect(
            script.contains(
                "kubectl label --overwrite Deployment.apps --namespace=istio-system istiod "
                    + "app.kubernetes.io/managed-by=Helm\n"))
        #expect(script.hasSuffix("-f pilot-values.yaml oci://registry.istio.io/release/charts/istiod\n"))
        #expect(world.files.text("out/diff-pilot-istioctl.yaml")?.contains("nodeSelector:") == true)
        #expect(world.files.text("out/diff-pilot-helm.yaml")?.contains("nodeSelector:") == false)
        let readme = world.files.text("out/README.md") ?? ""
        #expect(readme.contains("- `pilot`: values in `pilot-values.yaml`"))
        #expect(readme.contains("- `inner`: Istio publishes no chart"))
    }
}
