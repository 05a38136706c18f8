import Crypto
import Kubernetes
import Template
package import YAML

/// Gives pods the sidecar of Istio 0.7.1: a template brings containers and volumes, which are put behind the
/// pod's own (`inject.IntoResourceFile`).
package struct ClassicInjector: PodInjector {
    package let form = PodForm.classic
    private let template: TemplateSet
    private let version: String
    private let mesh: ClassicMeshSettings

    package init(template text: String, _ mesh: ClassicMeshSettings) throws(InjectionError) {
        var template = TemplateSet("inject", functions: .legacyInjector)
        do {
            try template.parse("inject", Text(text))
        } catch {
            throw InjectionError(error.message)
        }
        self.template = template
        self.mesh = mesh
        let digits = Array("0123456789abcdef")
        version = String(
            SHA256.hash(data: Array(text.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// The template of a configuration: the key `config` of the ConfigMap of the injector, or a file.
    package static func template(ofConfiguration text: String, name: String) throws(InjectionError) -> String
    {
        let document = YAMLReader.documents(in: .init(name: name, text)).first
        if let problem = document?.problems.first(where: { $0.severity == .error }) {
            throw InjectionError("\(name): \(problem.message)")
        }
        let root = document?.root ?? .null
        if root.isNull { return "" }
        guard root.map != nil else {
            throw InjectionError(
                "\(name): a configuration is a map with the key \"template\", not \(root.kindName)")
        }
        guard let template = root["template"], !template.isNull else { return "" }
        return template.string ?? JSONWriter.text(template, style: .compact)
    }

    package var webhook: (any PodInjection)? { ClassicPodInjection(self, policy: "enabled") }

    /// `kube-inject` asks no annotation.
    package func decide(_ pod: Node) -> InjectionDecision {
        pod[["spec", "hostNetwork"]]?.bool == true ? .skip(.hostNetwork) : .inject
    }

    package func inject(_ pod: Node, of workload: Workload) throws(InjectionError) -> Node {
        var pod = pod
        if let before = InjectionStatus(of: pod) { before.remove(from: &pod) }
        let sidecar = try render(pod)
        for list in ClassicOverlay.lists {
            guard let items = sidecar[list]?.list, !items.isEmpty else { continue }
            pod.set(path: ["spec", list], Node((pod[["spec", list]]?.list ?? []) + items))
        }
        pod.setAnnotation(InjectionName.status, status(sidecar))
        return pod
    }

    /// The sidecar for a pod: lists of containers and volumes.
    func render(_ pod: Node) throws(InjectionError) -> Node {
        let data = StructValue(
            "inject.SidecarTemplateData",
            [
                .init("ObjectMeta", KubernetesValue.pointer(pod["metadata"], to: "meta.ObjectMeta")),
                .init("Spec", KubernetesValue.pointer(pod["spec"], to: "core/v1.PodSpec")),
                .init("ProxyConfig", mesh.proxyValue), .init("MeshConfig", mesh.meshValue),
            ])
        let rendered: [UInt8]
        do {
            rendered = try template.render("inject", .pointer(data))
        } catch {
            throw InjectionError(error.message)
        }
        return try ClassicOverlay.read(try RenderedTemplate.document(rendered))
    }

    /// The annotation that tells what was added.
    func status(_ sidecar: Node) -> String {
        var status: Node = ["version": Node(version)]
        for list in ClassicOverlay.lists {
            let names = (sidecar[list]?.list ?? []).map { $0["name"] ?? "" }
            status.set(list, names.isEmpty ? .null : Node(names))
        }
        return JSONWriter.text(status, style: .compact)
    }
}
