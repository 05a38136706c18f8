import YAML

/// Where the containers that injection adds stand among the user's (Istio 1.30, `reorderPod`).
enum ContainerOrder {
    private enum Place { case first, last }

    /// `holdsApplication` when the proxy must be ready before anything else starts.
    static func apply(to pod: inout Node, holdsApplication: Bool) {
        move(ContainerName.proxy, in: "containers", of: &pod, to: holdsApplication ? .first : .last)
        if pod.container(ContainerName.proxy, in: "initContainers") != nil {
            // The proxy runs from the start, so that later init containers are in the mesh already.
            for name in [
                ContainerName.coreDumps, ContainerName.proxy, ContainerName.validation, ContainerName.setUp,
            ] {
                move(name, in: "initContainers", of: &pod, to: .first)
            }
        } else {
            // Traffic is redirected last: init containers would find no proxy that passes theirs on.
            move(ContainerName.validation, in: "initContainers", of: &pod, to: .first)
            move(ContainerName.setUp, in: "initContainers", of: &pod, to: .last)
            move(ContainerName.coreDumps, in: "initContainers", of: &pod, to: .last)
        }
    }

    private static func move(_ name: String, in list: String, of pod: inout Node, to place: Place) {
        let containers = pod.containers(list)
        let moved = containers.filter { $0["name"]?.string == name }
        guard let moved = moved.last else { return }
        let others = containers.filter { $0["name"]?.string != name }
        pod.setContainers(list, place == .first ? [moved] + others : others + [moved])
    }
}
