import IstioAPI
import Kubernetes
import YAML

/// The configuration of injection in a cluster.
struct InjectionCluster: Sendable {
    private let cluster: any Cluster
    private let namespace: String

    init(_ cluster: any Cluster, namespace: String) {
        self.cluster = cluster
        self.namespace = namespace
    }

    /// A ConfigMap of the control plane.
    struct Map {
        /// For messages: `configmap istio-system/istio`.
        let name: String
        private let data: Node

        init(name: String, data: Node) {
            self.name = name
            self.data = data
        }

        subscript(key: String) -> String? { data[key]?.string }

        func required(_ key: String) throws -> String {
            guard let text = self[key] else {
                throw Failure("missing configuration map key \"\(key)\" in \"\(name)\"")
            }
            return text
        }
    }

    /// One that must be there.
    func map(_ name: String) async throws -> Map {
        guard let map = try await optionalMap(name) else {
            throw Failure(
                """
                could not read valid configmap "\(name)" from namespace "\(namespace)": it is not there
                Name the files with --meshConfigFile and --injectConfigFile, or use --offline for the \
                templates of this program.
                """)
        }
        return map
    }

    func optionalMap(_ name: String) async throws -> Map? {
        let type = ResourceType(group: "", version: "v1", plural: "configmaps", kind: "ConfigMap")
        do {
            let found = try await cluster.get(type, namespace: namespace, name: name)
            return Map(name: "configmap \(namespace)/\(name)", data: found["data"] ?? .emptyMap)
        } catch let error as ClusterError where error.isMissingObject {
            return nil
        } catch let error as ClusterError {
            var failure = error.failure
            failure.message =
                "could not read valid configmap \"\(name)\" from namespace \"\(namespace)\": "
                + "\(failure.message ?? "")\nUse --offline for the templates of this program."
            throw failure
        }
    }

    /// A sandbox in which nobody installed a control plane takes the sidecar of this program.
    func isSandboxWithoutIstio() async throws -> Bool {
        let version = try? await cluster.document(at: "/version")
        guard version?["gitVersion"]?.string?.hasSuffix("+istioctl-sandbox") == true else { return false }
        return try await optionalMap("istio") == nil
    }

    /// The injector's, of a revision.
    func injectorMap(_ name: String?, _ revision: String?) async throws -> Map {
        try await map(name ?? Self.name("istio-sidecar-injector", revision))
    }

    /// `istio-1-30` for `istio` in the revision `1-30`.
    static func name(_ base: String, _ revision: String?) -> String {
        guard let revision, !revision.isEmpty, revision != "default" else { return base }
        return "\(base)-\(revision)"
    }

    /// The revision of a webhook that injects.
    func revision(ofWebhook name: String) async throws -> String {
        let type = ResourceType(
            group: "admissionregistration.k8s.io", version: "v1", plural: "mutatingwebhookconfigurations",
            kind: "MutatingWebhookConfiguration")
        do {
            let found = try await cluster.get(type, namespace: nil, name: name)
            return found[["metadata", "labels", "istio.io/rev"]]?.string ?? "default"
        } catch let error as ClusterError {
            throw error.failure
        }
    }

    /// The first release of Kubernetes whose init containers may stay, for certain (Istio 1.30).
    private static let nativeSince = 33

    /// Whether all nodes run init containers that stay; false where the nodes may not be listed.
    func runsNativeSidecars() async -> Bool {
        let type = ResourceType(group: "", version: "v1", plural: "nodes", kind: "Node")
        guard let page = try? await cluster.page(type, namespace: nil, ListOptions()),
            let nodes = page["items"]?.list, !nodes.isEmpty
        else { return false }
        return nodes.allSatisfy { node in
            let version = node[["status", "nodeInfo", "kubeletVersion"]]?.string ?? ""
            let parts = version.drop { $0 == "v" }.split(separator: ".")
            guard parts.count > 1, let major = Int(parts[0]) else { return false }
            let minor = Int(parts[1].prefix { $0.isNumber }) ?? 0
            return major > 1 || (major == 1 && minor >= Self.nativeSince)
        }
    }
}
