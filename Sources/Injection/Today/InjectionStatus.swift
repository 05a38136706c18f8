import YAML

/// What was added to a pod, as the annotation `sidecar.istio.io/status` keeps it: names of containers,
/// volumes and secrets, and the revision of the injector (Istio 1.30, `SidecarInjectionStatus`).
struct InjectionStatus {
    let initContainers: [String]
    let containers: [String]
    let volumes: [String]
    let imagePullSecrets: [String]

    /// Of an annotation; nil for a text that is none.
    init?(_ text: String) {
        guard let node = try? JSONReader.node(Array(text.utf8)), node.map != nil else { return nil }
        func names(_ key: String) -> [String] { (node[key]?.list ?? []).compactMap(\.string) }
        initContainers = names("initContainers")
        containers = names("containers")
        volumes = names("volumes")
        imagePullSecrets = names("imagePullSecrets")
    }

    /// Of a pod that was injected before; nil for any other.
    init?(of pod: Node) {
        guard let text = pod.annotation(InjectionName.status), let status = InjectionStatus(text) else {
            return nil
        }
        self = status
    }

    /// Takes what was added out of a pod, and the annotation with it.
    func remove(from pod: inout Node) {
        let added = [
            ("initContainers", initContainers), ("containers", containers), ("volumes", volumes),
            ("imagePullSecrets", imagePullSecrets),
        ]
        for (list, names) in added {
            guard let items = pod[["spec", list]]?.list else { continue }
            let kept = items.filter { !names.contains($0["name"]?.string ?? "") }
            if kept.count < items.count {
                pod.set(path: ["spec", list], kept.isEmpty && list != "containers" ? nil : Node(kept))
            }
        }
        pod.setAnnotation(InjectionName.status, nil)
        if pod[["metadata", "annotations"]]?.map?.isEmpty == true {
            pod.set(path: ["metadata", "annotations"], nil)
        }
    }

    /// The annotation for what a rendered template brings.
    static func text(of template: Node, revision: String) -> String {
        func names(_ list: String) -> Node {
            let items = template[["spec", list]]?.list ?? []
            return items.isEmpty ? .null : Node(items.map { $0["name"] ?? "" })
        }
        let status: Node = [
            "initContainers": names("initContainers"), "containers": names("containers"),
            "volumes": names("volumes"), "imagePullSecrets": names("imagePullSecrets"),
            "revision": Node(revision.isEmpty ? "default" : revision),
        ]
        return JSONWriter.text(status, style: .compact)
    }
}
