import YAML

/// Containers that both the pod and the template have: what the user says of them counts, also when the pod
/// is injected again (Istio 1.30, `reapplyOverwrittenContainers`).
struct ContainerOverrides {
    /// Stands for the template's image in a container of the user, which must name one.
    static let templateImage = "auto"

    private let original: Node
    /// What was kept of the user's containers when the pod was injected before.
    private let kept: Node
    private let status: InjectionStatus?

    init(_ original: Node) throws(InjectionError) {
        self.original = original
        status = InjectionStatus(of: original)
        guard let text = original.annotation(InjectionName.overrides) else {
            kept = .emptyMap
            return
        }
        do {
            kept = try JSONReader.node(Array(text.utf8))
        } catch {
            throw InjectionError("the annotation \(InjectionName.overrides) is no JSON: \(error)")
        }
    }

    /// A pod that was injected before, without what injection brought, and with the user's own containers.
    func stripped(agentPort: Int64) -> Node {
        var pod = original
        if let status {
            remove(status.containers, from: "containers", of: &pod)
            remove(status.initContainers, from: "initContainers", of: &pod)
            if PrometheusMerge.value(of: "port", in: pod) == String(agentPort) { PrometheusMerge.clear(&pod) }
            pod.setAnnotation(InjectionName.status, nil)
        }
        for list in Node.containerLists {
            for container in kept[list]?.list ?? [] {
                guard let name = container["name"]?.string, pod.container(name, in: list) == nil else {
                    continue
                }
                pod.append(container, to: ["spec", list])
            }
        }
        return pod
    }

    private func remove(_ names: [String], from list: String, of pod: inout Node) {
        guard pod[["spec", list]] != nil else { return }
        pod.setContainers(
            list, pod.containers(list).filter { !names.contains($0["name"]?.string ?? "") })
    }

    /// Lays the user's containers over those of the template once more.
    func reapply(to pod: Node, template: Node) throws(InjectionError) -> Node {
        var pod = pod
        var overrides = Node.emptyMap
        for list in ["containers", "initContainers"] {
            let injected = list == "containers" ? status?.containers : status?.initContainers
            var found: [Node] = []
            for name in template.containers(list).compactMap({ $0["name"]?.string }) {
                guard injected?.contains(name) != true, var container = own(name, list) else { continue }
                if container["image"]?.string == Self.templateImage { container.set("image", nil) }
                found.append(container)
                let overlay: Node = ["spec": Node([.init(list, Node([container]))])]
                pod = try PodOverlay.apply(overlay, to: pod)
            }
            if !found.isEmpty { overrides.set(list, Node(found)) }
        }
        if status == nil, overrides.map?.isEmpty == false {
            let text = JSONWriter.bytes(overrides, style: .compact, escapesHTML: true)
            pod.setAnnotation(InjectionName.overrides, String(decoding: text, as: UTF8.self))
        }
        return pod
    }

    /// The user's container of a name. An init container may stand among the others: it was moved.
    private func own(_ name: String, _ list: String) -> Node? {
        if let found = kept[list]?.list?.first(where: { $0["name"]?.string == name }) { return found }
        if list == "containers" { return original.container(name, in: list) }
        return original.listOfContainer(name).flatMap { original.container(name, in: $0) }
    }
}
