import Kubernetes
import YAML

/// The kinds of `config.istio.io` that a cluster has: which of Mixer's are installed differs from mesh to
/// mesh.
enum MixerKinds {
    static let group = "config.istio.io"
    static let version = "v1alpha2"
    static let apiVersion = "config.istio.io/v1alpha2"

    /// Plural names by kind.
    static func served(by cluster: any Cluster) async throws -> [String: String] {
        let resources = try await Discovery(cluster).resources(group: group, version: version)
        return Dictionary(resources.map { ($0.kind, $0.plural) }, uniquingKeysWith: { first, _ in first })
    }
}
