import Kubernetes
package import YAML

extension ComponentRelease {
    /// The objects that the chart made with what `k8s` says of the component laid over them.
    package func customized(_ objects: [Node]) throws(InstallationError) -> [Node] {
        guard let settings = spec["k8s"], settings.map != nil else { return objects }
        var objects = objects
        for (field, target) in targets(settings) {
            guard var said = settings[field], !said.isNull else { continue }
            // A strategic merge cannot tell the ports of services apart; gateways get theirs as values.
            if field == "service", component.isGateway { said.set("ports", nil) }
            for index in objects.indices where target.isMet(by: objects[index]) {
                objects[index] = Self.patched(objects[index], target.patch(said), field)
            }
        }
        for overlay in settings["overlays"]?.list ?? [] {
            let (kind, name) = (overlay["kind"]?.string, overlay["name"]?.string)
            for index in objects.indices
            where objects[index]["kind"]?.string == kind && objects[index].objectName == name {
                for patch in overlay["patches"]?.list ?? [] { try objects[index].apply(patch) }
            }
        }
        return objects
    }

    /// What a setting of `k8s` changes.
    private struct Target {
        let kind: String
        let name: String
        /// Where in the object it goes.
        let path: [String]
        /// The container that it goes to.
        var container: String?

        func isMet(by object: Node) -> Bool {
            object["kind"]?.string == kind && object.objectName == name
        }

        func patch(_ value: Node) -> Node {
            var patch = value
            if let container, let field = path.last {
                patch = ["containers": [["name": Node(container), field: patch]]]
            }
            let way = container == nil ? path : Array(path.dropLast())
            return way.reversed().reduce(patch) { [$1: $0] }
        }
    }

    private func targets(_ settings: Node) -> [(String, Target)] {
        let own = spec["name"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        var name = own ?? component.workload?.name ?? ""
        if component.name == "Pilot", let revision = values["revision"]?.string, !revision.isEmpty,
            revision != "default"
        {
            name += "-\(revision)"
        }
        let kind = component.workload?.kind ?? ""
        let pod = ["spec", "template", "spec"]
        func workload(_ path: [String]) -> Target { Target(kind: kind, name: name, path: path) }
        func container(_ field: String) -> Target {
            Target(kind: kind, name: name, path: pod + [field], container: component.workload?.container)
        }
        return [
            ("affinity", workload(pod + ["affinity"])), ("env", container("env")),
            ("hpaSpec", Target(kind: "HorizontalPodAutoscaler", name: name, path: ["spec"])),
            ("imagePullPolicy", container("imagePullPolicy")),
            ("nodeSelector", workload(pod + ["nodeSelector"])),
            ("podDisruptionBudget", Target(kind: "PodDisruptionBudget", name: name, path: ["spec"])),
            ("podAnnotations", workload(["spec", "template", "metadata", "annotations"])),
            ("priorityClassName", workload(pod + ["priorityClassName"])),
            ("readinessProbe", container("readinessProbe")),
            ("replicaCount", workload(["spec", "replicas"])),
            ("resources", container("resources")), ("strategy", workload(["spec", "strategy"])),
            ("tolerations", workload(pod + ["tolerations"])),
            ("serviceAnnotations", Target(kind: "Service", name: name, path: ["metadata", "annotations"])),
            ("service", Target(kind: "Service", name: name, path: ["spec"])),
            ("securityContext", workload(pod + ["securityContext"])),
        ]
    }

    private static func patched(_ object: Node, _ patch: Node, _ field: String) -> Node {
        let type = KubernetesTypes.message(
            apiVersion: object["apiVersion"]?.string ?? "", kind: object["kind"]?.string ?? "")
        var result = StrategicMergePatch(type).apply(patch, to: object)
        // A budget may say only one of the two, and the chart says the first.
        if field == "podDisruptionBudget", result[["spec", "maxUnavailable"]] != nil,
            result[["spec", "minAvailable"]] != nil
        {
            result.set(path: ["spec", "minAvailable"], nil)
        }
        return result
    }
}

extension Node {
    var objectName: String? { self[["metadata", "name"]]?.string }

    /// Carries out one patch of an overlay: a path with a value, or without one to remove what is there.
    fileprivate mutating func apply(_ patch: Node) throws(InstallationError) {
        guard let text = patch["path"]?.string else {
            throw InstallationError("a patch of an overlay names no path")
        }
        let path = try SettingPath(text)
        if let value = patch["value"], !value.isNull {
            try set(value, at: path)
        } else {
            remove(path.steps[...])
        }
    }

    /// Removes what stands at a path, if something does.
    private mutating func remove(_ steps: ArraySlice<SettingPath.Step>) {
        guard let step = steps.first else { return }
        let rest = steps.dropFirst()
        switch step {
        case .key(let key):
            guard var child = self[key] else { return }
            if rest.isEmpty { return set(key, nil) }
            child.remove(rest)
            set(key, child)
        case .index, .match:
            guard var items = list else { return }
            let index: Int? =
                switch step {
                case .index(let index): items.indices.contains(index) ? index : nil
                case .match(let key, let value): items.firstIndex { $0[key]?.string == value }
                case .key: nil
                }
            guard let index else { return }
            if rest.isEmpty { items.remove(at: index) } else { items[index].remove(rest) }
            content = .list(items)
        }
    }
}
