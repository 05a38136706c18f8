import Kubernetes
import YAML

/// Which versions a mesh runs, as far as its pods tell.
struct MeshVersions: Sendable {
    struct Proxy: Sendable {
        /// `pod.namespace`.
        let id: String
        let version: String
    }

    /// One for each pod of the control plane.
    private(set) var controlPlane: [String] = []
    private(set) var dataPlane: [Proxy] = []

    init() {}

    var isEmpty: Bool { controlPlane.isEmpty && dataPlane.isEmpty }

    /// Asks each pod of the control plane for its version (istiod answers on port 15014) and takes the tag
    /// of its image where it does not say; proxies are known by the tags of their images.
    init(asking cluster: any Cluster, _ namespace: String) async throws {
        let pods = ResourceType(group: "", version: "v1", plural: "pods", kind: "Pod")
        for selector in ["app=istiod", "istio=pilot"] where controlPlane.isEmpty {
            let found = try await cluster.page(
                pods, namespace: namespace, ListOptions(labelSelector: selector))
            for pod in found["items"]?.list ?? [] {
                controlPlane.append(await Self.version(of: pod, in: namespace, cluster))
            }
        }
        var options = ListOptions()
        repeat {
            let page = try await cluster.page(pods, namespace: nil, options)
            dataPlane += (page["items"]?.list ?? []).compactMap(Self.proxy)
            options.continueToken = page[["metadata", "continue"]]?.string
        } while options.continueToken?.isEmpty == false
    }

    private static func version(of pod: Node, in namespace: String, _ cluster: any Cluster) async -> String {
        let name = pod[["metadata", "name"]]?.string ?? ""
        let path = "/api/v1/namespaces/\(namespace)/pods/\(name):15014/proxy/version"
        if let answer = try? await cluster.document(at: path), let version = answer["version"]?.string {
            return version
        }
        return tag(pod[["spec", "containers"]]?.list?.first?["image"]?.string)
    }

    private static func proxy(_ pod: Node) -> Proxy? {
        let spec = pod["spec"]
        let containers = (spec?["containers"]?.list ?? []) + (spec?["initContainers"]?.list ?? [])
        guard let sidecar = containers.first(where: { $0["name"]?.string == "istio-proxy" }),
            let name = pod[["metadata", "name"]]?.string
        else { return nil }
        let namespace = pod[["metadata", "namespace"]]?.string ?? ""
        return Proxy(id: "\(name).\(namespace)", version: tag(sidecar["image"]?.string))
    }

    /// `1.30.0` of `docker.io/istio/proxyv2:1.30.0-distroless@sha256:…`.
    private static func tag(_ image: String?) -> String {
        guard let name = image?.split(separator: "/").last?.split(separator: "@").first,
            let colon = name.firstIndex(of: ":")
        else { return "unknown" }
        let tag = String(name[name.index(after: colon)...])
        return tag.hasSuffix("-distroless") ? String(tag.dropLast("-distroless".count)) : tag
    }

    /// For people: one line a plane, versions with their counts.
    var lines: [String] {
        var lines: [String] = []
        if !controlPlane.isEmpty {
            lines.append("control plane version: \(Set(controlPlane).sorted().joined(separator: ", "))")
        }
        if !dataPlane.isEmpty {
            let counts = Dictionary(grouping: dataPlane, by: \.version).mapValues(\.count)
            let shown = counts.sorted { $0.key < $1.key }.map { version, count in
                "\(version) (\(count) \(count == 1 ? "proxy" : "proxies"))"
            }
            lines.append("data plane version: \(shown.joined(separator: ", "))")
        }
        return lines
    }
}
