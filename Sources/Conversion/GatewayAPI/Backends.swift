import IstioAPI
import Schema
import YAML

extension TargetWork {
    /// Where requests go, as a reference of a route of `kind` in a namespace; nil where there is no way to
    /// say it, which the ledger then tells.
    mutating func backend(_ destination: Object<Destination>, in namespace: String, _ kind: String) -> Node? {
        guard let service = Self.service(destination.host, namespace, options) else {
            return hostname(destination)
        }
        var name = service.name
        if let subset = destination.node(\.subset), let text = subset.string, !text.isEmpty {
            if let part = subsetService(text, of: service) {
                name = part
                ledger.changed(subset.mark, "now the service \(part) of these pods")
            } else {
                ledger.dropped(
                    subset.mark,
                    "the Gateway API has no subsets, and the service or the labels are not in the input: "
                        + "requests go to all of \(service.name)",
                    instead: "a service for these pods; add the Service and DestinationRule to the input")
            }
        }
        let target = ServiceName(namespace: service.namespace, name: name)
        grant(kind, from: namespace, to: target)
        if let host = destination.node(\.host) { ledger.changed(host.mark, "now the service \(target.key)") }
        var node: Node = ["name": Node(name), "port": port(destination, of: service)]
        if service.namespace != namespace { node.set("namespace", Node(service.namespace)) }
        return node
    }

    /// The port of the destination, or the only one of its service.
    private mutating func port(_ destination: Object<Destination>, of service: ServiceName) -> Node {
        if let number = destination.port.node(\.number) { return number }
        let ports = services[service.key]?["spec"]?["ports"]?.list ?? []
        if ports.count == 1, let port = ports[0]["port"]?.int { return Node(port) }
        ledger.remark(
            "The port of service \(service.key) is not in the input; backends must name one, and 80 is assumed."
        )
        return 80
    }

    /// A host outside the cluster. Istio takes it as a backend of its own kind.
    private mutating func hostname(_ destination: Object<Destination>) -> Node? {
        guard dialect.hasHostnames, !destination.host.contains("*") else {
            dropMarks(
                destination.node ?? .null, "only services of the cluster can be backends",
                instead: "a Service of type ExternalName or an EgressNetwork")
            return nil
        }
        if let subset = destination.node(\.subset) {
            ledger.dropped(subset.mark, "a host outside the cluster has no subsets here")
        }
        return [
            "group": "networking.istio.io", "kind": "Hostname",
            "name": destination.node(\.host) ?? Node(destination.host),
            "port": destination.port.node(\.number) ?? 80,
        ]
    }

    /// The destinations of a route with their weights and own filters.
    mutating func backends(_ route: Object<HTTPRoute>, in namespace: String, _ kind: String) -> [Node] {
        let several = route.route.count > 1
        return route.route.compactMap { target in
            guard var node = backend(target.destination, in: namespace, kind) else { return nil }
            if several { node.set("weight", target.node(\.weight) ?? 0) }
            if !several, let weight = target.node(\.weight) {
                ledger.changed(weight.mark, "the only backend needs no weight")
            }
            let filters = supported(headerFilters(target.headers), route)
            if !filters.isEmpty { node.set("filters", Node(filters)) }
            return node
        }
    }
}
