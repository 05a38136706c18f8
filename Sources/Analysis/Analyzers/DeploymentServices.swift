import Schema
import YAML

extension Analyzer {
    static let deploymentServices = Analyzer(
        "deployment.MultiServiceAnalyzer",
        "The services of a deployment agree about protocols and ports.",
        reads: [.service, .deployment, .namespace],
        codes: [.deploymentAssociatedToMultipleServices, .deploymentConflictingPorts]
    ) { mesh, report in
        let services = Dictionary(grouping: mesh.all(.service).map(Selecting.init), by: \.object.namespace)
        for object in mesh.all(.deployment) {
            guard let workload = Workload(templateOf: object), mesh.isInMesh(workload),
                object.labels["gateway.istio.io/managed"] != "istio.io-mesh-controller"
            else { continue }
            let ports = (services[object.namespace] ?? []).filter { service in
                !service.selector.isEmpty && Labels.match(service.selector, workload.labels)
            }.flatMap(\.ports)
            for (port, group) in Dictionary(grouping: ports, by: \.number)
            where Set(group.map(\.transport)).count > 1 {
                report(
                    .deploymentAssociatedToMultipleServices,
                    "services give port \(port) several protocols: \(group.map(\.described).listed)",
                    on: object)
            }
            for (target, group) in Dictionary(grouping: ports, by: \.target)
            where Set(group.map(\.number)).count > 1 {
                report(
                    .deploymentConflictingPorts,
                    "services lead to port \(target) from several ports: \(group.map(\.described).listed)",
                    on: object)
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: a, namespace: books}
                spec: {selector: {app: reviews}, ports: [{port: 80, targetPort: 9080, protocol: TCP}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: b, namespace: books}
                spec: {selector: {app: reviews}, ports: [{port: 81, targetPort: 9080, protocol: TCP}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: c, namespace: books}
                spec: {selector: {app: reviews}, ports: [{port: 80, targetPort: 9081, protocol: UDP}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: 1️⃣2️⃣reviews, namespace: books}
                spec:
                  template: {metadata: {labels: {app: reviews, sidecar.istio.io/inject: "true"}}}
                """, .deploymentAssociatedToMultipleServices, .deploymentConflictingPorts)
        ]
    }

    private struct Selecting {
        let object: MeshObject
        let selector: [String: String]
        let ports: [ServicePort]

        init(_ service: MeshObject) {
            object = service
            selector = MeshObject.texts(service.spec["selector"])
            ports = (service.spec["ports"]?.list ?? []).map { ServicePort($0, of: service.name) }
        }
    }

    private struct ServicePort {
        let service: String
        let number: Int64
        let transport: String
        let target: String

        init(_ port: Node, of service: String) {
            self.service = service
            number = port["port"]?.int ?? 0
            transport = port["protocol"]?.string ?? "TCP"
            let target = port["targetPort"]
            let named = target?.string ?? target?.int.map(String.init) ?? ""
            self.target = named.isEmpty || named == "0" ? String(number) : named
        }

        var described: String { "\(service):\(number)/\(transport)" }
    }
}

extension [String] {
    fileprivate var listed: String { sorted().prefix(Analyzer.mostNames).joined(separator: ", ") }
}
