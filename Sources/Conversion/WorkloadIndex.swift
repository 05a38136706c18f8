import IstioAPI
import Schema
import YAML

/// Which pods stand behind a service. Today's policies and matches name pods by labels where 0.7.1 named
/// services.
struct WorkloadIndex {
    private let services: [ServiceHost: Node]
    private let options: ConversionOptions

    init(_ inputs: ConversionInputs) {
        options = inputs.options
        var services: [ServiceHost: Node] = [:]
        for object in inputs.objects where object.kindName == "Service" && object.kind?.group == "" {
            let host = ServiceHost(name: object.name, namespace: object.namespace, inputs.options)
            if services[host] == nil { services[host] = object.node }
        }
        self.services = services
    }

    /// Services of the input, sorted.
    var hosts: [ServiceHost] { services.keys.sorted { $0.full < $1.full } }

    /// How pods were found.
    struct Workload {
        let labels: [Node.Entry]
        /// Whether the input has the service, so that nothing was assumed.
        let isKnown: Bool
    }

    /// The labels of a service's pods: its selector; for services that the input lacks, the label `app` with
    /// the service's name, which 0.7.1 asked of every pod.
    func workload(of host: ServiceHost) -> Workload? {
        guard let name = host.name else { return nil }
        if let service = services[host] {
            let selector = service[["spec", "selector"]]?.map ?? []
            let labels = selector.filter { $0.value.string != nil }.map {
                Node.Entry($0.key, Self.plain($0.value))
            }
            return labels.isEmpty ? nil : Workload(labels: labels, isKnown: true)
        }
        return Workload(labels: [Node.Entry("app", Node(name))], isKnown: false)
    }

    /// The number by which a service's port is called; nil when the input does not say.
    func port(named name: String, of host: ServiceHost) -> Int? {
        ports(of: host).first { $0["name"]?.string == name }?["port"]?.int.map(Int.init)
    }

    /// The port of the pods behind a service's port; nil when the input does not say.
    func targetPort(of number: Int?, named name: String, of host: ServiceHost) -> Int? {
        let port = ports(of: host).first {
            number != nil ? $0["port"]?.int.map(Int.init) == number : $0["name"]?.string == name
        }
        guard let port else { return nil }
        guard let target = port["targetPort"], !target.isNull else { return port["port"]?.int.map(Int.init) }
        return target.int.map(Int.init)
    }

    /// Whether proxies see streams of bytes only at all ports of a service; nil when the input does not say.
    func isTCP(_ host: ServiceHost) -> Bool? {
        let ports = ports(of: host)
        if ports.isEmpty { return nil }
        return ports.allSatisfy { port in
            let word = port["appProtocol"]?.string ?? port["name"]?.string ?? ""
            let spoken = word.prefix { $0 != "-" }.lowercased()
            return !["http", "http2", "grpc"].contains(spoken)
        }
    }

    private func ports(of host: ServiceHost) -> [Node] { services[host]?[["spec", "ports"]]?.list ?? [] }

    /// A service's labels are not what becomes of it: it stays.
    private static func plain(_ node: Node) -> Node { Node(node.content) }
}
