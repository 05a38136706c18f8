import IstioAPI
import Schema
import Validation

extension Analyzer {
    static let conflictingMeshHosts = Analyzer(
        "virtualservice.ConflictingMeshGatewayHostsAnalyzer",
        "No two virtual services define routes inside the mesh for the same host.",
        reads: [ObjectType(VirtualService.kind)], codes: [.conflictingMeshGatewayVirtualServiceHosts]
    ) { mesh, report in
        let hosts = MeshHosts(mesh)
        var reported: Set<MeshObject> = []
        for (key, services) in hosts.byScope.sorted(by: { $0.key < $1.key }) {
            let all = services + (key.scope == "*" ? [] : hosts.exportedToAll(overlapping: key.host))
            if all.count < 2 { continue }
            let names = all.map(\.fullName).sorted()
            for service in all where reported.insert(service).inserted {
                let others = names.filter { $0 != service.fullName }
                report(
                    .conflictingMeshGatewayVirtualServiceHosts,
                    "the host \"\(key.host)\" has routes inside the mesh in several virtual services: "
                        + names.prefix(mostNames).joined(separator: ", "),
                    on: service,
                    hint: others.isEmpty
                        ? "name each host once" : "put all routes for the host into one virtual service")
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: 1️⃣reviews, namespace: books}
                spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews}}]}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: 2️⃣stars, namespace: books}
                spec:
                  hosts: [reviews.books.svc.cluster.local]
                  http: [{route: [{destination: {host: reviews}}]}]
                """, .conflictingMeshGatewayVirtualServiceHosts, .conflictingMeshGatewayVirtualServiceHosts)
        ]
    }

    /// So many names of conflicting objects are told.
    static let mostNames = 20
}

/// The hosts of virtual services that hold inside the mesh, by the namespaces that see them.
private struct MeshHosts {
    struct Key: Hashable, Comparable {
        /// A namespace, or `*` for all.
        let scope: String
        let host: String

        static func < (a: Key, b: Key) -> Bool { (a.scope, a.host) < (b.scope, b.host) }
    }

    private(set) var byScope: [Key: [MeshObject]] = [:]
    private let exported: [(host: String, services: [MeshObject])]

    init(_ mesh: MeshSnapshot) {
        for (object, service) in mesh.all(VirtualService.self) {
            guard service.gateways.isEmpty || service.gateways.contains("mesh") else { continue }
            for scope in Set(ServiceHosts.scopes(Array(service.exportTo), object.namespace)) {
                for host in service.hosts {
                    let full = ServiceHosts.fullName(host, in: object.namespace)
                    byScope[Key(scope: scope, host: full), default: []].append(object)
                }
            }
        }
        exported = byScope.lazy.filter { $0.key.scope == "*" }.map { ($0.key.host, $0.value) }
            .sorted { $0.0 < $1.0 }
    }

    /// Services that all namespaces see, with a host that has hosts in common with another.
    func exportedToAll(overlapping host: String) -> [MeshObject] {
        exported.filter { HostName.overlap(host, $0.host) }.flatMap(\.services)
    }
}
