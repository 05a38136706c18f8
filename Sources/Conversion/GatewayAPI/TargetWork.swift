import IstioAPI
import Schema
import YAML

/// What the conversions to other projects' objects share: today's objects, what has been made of them, and
/// the ledger.
struct TargetWork {
    let objects: [Node]
    let options: ConversionOptions
    let dialect: RouteDialect
    var ledger: Ledger
    private(set) var outputs: [Node] = []
    /// Services of the input by `namespace/name`.
    let services: [String: Node]
    /// Labels of the subsets that destination rules declare, by `namespace/service` and name.
    let subsets: [String: [String: Node]]
    private var subsetServices: Set<String> = []
    private var grants: Set<String> = []

    init(_ objects: [Node], _ options: ConversionOptions, _ dialect: RouteDialect, _ ledger: Ledger) {
        self.objects = objects
        self.options = options
        self.dialect = dialect
        self.ledger = ledger
        var services: [String: Node] = [:]
        var subsets: [String: [String: Node]] = [:]
        for object in objects {
            let namespace = object.namespaceName(options)
            switch object["kind"]?.string {
            case "Service" where object["apiVersion"] == "v1":
                services["\(namespace)/\(object.objectName)"] = object
            case "DestinationRule":
                guard let service = Self.service(object["spec"]?["host"]?.string ?? "", namespace, options)
                else { continue }
                for subset in object["spec"]?["subsets"]?.list ?? [] {
                    guard let name = subset["name"]?.string else { continue }
                    subsets[service.key, default: [:]][name] = subset["labels"] ?? .emptyMap
                }
            default: break
            }
        }
        self.services = services
        self.subsets = subsets
    }

    mutating func add(_ object: Node) { outputs.append(object) }

    /// An object with the metadata of the one that it is made of.
    func object(_ apiVersion: String, _ kind: String, of source: Node, name: String? = nil, _ spec: Node)
        -> Node
    {
        var metadata = source["metadata"] ?? .emptyMap
        if let name { metadata.set("name", Node(.string(name), at: metadata["name"]?.mark ?? .none)) }
        metadata.set("resourceVersion", nil)
        metadata.set("uid", nil)
        return [
            "apiVersion": Node(apiVersion), "kind": Node(kind), "metadata": metadata, "spec": spec,
        ]
    }

    /// A service of the cluster.
    struct ServiceName: Hashable {
        let namespace: String
        let name: String
        var key: String { "\(namespace)/\(name)" }
    }

    /// The service that a host means; nil for hosts outside the cluster and wildcards.
    static func service(_ host: String, _ namespace: String, _ options: ConversionOptions) -> ServiceName? {
        let host = ServiceHost(full: host, from: namespace, options)
        guard let name = host.name, let home = host.namespace else { return nil }
        return ServiceName(namespace: home, name: name)
    }

    /// Makes a service for the pods of a subset, once; nil when the input does not show the whole service.
    mutating func subsetService(_ subset: String, of service: ServiceName) -> String? {
        guard let whole = services[service.key], let labels = subsets[service.key]?[subset] else {
            return nil
        }
        let name = "\(service.name)-\(subset)".lowercased()
        guard name.utf8.count <= 63, services["\(service.namespace)/\(name)"] == nil else { return nil }
        guard subsetServices.insert("\(service.namespace)/\(name)").inserted else { return name }
        var selector = whole["spec"]?["selector"] ?? .emptyMap
        for label in labels.map ?? [] { selector.set(label.key, label.value) }
        var metadata: Node = ["name": Node(name)]
        if let namespace = whole["metadata"]?["namespace"] { metadata.set("namespace", namespace) }
        add([
            "apiVersion": "v1", "kind": "Service", "metadata": metadata,
            "spec": ["selector": selector, "ports": Self.plain(whole["spec"]?["ports"] ?? [])],
        ])
        return name
    }

    /// Allows routes of a kind and namespace to lead to a service of another namespace, once.
    mutating func grant(_ kind: String, from namespace: String, to service: ServiceName) {
        guard namespace != service.namespace,
            grants.insert("\(kind)/\(namespace)/\(service.key)").inserted
        else { return }
        add([
            "apiVersion": "gateway.networking.k8s.io/v1beta1", "kind": "ReferenceGrant",
            "metadata": [
                "name": Node("\(kind.lowercased())-\(namespace)-to-\(service.name)"),
                "namespace": Node(service.namespace),
            ],
            "spec": [
                "from": [
                    [
                        "group": "gateway.networking.k8s.io", "kind": Node(kind),
                        "namespace": Node(namespace),
                    ]
                ], "to": [["group": "", "kind": "Service", "name": Node(service.name)]],
            ],
        ])
    }

    /// Ports as a new service may have them: without what the cluster chose.
    private static func plain(_ ports: Node) -> Node {
        Node(
            (ports.list ?? []).map { port in
                Node(
                    .map(
                        ["name", "protocol", "appProtocol", "port", "targetPort"].compactMap { key in
                            port[key].map { Node.Entry(key, Node($0.content)) }
                        }))
            })
    }
}

extension Node {
    var objectName: String { self["metadata"]?["name"]?.string ?? "" }

    func namespaceName(_ options: ConversionOptions) -> String {
        self["metadata"]?["namespace"]?.string ?? options.namespace ?? "default"
    }
}
