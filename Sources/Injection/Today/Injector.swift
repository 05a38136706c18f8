import Kubernetes
import Template
import Validation
package import YAML

/// Gives pods the sidecar of Istio 1.30: the templates of the configuration are rendered for the pod and laid
/// over it, then what templates cannot do is done (`inject.injectPod`).
package struct Injector: PodInjector {
    package let form = PodForm.today
    package let configuration: InjectionConfiguration
    package let values: InjectionValues
    package let mesh: MeshSettings
    /// As templates see them, made once for all pods that change nothing of them.
    private let meshValue: Value
    private let proxyValue: Value
    /// Of the control plane; empty for the default one.
    package let revision: String
    /// Whether the cluster's nodes run init containers that stay.
    package let usesNativeSidecars: Bool

    package init(
        _ configuration: InjectionConfiguration, _ values: InjectionValues, _ mesh: MeshSettings,
        revision: String = "", usesNativeSidecars: Bool = false
    ) {
        self.configuration = configuration
        self.values = values
        self.mesh = mesh
        meshValue = mesh.meshValue
        proxyValue = mesh.proxyValue
        self.revision = revision
        self.usesNativeSidecars = usesNativeSidecars
    }

    /// What comes with one request: which templates the pod gets by default, and what the sidecar is told of
    /// cluster and network.
    package struct Request: Sendable {
        package var defaultTemplates: [String]
        package var environment: [String: String] = [:]
        package var annotations: [(name: String, value: String)] = []
        /// Whether what the pod's annotation says of its proxy holds where the mesh's settings are asked.
        package var joinsMesh = false

        /// Of `kube-inject`, which knows no defaults of the configuration.
        package static let offline = Request(
            defaultTemplates: [InjectionConfiguration.sidecar], joinsMesh: true)
    }

    package var webhook: (any PodInjection)? { self }

    /// `kube-inject` asks no selector of the configuration.
    package func decide(_ pod: Node) -> InjectionDecision { InjectionPolicy().decide(pod) }

    package func inject(_ pod: Node, of workload: Workload) throws(InjectionError) -> Node {
        try inject(plain: PodOverlay.plain(pod), of: workload, .offline)
    }

    /// The pod with its sidecar, its fields in any order. `original` is a pod in the form that Go writes.
    func inject(
        plain original: Node, of workload: Workload, _ request: Request
    ) throws(InjectionError) -> Node {
        try Self.checkAnnotations(original)
        let podMesh = try self.mesh(for: original)
        let mesh = request.joinsMesh ? podMesh : self.mesh
        let environment = environment(original, request)
        let overrides = try ContainerOverrides(original)
        let data = data(
            overrides.stripped(agentPort: mesh.statusPort), workload, podMesh, mesh, environment)
        var merged = original
        var template = Node.emptyMap
        for name in configuration.templateNames(for: original, byDefault: request.defaultTemplates) {
            let overlay = try render(try configuration.template(name), data)
            template = try PodOverlay.apply(overlay, to: template)
            moveProxy(of: &merged, as: template)
            merged = try PodOverlay.apply(overlay, to: merged)
        }
        merged = try overrides.reapply(to: merged, template: template)
        ProxyUser.apply(to: &merged, original: original, mode: podMesh.interceptionMode)
        finish(&merged, template, mesh, podMesh, environment, request)
        return merged
    }

    private static func checkAnnotations(_ pod: Node) throws(InjectionError) {
        for annotation in pod.annotations {
            if let problem = AnnotationValue.problem(annotation.name, annotation.value) {
                throw InjectionError(
                    "invalid value '\(annotation.value.escapingControls)' for annotation '\(annotation.name)': "
                        + problem)
            }
        }
    }

    /// The mesh's settings with what the pod's annotation says of its proxy.
    private func mesh(for pod: Node) throws(InjectionError) -> MeshSettings {
        guard let text = pod.annotation(InjectionName.proxyConfig) else { return mesh }
        let documents = YAMLReader.documents(in: .init(name: InjectionName.proxyConfig, text))
        guard let document = documents.first else { return mesh }
        let errors = Validation.checkProxyConfig(document).filter { $0.severity == .error }
        if let error = errors.first {
            let place = error.path.steps.isEmpty ? "" : "\(error.path): "
            throw InjectionError(
                "invalid value for annotation '\(InjectionName.proxyConfig)': "
                    + "\(place)\(error.message)".escapingControls)
        }
        return mesh.adding(document.root)
    }

    /// What the sidecar is told of its cluster and network; a label of the pod counts most.
    private func environment(_ pod: Node, _ request: Request) -> [String: String] {
        var environment = request.environment
        let cluster = environment["ISTIO_META_CLUSTER_ID"] ?? ""
        let network = environment["ISTIO_META_NETWORK"] ?? ""
        environment["ISTIO_META_CLUSTER_ID"] = cluster.isEmpty ? values.clusterName : cluster
        environment["ISTIO_META_NETWORK"] =
            pod.label(InjectionName.network) ?? (network.isEmpty ? values.network : network)
        return environment.filter { !$0.value.isEmpty || request.environment[$0.key] != nil }
    }

    // MARK: Templates

    private func render(_ template: TemplateSet, _ data: Value) throws(InjectionError) -> Node {
        let rendered: [UInt8]
        do {
            rendered = try template.render("inject", data)
        } catch {
            throw InjectionError("failed to run injection template: \(error.message)")
        }
        let overlay = try RenderedTemplate.document(rendered)
        return overlay.isNull ? .emptyMap : overlay
    }

    private func data(
        _ pod: Node, _ workload: Workload, _ podMesh: MeshSettings, _ mesh: MeshSettings,
        _ environment: [String: String]
    ) -> Value {
        let type = StructValue(
            "v1.TypeMeta",
            [.init("Kind", .string(workload.kind)), .init("APIVersion", .string(workload.apiVersion))])
        let name = StructValue(
            "types.NamespacedName",
            [.init("Namespace", .string(workload.namespace)), .init("Name", .string(workload.name))])
        // A pod that changes settings of its proxy says so.
        let isUsual = pod.annotation(InjectionName.proxyConfig) == nil
        let image = ProxyImage.name(values.node, imageType: podMesh.imageType, pod)
        return .pointer(
            StructValue(
                "inject.SidecarTemplateData",
                [
                    .init("TypeMeta", .structure(type)), .init("DeploymentMeta", .structure(name)),
                    .init("ObjectMeta", KubernetesValue.value(pod["metadata"], of: "meta.ObjectMeta")),
                    .init("Spec", KubernetesValue.value(pod["spec"], of: "core/v1.PodSpec")),
                    .init("ProxyConfig", isUsual ? proxyValue : podMesh.proxyValue),
                    .init("MeshConfig", isUsual ? meshValue : mesh.meshValue),
                    .init("Values", values.value), .init("Revision", .string(revision)),
                    .init("NativeSidecars", .bool(usesNativeSidecars)), .init("ProxyImage", .string(image)),
                    .init("ProxyUID", .int(1337, .bits64)), .init("ProxyGID", .int(1337, .bits64)),
                    .init("InboundTrafficPolicyMode", .string(mesh.inboundMode)),
                    .init("CompliancePolicy", ""),
                ]))
    }

    /// A proxy container of the user's own goes where the template has it.
    private func moveProxy(of pod: inout Node, as template: Node) {
        let isNative =
            switch pod.annotation(InjectionName.nativeSidecar) {
            case "true": true
            case "false": false
            default: usesNativeSidecars
            }
        guard isNative, template.container(ContainerName.proxy, in: "initContainers") != nil,
            let proxy = pod.container(ContainerName.proxy, in: "containers")
        else { return }
        pod.setContainers(
            "containers", pod.containers("containers").filter { $0["name"]?.string != ContainerName.proxy })
        pod.append(proxy, to: ["spec", "initContainers"])
    }

    // MARK: What templates cannot do

    private func finish(
        _ pod: inout Node, _ template: Node, _ mesh: MeshSettings, _ podMesh: MeshSettings,
        _ environment: [String: String], _ request: Request
    ) {
        pod.changeContainer(ContainerName.proxy) { Self.set(environment, of: &$0) }
        PrometheusMerge(port: mesh.statusPort, isEnabled: mesh.mergesMetrics).apply(to: &pod)
        if ProbeRewrite.isWanted(pod, byDefault: values.rewritesProbes) {
            ProbeRewrite(meshPort: mesh.statusPort).apply(to: &pod)
        }
        if let network = environment["ISTIO_META_NETWORK"] {
            pod.set(path: ["metadata", "labels", InjectionName.network], Node(network))
        }
        pod.setAnnotation(InjectionName.status, InjectionStatus.text(of: template, revision: revision))
        for annotation in request.annotations { pod.setAnnotation(annotation.name, annotation.value) }
        ContainerOrder.apply(
            to: &pod, holdsApplication: podMesh.holdsApplication || values.holdsApplication)
    }

    /// Replaces variables of the sidecar by those of the request, which come last.
    private static func set(_ environment: [String: String], of container: inout Node) {
        guard !environment.isEmpty else { return }
        let kept = (container["env"]?.list ?? []).filter { environment[$0["name"]?.string ?? ""] == nil }
        let new = environment.sorted { $0.key < $1.key }.map { variable -> Node in
            variable.value.isEmpty
                ? ["name": Node(variable.key)] : ["name": Node(variable.key), "value": Node(variable.value)]
        }
        container.set("env", Node(kept + new))
    }
}
