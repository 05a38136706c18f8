import IstioAPI
import Schema
import YAML

/// Where a route holds: at gateways, or for requests of the mesh to services.
struct RouteParent {
    let references: [Node]
    /// Host names that the route is limited to; empty for all that its parents have.
    let hostnames: [Node]
    /// The name of the route after that of the virtual service.
    let suffix: String
    /// Names of gateways, by which matches of the virtual service may be limited; `mesh` for the mesh.
    let scopes: Set<String>
}

extension TargetWork {
    /// The places where the routes of a virtual service hold, those at gateways first.
    mutating func parents(of service: Object<VirtualService>, _ object: Node) -> [RouteParent] {
        let names = service.each(\.gateways)
        let namespace = object.namespaceName(options)
        let edges = names.filter { $0.item != "mesh" }
        var parents: [RouteParent] = []
        if !edges.isEmpty, dialect.hasGateways {
            parents.append(gatewayParent(edges.map(\.item), service, namespace))
            for edge in edges { ledger.changed(edge.mark, "now a parentRef of the route") }
        } else {
            for edge in edges {
                ledger.dropped(
                    edge.mark, "Linkerd has no gateways: routes at the edge are the ingress controller's",
                    instead: "HTTPRoutes of the ingress controller, or --to gateway-api")
            }
        }
        if names.isEmpty || names.contains(where: { $0.item == "mesh" }) {
            let suffix = parents.isEmpty ? "" : "-mesh"
            if let mesh = meshParent(service, namespace, suffix) { parents.append(mesh) }
        }
        for name in names where name.item == "mesh" {
            ledger.changed(name.mark, "now a parentRef to the service")
        }
        return parents
    }

    private mutating func gatewayParent(
        _ names: [String], _ service: Object<VirtualService>, _ namespace: String
    ) -> RouteParent {
        let references = names.map { name -> Node in
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            var node: Node = ["name": Node(parts.last ?? name)]
            if parts.count == 2, parts[0] != namespace { node.set("namespace", Node(parts[0])) }
            return node
        }
        let hosts = service.each(\.hosts).map { Node(.string($0.item), at: $0.mark) }
        let isForAll = hosts.contains { $0.string == "*" }
        if isForAll {
            for host in hosts { ledger.changed(host.mark, "a route without hostnames holds for all") }
        }
        return RouteParent(
            references: references, hostnames: isForAll ? [] : hosts, suffix: "",
            scopes: Set(names))
    }

    private mutating func meshParent(
        _ service: Object<VirtualService>, _ namespace: String, _ suffix: String
    ) -> RouteParent? {
        var references: [Node] = []
        for (host, mark) in service.each(\.hosts) {
            if let target = Self.service(host, namespace, options) {
                var node: Node = ["group": "", "kind": "Service", "name": Node(target.name)]
                if target.namespace != namespace { node.set("namespace", Node(target.namespace)) }
                references.append(node)
                ledger.changed(mark, "now a parentRef to the service \(target.key)")
            } else if let entry = dialect.hasHostnames ? serviceEntry(for: host) : nil {
                references.append([
                    "group": "networking.istio.io", "kind": "ServiceEntry", "name": Node(entry.objectName),
                ])
                ledger.changed(mark, "now a parentRef to the service entry \(entry.objectName)")
            } else if suffix.isEmpty {
                ledger.dropped(
                    mark, "inside the mesh, routes hold for services: \(host) is none of the cluster",
                    instead: "a ServiceEntry in the input, or keep the VirtualService")
            }
        }
        if references.isEmpty { return nil }
        return RouteParent(references: references, hostnames: [], suffix: suffix, scopes: ["mesh"])
    }

    private func serviceEntry(for host: String) -> Node? {
        objects.first { object in
            object["kind"]?.string == "ServiceEntry"
                && object["spec"]?["hosts"]?.list?.contains { $0.string == host } == true
        }
    }
}
