import YAML

extension MeshSnapshot {
    /// Whether a workload has a sidecar, or gets one when its pods are made.
    func isInMesh(_ workload: Workload) -> Bool {
        let containers = workload.containers + workload.initContainers
        if containers.contains(where: { $0["name"] == "istio-proxy" && $0["image"]?.string?.isEmpty == false }
        ) {
            return true
        }
        if let inject = workload.labels[inject] ?? workload.annotations[inject] { return inject == "true" }
        return object(.namespace, "", workload.namespace)?.labels["istio-injection"] == "enabled"
    }

    private var inject: String { "sidecar.istio.io/inject" }
}
