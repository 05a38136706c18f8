import YAML

extension MeshSnapshot {
    /// Whether a workload has a sidecar, or gets one when its pods are made. Where the namespace decides but
    /// is not in the input, it counts as one of the mesh.
    func isInMesh(_ workload: Workload) -> Bool {
        let containers = workload.containers + workload.initContainers
        if containers.contains(where: { $0["name"] == "istio-proxy" && $0["image"]?.string?.isEmpty == false }
        ) {
            return true
        }
        if let inject = workload.labels[inject] ?? workload.annotations[inject] { return inject == "true" }
        return switch find(.namespace, "", workload.namespace) {
        case .found(let namespace): namespace.labels["istio-injection"] == "enabled"
        case .missing: false
        case .unknown: true
        }
    }

    private var inject: String { "sidecar.istio.io/inject" }
}
