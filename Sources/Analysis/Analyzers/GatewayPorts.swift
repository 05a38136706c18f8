import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let gatewayPorts = Analyzer(
        "gateway.IngressGatewayPortAnalyzer",
        "A gateway selects pods, and a service of these pods has the ports that it listens at.",
        reads: [ObjectType(Gateway.kind), .pod, .service],
        codes: [.referencedResourceNotFound, .gatewayPortNotDefinedOnService]
    ) { mesh, report in
        let services = Dictionary(grouping: mesh.all(.service), by: \.namespace)
        var known: [[String: String]: Set<Int>] = [:]
        for (object, gateway) in mesh.all(Gateway.self) {
            let selector = gateway.selector.labels
            let pods = mesh.workloads.selected(by: selector)
            guard !pods.isEmpty else {
                report.missingPods(selector, of: object, at: gateway.place(\.selector), mesh)
                continue
            }
            let ports = known[selector] ?? servicePorts(of: pods, services)
            known[selector] = ports
            // Without any service in the input, nothing is known of the ports.
            if ports.isEmpty, !mesh.shows(.service, in: pods[0].namespace) { continue }
            for server in gateway.servers where server.port.isPresent && !ports.contains(server.port.number) {
                report(
                    .gatewayPortNotDefinedOnService,
                    "no service of the pods (\(Labels.text(selector))) leads to port \(server.port.number)",
                    on: object, at: server.port.place(\.number),
                    hint: ports.isEmpty ? nil : "the services lead to \(ports.sorted().listed)")
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: shop, namespace: books}
                spec:
                  selector: {istio: ingressgateway}
                  servers: [{port: {number: 1️⃣8004, name: http, protocol: HTTP}, hosts: ["*"]}]
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: blog, namespace: books}
                spec:
                  selector: 2️⃣{app: absent}
                  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
                """, .gatewayPortNotDefinedOnService, .referencedResourceNotFound)
        ]
    }

    /// Ports of the pods to which services lead, and ports of these services, of which either may be meant.
    private static func servicePorts(of pods: [Workload], _ services: [String: [MeshObject]]) -> Set<Int> {
        var ports: Set<Int> = []
        var seen: Set<MeshObject> = []
        for pod in pods {
            for service in services[pod.namespace] ?? [] where !seen.contains(service) {
                guard Labels.match(MeshObject.texts(service.spec["selector"]), pod.labels) else { continue }
                seen.insert(service)
                for port in service.spec["ports"]?.list ?? [] {
                    guard ["TCP", nil].contains(port["protocol"]?.string) else { continue }
                    for number in [port["port"]?.int, port["targetPort"]?.int] {
                        if let number, number != 0 { ports.insert(Int(number)) }
                    }
                }
            }
        }
        return ports
    }
}

extension AnalysisReport {
    /// Says that a selector selects nothing, if the input shows so.
    mutating func missingPods(
        _ selector: [String: String], of object: MeshObject, at place: Place, in namespace: String? = nil,
        _ mesh: MeshSnapshot
    ) {
        let text = Labels.text(selector)
        if mesh.showsWorkloads(in: namespace) {
            self(
                .referencedResourceNotFound, "no pod has the labels \(text) of the selector", on: object,
                at: place)
        } else {
            cannotKnow("pods with \(text)", on: object, at: place)
        }
    }
}
