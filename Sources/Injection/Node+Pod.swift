import YAML

/// What injection asks of pods, which are maps with `metadata` and `spec`.
extension Node {
    static let containerLists = ["initContainers", "containers"]

    func annotation(_ name: String) -> String? { self[["metadata", "annotations", name]]?.string }
    func label(_ name: String) -> String? { self[["metadata", "labels", name]]?.string }

    mutating func setAnnotation(_ name: String, _ value: String?) {
        set(path: ["metadata", "annotations", name], value.map { Node($0) })
    }

    /// The names and values of all annotations.
    var annotations: [(name: String, value: String)] {
        (self[["metadata", "annotations"]]?.map ?? []).compactMap { entry in
            entry.value.string.map { (entry.key, $0) }
        }
    }

    /// The containers of one of the lists of a pod.
    func containers(_ list: String) -> [Node] { self[["spec", list]]?.list ?? [] }

    mutating func setContainers(_ list: String, _ containers: [Node]) {
        set(path: ["spec", list], containers.isEmpty && list == "initContainers" ? nil : Node(containers))
    }

    func container(_ name: String, in list: String) -> Node? {
        containers(list).first { $0["name"]?.string == name }
    }

    /// The list in which a container stands, one that runs all the time first.
    func listOfContainer(_ name: String) -> String? {
        Self.containerLists.reversed().first { container(name, in: $0) != nil }
    }

    /// Changes a container wherever it stands; false when there is none of that name.
    @discardableResult
    mutating func changeContainer(_ name: String, _ body: (inout Node) -> Void) -> Bool {
        guard let list = listOfContainer(name) else { return false }
        var containers = containers(list)
        guard let index = containers.firstIndex(where: { $0["name"]?.string == name }) else { return false }
        body(&containers[index])
        setContainers(list, containers)
        return true
    }

    /// A list with one more item.
    mutating func append(_ item: Node, to path: [String]) {
        set(path: path, Node((self[path]?.list ?? []) + [item]))
    }
}

/// Names of the containers that injection makes.
enum ContainerName {
    static let proxy = "istio-proxy"
    static let validation = "istio-validation"
    static let setUp = "istio-init"
    static let coreDumps = "enable-core-dump"
}

/// Names of annotations and labels that injection reads and writes (Istio 1.30).
enum InjectionName {
    static let status = "sidecar.istio.io/status"
    static let inject = "sidecar.istio.io/inject"
    static let overrides = "proxy.istio.io/overrides"
    static let proxyConfig = "proxy.istio.io/config"
    static let templates = "inject.istio.io/templates"
    static let nativeSidecar = "sidecar.istio.io/nativeSidecar"
    static let rewriteProbes = "sidecar.istio.io/rewriteAppHTTPProbers"
    static let statusPort = "status.sidecar.istio.io/port"
    static let mergeMetrics = "prometheus.istio.io/merge-metrics"
    static let interceptionMode = "sidecar.istio.io/interceptionMode"
    static let imageType = "sidecar.istio.io/proxyImageType"
    static let network = "topology.istio.io/network"
}
