import IstioAPI
import Schema
import YAML

/// Routes of virtual services for TLS and TCP as TLSRoutes and TCPRoutes.
enum StreamRoutes {
    static func convert(_ object: Node, _ work: inout TargetWork) {
        let service = Object<VirtualService>(object["spec"])
        if service.tls.isEmpty && service.tcp.isEmpty { return }
        guard work.dialect.hasGateways else {
            for part in [service.node(\.tls), service.node(\.tcp)].compactMap({ $0 }) {
                work.dropMarks(part, "Linkerd's routes of TLS and TCP do not split traffic as these do")
            }
            return
        }
        for parent in work.parents(of: service, object) {
            for (index, route) in service.tls.enumerated() {
                let hosts = route.match.flatMap { $0.each(\.sniHosts) }
                let hostnames = hosts.map { Node(.string($0.item), at: $0.mark) }
                for match in route.match { work.dropConditions(match.node, except: "sniHosts") }
                emit(
                    ("TLSRoute", "tls", index), route.route, parent, ["hostnames": Node(hostnames)], object,
                    &work)
            }
            for (index, route) in service.tcp.enumerated() {
                for match in route.match { work.dropConditions(match.node, except: "") }
                emit(("TCPRoute", "tcp", index), route.route, parent, .emptyMap, object, &work)
            }
        }
    }

    private static func emit(
        _ kind: (name: String, suffix: String, index: Int), _ targets: Items<RouteDestination>,
        _ parent: RouteParent, _ base: Node, _ object: Node, _ work: inout TargetWork
    ) {
        let namespace = object.namespaceName(work.options)
        var backends: [Node] = []
        for target in targets {
            guard var backend = work.backend(target.destination, in: namespace, kind.name) else { continue }
            if targets.count > 1 { backend.set("weight", target.node(\.weight) ?? 0) }
            backends.append(backend)
        }
        if backends.isEmpty { return }
        var spec: Node = ["parentRefs": Node(parent.references)]
        for entry in base.map ?? [] where entry.value.list?.isEmpty == false {
            spec.set(entry.key, entry.value)
        }
        spec.set("rules", [["backendRefs": Node(backends)]])
        let number = kind.index == 0 ? "" : "-\(kind.index + 1)"
        work.add(
            work.object(
                "gateway.networking.k8s.io/v1alpha2", kind.name, of: object,
                name: "\(object.objectName)\(parent.suffix)-\(kind.suffix)\(number)", spec))
    }
}

extension TargetWork {
    /// Says of all conditions but one that routes of connections have none.
    mutating func dropConditions(_ match: Node?, except kept: String) {
        for entry in match?.map ?? [] where entry.key != kept {
            dropMarks(
                entry.value, "routes of the Gateway API for connections have no condition \"\(entry.key)\"",
                instead: "a listener of its own, named in parentRefs by sectionName")
        }
    }
}
