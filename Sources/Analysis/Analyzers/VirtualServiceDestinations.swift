import Diagnostics
import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let virtualServiceDestinationHosts = Analyzer(
        "virtualservice.DestinationHostAnalyzer",
        "The hosts and ports that a virtual service routes to exist.",
        reads: [ObjectType(ServiceEntry.kind), ObjectType(VirtualService.kind), .service],
        codes: [
            .referencedResourceNotFound, .virtualServiceDestinationPortSelectorRequired,
            .ingressRouteRulesNotAffected,
        ]
    ) { mesh, report in
        let hosts = ServiceHosts(mesh)
        let withSubsets = hostsRoutedToSubsets(mesh)
        for (object, service) in mesh.all(VirtualService.self) {
            let exportTo = service.each(\.exportTo).map(\.item)
            // Validation says where a host is missing.
            for target in RouteTarget.all(of: service) where !target.destination.host.isEmpty {
                check(target, of: object, exportTo, hosts, mesh, &report)
            }
            if !service.each(\.gateways).isEmpty { checkSubsets(service, object, withSubsets, &report) }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: reviews, namespace: books}
                spec: {ports: [{port: 80}, {port: 443}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: reviews, namespace: books}
                spec:
                  hosts: [reviews]
                  http:
                  - match: [{uri: {prefix: /a}}]
                    route: [{destination: {host: 1️⃣absent}}]
                  - match: [{uri: {prefix: /b}}]
                    route: [{destination: {host: 2️⃣reviews}}]
                  - route: [{destination: {host: reviews, port: {number: 3️⃣81}}}]
                """, .referencedResourceNotFound, .virtualServiceDestinationPortSelectorRequired,
                .referencedResourceNotFound)
        ]
    }

    private static func check(
        _ target: RouteTarget, of object: MeshObject, _ exportTo: [String], _ hosts: ServiceHosts,
        _ mesh: MeshSnapshot, _ report: inout AnalysisReport
    ) {
        let host = target.destination.host
        let place = target.destination.place(\.host)
        switch hosts.find(host, from: object.namespace, exportTo: exportTo, in: mesh) {
        case .unknown: report.cannotKnow("host \"\(host)\"", on: object, at: place)
        case .missing:
            report(
                .referencedResourceNotFound,
                "no service or service entry has the host \"\(host)\"", on: object, at: place)
        case .found(let found):
            let port = target.destination.port
            if !port.isPresent, found.ports.count > 1 {
                report(
                    .virtualServiceDestinationPortSelectorRequired,
                    "the host \"\(host)\" has several ports (\(found.ports.listed)), and none is chosen",
                    on: object, at: place, hint: "add `port: {number: …}` to the destination")
            } else if port.isPresent, !found.ports.contains(port.number) {
                report(
                    .referencedResourceNotFound,
                    "the host \"\(host)\" has no port \(port.number); it has \(found.ports.listed)",
                    on: object, at: port.place(\.number))
            }
        }
    }

    /// By host: the virtual services of that host that route to a subset of it.
    private static func hostsRoutedToSubsets(_ mesh: MeshSnapshot) -> [String: [MeshObject]] {
        var result: [String: [MeshObject]] = [:]
        for (object, service) in mesh.all(VirtualService.self) {
            let hosts = Set(service.hosts)
            let routed = service.http.flatMap(\.route).map(\.destination).filter {
                !$0.subset.isEmpty && hosts.contains($0.host)
            }
            for host in Set(routed.map(\.host)) { result[host, default: []].append(object) }
        }
        return result
    }

    /// Rules for a host inside the mesh do not hold for requests that a gateway routes to that host.
    private static func checkSubsets(
        _ service: Object<VirtualService>, _ object: MeshObject, _ withSubsets: [String: [MeshObject]],
        _ report: inout AnalysisReport
    ) {
        for destination in service.http.flatMap(\.route).map(\.destination) where destination.subset.isEmpty {
            for other in withSubsets[destination.host] ?? [] {
                report(
                    .ingressRouteRulesNotAffected,
                    "requests from the gateway go to all of \"\(destination.host)\": the subsets of virtual "
                        + "service \(other.fullName) do not hold for them",
                    on: object, at: destination.place(\.host), hint: "name a subset here too")
            }
        }
    }
}

extension [Int] {
    var listed: String { map(String.init).joined(separator: ", ") }
}
