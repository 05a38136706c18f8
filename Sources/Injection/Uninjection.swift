package import YAML

/// Takes sidecars out again: what the annotation of the status says was added, and what injection changed in
/// the pod's own parts, as far as the sidecar's variables keep how it was.
package enum Uninjection {
    /// The pod as it was before its injection; nil for one that was not injected.
    package static func removed(from pod: Node) -> Node? {
        guard let status = InjectionStatus(of: pod) else { return nil }
        var pod = pod
        let sidecar = pod.listOfContainer(ContainerName.proxy).flatMap {
            pod.container(ContainerName.proxy, in: $0)
        }
        restoreProbes(sidecar.flatMap { variable(ProbeRewrite.variable, of: $0) }, in: &pod)
        restorePrometheus(sidecar.flatMap { variable(PrometheusMerge.variable, of: $0) }, in: &pod)
        let own = pod.annotation(InjectionName.overrides).flatMap { try? JSONReader.node(Array($0.utf8)) }
        pod.setAnnotation(InjectionName.overrides, nil)
        status.remove(from: &pod)
        for list in ["containers", "initContainers"] {
            for var container in own?[list]?.list ?? [] {
                // The owner's proxy stands among the containers, wherever injection moved it.
                let isProxy = container["name"]?.string == ContainerName.proxy
                container.fill(["image"], Node(ContainerOverrides.templateImage))
                pod.append(container, to: ["spec", isProxy ? "containers" : list])
            }
        }
        removeLabels(of: &pod)
        removeAnnotations(of: &pod)
        return pod
    }

    // MARK: What the sidecar keeps

    /// A variable whose value is JSON.
    private static func variable(_ name: String, of container: Node) -> Node? {
        let found = container["env"]?.list?.first { $0["name"]?.string == name }
        return found?["value"]?.string.flatMap { try? JSONReader.node(Array($0.utf8)) }
    }

    private static func restoreProbes(_ probes: Node?, in pod: inout Node) {
        for list in Node.containerLists where pod[["spec", list]] != nil {
            pod.changeEach(["spec", list]) { container in
                guard let name = container["name"]?.string else { return }
                for place in ProbeRewrite.places {
                    guard let probe = probes?["/app-health/\(name)/\(place.word)"] else { continue }
                    container.change(place.field) { handler in
                        for kind in ["httpGet", "tcpSocket", "grpc"] {
                            var action = probe[kind]
                            if kind == "grpc", action?["service"]?.isNull == true {
                                action?.set("service", nil)
                            }
                            handler.set(kind, action)
                        }
                    }
                }
            }
        }
    }

    private static func restorePrometheus(_ said: Node?, in pod: inout Node) {
        guard PrometheusMerge.value(of: "path", in: pod) == PrometheusMerge.path else { return }
        PrometheusMerge.clear(&pod)
        for entry in said?.map ?? [] where entry.value.string?.isEmpty == false {
            pod.setAnnotation("prometheus.io/\(entry.key)", entry.value.string)
        }
    }

    // MARK: What is the same in all pods

    private static func removeLabels(of pod: inout Node) {
        let labels = ["security.istio.io/tlsMode": ["istio"]]
        for (name, values) in labels where values.contains(pod.label(name) ?? "") {
            pod.set(path: ["metadata", "labels", name], nil)
        }
        let revision = pod.label("app.kubernetes.io/version") ?? pod.label("version") ?? "latest"
        if pod.label(canonicalRevision) == revision {
            pod.set(path: ["metadata", "labels", canonicalRevision], nil)
        }
        // Without labels the name is the workload's.
        let name = pod.label("app.kubernetes.io/name") ?? pod.label("app")
        if let label = pod.label(canonicalName), name == nil || label == name {
            pod.set(path: ["metadata", "labels", canonicalName], nil)
        }
        if pod[["metadata", "labels"]]?.map?.isEmpty == true { pod.set(path: ["metadata", "labels"], nil) }
    }

    private static let canonicalName = "service.istio.io/canonical-name"
    private static let canonicalRevision = "service.istio.io/canonical-revision"

    private static func removeAnnotations(of pod: inout Node) {
        pod.setAnnotation("istio.io/rev", nil)
        let first = pod.containers("containers").first?["name"]?.string
        for name in ["container", "logs-container"] {
            let annotation = "kubectl.kubernetes.io/default-\(name)"
            if pod.annotation(annotation) == first { pod.setAnnotation(annotation, nil) }
        }
        if pod[["metadata", "annotations"]]?.map?.isEmpty == true {
            pod.set(path: ["metadata", "annotations"], nil)
        }
    }
}
