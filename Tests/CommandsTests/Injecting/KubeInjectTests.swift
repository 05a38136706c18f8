import Kubernetes
import Testing
import YAML

@testable import Commands

/// Manifests get sidecars, and everything else stays.
@Suite struct KubeInjectTests {
    private static let service = """
        # The front door.
        apiVersion: v1
        kind: Service
        metadata: {name: web}   # as short as can be

        """
    private static let deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: web, image: shop.example/web:1}

        """

    private func inject(_ words: String..., files: [String: String] = [:]) async -> (TestWorld, ExitCode) {
        let texts = ["app.yaml": Self.service + "---\n" + Self.deployment].merging(files) { $1 }
        let world = TestWorld(files: texts)
        return (world, await world.run(["kube-inject", "-f", "app.yaml"] + words))
    }

    private static func documents(_ text: String) -> [Node] {
        YAMLReader.documents(in: Source(name: "", text)).map(\.root).filter { !$0.isNull }
    }

    private static func names(_ list: String, of object: Node?) -> [String] {
        (object?[["spec", "template", "spec", list]]?.list ?? []).compactMap { $0["name"]?.string }
    }

    @Test func workloadsGetASidecarAndTheRestStaysByteForByte() async {
        let (world, code) = await inject()
        #expect(code == .done)
        #expect(world.output.hasPrefix(Self.service + "---\n"))
        let deployment = Self.documents(world.output).last
        #expect(Self.names("containers", of: deployment) == ["web", "istio-proxy"])
        #expect(Self.names("initContainers", of: deployment) == ["istio-init"])
        #expect(
            world.errors == "Service web: skipped, it makes no pods\nDeployment shop/web: injected\n")
    }

    @Test func theInjectedIsLeftAsItIs() async {
        let (first, _) = await inject()
        let (second, code) = await inject(files: ["app.yaml": first.output])
        #expect(code == .done)
        #expect(second.output == first.output)
        #expect(second.errors.contains("unchanged"))
    }

    @Test func uninjectGivesBackWhatWasThere() async {
        let (injected, _) = await inject()
        let world = TestWorld(files: ["app.yaml": injected.output])
        #expect(await world.run("uninject", "-f", "app.yaml") == .done)
        let deployment = Self.documents(world.output).last
        #expect(Self.names("containers", of: deployment) == ["web"])
        #expect(deployment?[["spec", "template", "metadata"]] == ["labels": ["app": "web"]])
        #expect(world.errors.contains("Deployment shop/web: sidecar removed"))
    }

    @Test func flagsOfZeroSevenMakeItsSidecar() async {
        let (world, _) = await inject("--hub", "shop.example/istio", "--tag", "0.7.1", "--coreDump=false")
        let deployment = Self.documents(world.output).last
        let containers = deployment?[["spec", "template", "spec", "containers"]]?.list
        #expect(containers?.last?["image"] == "shop.example/istio/proxy:0.7.1")
        #expect(Self.names("initContainers", of: deployment) == ["istio-init"])
    }

    @Test func aTemplateOfOnesOwnIsUsed() async {
        let template =
            "policy: enabled\ntemplate: |\n  containers: [{name: side, image: \"x:{{ .ObjectMeta.Labels.app }}\"}]\n"
        let (world, _) = await inject("--injectConfigFile", "t.yaml", files: ["t.yaml": template])
        #expect(Self.names("containers", of: Self.documents(world.output).last) == ["web", "side"])
        #expect(world.output.contains("image: x:web"))
    }

    @Test func aFileIsChangedInItsPlace() async {
        let (world, code) = await inject("--in-place", "--report", "none")
        #expect(code == .done)
        #expect(world.output.isEmpty && world.errors.isEmpty)
        #expect(world.files.text("app.yaml")?.contains("istio-proxy") == true)
    }

    @Test func nothingIsWrittenWhenSomethingIsWrong() async {
        let (world, code) = await inject(
            "--in-place", files: ["app.yaml": Self.deployment + "---\nkind: Deployment\n  bad: [\n"])
        #expect(code == .badInput)
        #expect(world.errors.contains("app.yaml:13:6: "))
        #expect(world.files.text("app.yaml")?.contains("istio-proxy") == false)
    }

    @Test func aBadAnnotationIsNamed() async {
        let bad = Self.deployment.replacing(
            "{labels: {app: web}}",
            with: "{labels: {app: web}, annotations: {sidecar.istio.io/proxyCPU: lots}}")
        let (world, code) = await inject(files: ["app.yaml": bad])
        #expect(code == .badInput)
        #expect(world.errors.contains("Deployment \"shop/web\""))
        #expect(world.errors.contains("sidecar.istio.io/proxyCPU"))
    }

    @Test func patchesAreOneALine() async throws {
        let (world, _) = await inject("--patch")
        let lines = world.output.split(separator: "\n")
        #expect(lines.count == 1)
        let patch = try JSONReader.node(Array(lines[0].utf8))
        #expect(patch.list?.allSatisfy { $0["path"]?.string?.hasPrefix("/spec/template/") == true } == true)
    }

    @Test func aReviewIsAnswered() async throws {
        let review = """
            {"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1", "request": {"uid": "7", "object":
            {"metadata": {"name": "web"}, "spec": {"containers": [{"name": "web", "image": "web:1"}]}}}}
            """
        let (world, code) = await inject(files: ["app.yaml": review])
        #expect(code == .done)
        let answer = try JSONReader.node(Array(world.output.utf8))
        #expect(answer[["response", "uid"]] == "7")
        #expect(answer[["response", "allowed"]] == true)
        #expect(answer[["response", "patch"]]?.string?.isEmpty == false)
    }

    @Test func linkerdIsAskedByAnnotations() async {
        let (world, _) = await inject("--proxy", "linkerd", "--linkerd-config", "proxy-log-level=debug")
        let annotations = Self.documents(world.output).last?[["spec", "template", "metadata", "annotations"]]
        #expect(
            annotations == [
                "linkerd.io/inject": "enabled", "config.linkerd.io/proxy-log-level": "debug",
            ])
        let (other, code) = await inject("--proxy", "linkerd", "--linkerd-config", "proxy-loglevel=debug")
        #expect(code == .usage)
        #expect(other.errors.contains("did you mean proxy-log-level?"))
    }
}
