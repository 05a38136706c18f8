import Kubernetes
import Schema
import YAML

/// A workload outside the cluster that becomes an endpoint of a service, as 0.7.1's `register` made it.
struct Registration: Sendable {
    struct Port: Sendable, Equatable {
        var name: String
        var number: Int
    }

    static let services = ResourceType(group: "", version: "v1", plural: "services", kind: "Service")
    static let endpoints = ResourceType(group: "", version: "v1", plural: "endpoints", kind: "Endpoints")

    let service: String
    let namespace: String
    let address: String
    let ports: [Port]
    let labels: [Node.Entry]
    let annotations: [Node.Entry]

    /// Adds the address, making the service and its endpoints first if need be. `note` is told of each step.
    func register(on cluster: any Cluster, note: (String) -> Void) async throws {
        try ResourceName.check(service)
        try await ensureService(on: cluster, note)
        var endpoints = try await ensureEndpoints(on: cluster, note)
        let before = endpoints["subsets"]?.list ?? []
        endpoints.set("subsets", Node(adding(to: before)))
        try await Self.replace(endpoints, service, namespace, on: cluster)
        note("registered \(address) for service \(service) in namespace \(namespace)")
    }

    private func ensureService(on cluster: any Cluster, _ note: (String) -> Void) async throws {
        do {
            _ = try await cluster.get(Self.services, namespace: namespace, name: service)
        } catch let error as ClusterError where error.isNotFound {
            note("there is no service \(service) in namespace \(namespace): creating it")
            let ports = ports.map { port -> Node in
                ["name": Node(port.name), "port": Node(port.number), "targetPort": 0]
            }
            let body: Node = [
                "apiVersion": "v1", "kind": "Service", "metadata": metadata,
                "spec": ["ports": Node(ports)], "status": ["loadBalancer": [:]],
            ]
            _ = try await cluster.create(Self.services, namespace: namespace, body, WriteOptions())
        }
    }

    private func ensureEndpoints(on cluster: any Cluster, _ note: (String) -> Void) async throws -> Node {
        do {
            return try await cluster.get(Self.endpoints, namespace: namespace, name: service)
        } catch let error as ClusterError where error.isNotFound {
            note("there are no endpoints of \(service) in namespace \(namespace): creating them")
            let body: Node = [
                "apiVersion": "v1", "kind": "Endpoints", "metadata": metadata, "subsets": .null,
            ]
            return try await cluster.create(Self.endpoints, namespace: namespace, body, WriteOptions())
        }
    }

    private var metadata: Node {
        var metadata: Node = ["name": Node(service), "creationTimestamp": .null]
        if !labels.isEmpty { metadata.set("labels", Node(labels)) }
        if !annotations.isEmpty { metadata.set("annotations", Node(annotations)) }
        return metadata
    }

    /// The address goes into each subset with the same port numbers; without one, into a new subset.
    private func adding(to subsets: [Node]) -> [Node] {
        let entry: Node = ["ip": Node(address)]
        var subsets = subsets
        var isPlaced = false
        for index in subsets.indices where hasOurPorts(subsets[index]) {
            let addresses = subsets[index]["addresses"]?.list ?? []
            let isThere = addresses.contains { $0["ip"]?.string == address }
            subsets[index].set("addresses", Node(isThere ? addresses : addresses + [entry]))
            isPlaced = true
        }
        if isPlaced { return subsets }
        let ports = ports.map { port -> Node in ["name": Node(port.name), "port": Node(port.number)] }
        return subsets + [["addresses": [entry], "ports": Node(ports)]]
    }

    private func hasOurPorts(_ subset: Node) -> Bool {
        let theirs = (subset["ports"]?.list ?? []).map { $0["port"]?.int ?? 0 }
        return theirs.count == ports.count
            && theirs.allSatisfy { number in ports.contains { Int64($0.number) == number } }
    }

    private static func replace(
        _ endpoints: Node, _ service: String, _ namespace: String, on cluster: any Cluster
    ) async throws {
        let body = endpoints.setting("apiVersion", "v1").setting("kind", "Endpoints")
        _ = try await cluster.replace(
            Self.endpoints, namespace: namespace, name: service, body, WriteOptions())
    }

    /// Takes an address out of the endpoints of a service. False when it was not among them; nothing is sent
    /// then.
    static func deregister(
        _ address: String, from service: String, in namespace: String, on cluster: any Cluster
    ) async throws -> Bool {
        try ResourceName.check(service)
        let stored = try await cluster.get(endpoints, namespace: namespace, name: service)
        let subsets = stored["subsets"]?.list ?? []
        var remaining: [Node] = []
        var isFound = false
        for subset in subsets {
            let addresses = subset["addresses"]?.list ?? []
            let others = addresses.filter { $0["ip"]?.string != address }
            if others.count < addresses.count { isFound = true }
            if others.isEmpty, others.count < addresses.count { continue }
            remaining.append(
                others.count < addresses.count ? subset.setting("addresses", Node(others)) : subset)
        }
        guard isFound else { return false }
        try await replace(stored.setting("subsets", Node(remaining)), service, namespace, on: cluster)
        return true
    }
}
