import Installation

/// What an installation has to know of the cluster that it is for.
struct ClusterPlatform {
    /// Of Kubernetes, with a leading `v`. Without a cluster it is the oldest that Istio 1.30 supports.
    private(set) var version = "v1.32.0"

    init() {}

    /// Asks the cluster.
    init(_ world: World, _ global: GlobalOptions) async throws {
        let answer = try await world.connect(global).cluster.document(at: "/version")
        guard let version = answer["gitVersion"]?.string, !version.isEmpty else {
            throw Failure("the cluster does not tell its version")
        }
        self.version = version
    }

    /// What Google's clusters need: their CNI belongs to kube-system, which has quotas of its own.
    var settings: [SettingFlag] {
        guard version.contains("-gke") else { return [] }
        return [
            "components.cni.namespace=kube-system", "values.global.platform=gke",
            "values.cni.resourceQuotas.enabled=false",
        ].compactMap { try? SettingFlag($0) }
    }
}
