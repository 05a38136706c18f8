import IstioAPI
import Schema
import YAML

/// Ingresses of Kubernetes, in any version, that Istio serves: a gateway for each, and a virtual service for
/// each host.
enum IngressObjects {
    /// An Ingress of Istio's class, or of none.
    static func isOurs(_ object: InputObject) -> Bool {
        guard object.kindName == "Ingress" else { return false }
        guard
            ["extensions/v1beta1", "networking.k8s.io/v1", "networking.k8s.io/v1beta1"].contains(
                object.apiVersion)
        else { return false }
        let name =
            object.node[["metadata", "annotations", classAnnotation]] ?? object.spec?["ingressClassName"]
        return name == nil || name?.string == "istio"
    }

    static let classAnnotation = "kubernetes.io/ingress.class"

    static func convert(_ work: inout ConversionWork) {
        var paths: [IngressPath] = []
        var gateways: [String: String] = [:]
        for (order, object) in work.inputs.objects.enumerated() where isOurs(object) {
            let found = self.paths(object, order, &work)
            if found.isEmpty {
                work.drop(object, "it leads nowhere")
                continue
            }
            let certificates = self.certificates(object)
            let node = IngressGateway.gateway(
                object, found, certificates,
                servesPlain: certificates.isEmpty || object.apiVersion == current,
                &work)
            gateways["\(order)"] = node[["metadata", "name"]]?.string
            work.add(node, order: order, rank: Rank.gateways)
            explain(object, &work)
            paths += found
        }
        IngressRoutes.convert(paths, gateway: { gateways["\($0.order)"] ?? $0.object.name }, &work)
    }

    /// The version that is served today; older ones were answered with TLS alone where they had certificates.
    private static let current = "networking.k8s.io/v1"

    private static func certificates(_ object: InputObject) -> [IngressCertificate] {
        (object.spec?["tls"]?.list ?? []).compactMap { entry in
            entry["secretName"].map { IngressCertificate(secret: $0, hosts: entry["hosts"]?.list ?? []) }
        }
    }

    private static func paths(
        _ object: InputObject, _ order: Int, _ work: inout ConversionWork
    ) -> [IngressPath] {
        var paths: [IngressPath] = []
        for rule in object.spec?["rules"]?.list ?? [] {
            for path in rule[["http", "paths"]]?.list ?? [] {
                let host = rule["host"].flatMap { $0.string?.isEmpty == false ? $0 : nil }
                guard let backend = path["backend"] else { continue }
                if let made = self.path(object, order, host, uris(path, &work), backend, &work) {
                    paths.append(made)
                }
            }
        }
        if let backend = object.spec?["defaultBackend"] ?? object.spec?["backend"],
            let made = path(object, order, nil, [], backend, &work)
        {
            paths.append(made)
        }
        return paths
    }

    private static func path(
        _ object: InputObject, _ order: Int, _ host: Node?, _ uris: [Node], _ backend: Node,
        _ work: inout ConversionWork
    ) -> IngressPath? {
        guard let name = backend[["service", "name"]] ?? backend["serviceName"], let text = name.string else {
            work.ledger.dropped(backend.mark, "only services can be behind a virtual service")
            return nil
        }
        let service = ServiceHost(name: text, namespace: object.namespace, work.options)
        let port =
            backend[["service", "port", "number"]] ?? backend[["service", "port", "name"]]
            ?? backend["servicePort"]
        return IngressPath(
            order: order, object: object, host: host, uris: uris, backend: service, backendNode: name,
            port: IngressPorts.number(port, service, &work))
    }

    /// The path's type says how it is meant; without, a path is meant whole unless it ends in `.*`.
    private static func uris(_ path: Node, _ work: inout ConversionWork) -> [Node] {
        guard let node = path["path"], let text = node.string, !text.isEmpty else { return [] }
        if let type = path["pathType"] { work.ledger.changed(type.mark, "the kind of match") }
        if path["pathType"]?.string == "Prefix" {
            let stem = text.hasSuffix("/") ? String(text.dropLast()) : text
            if stem.isEmpty { return [["prefix": Node(.string("/"), at: node.mark)]] }
            work.ledger.changed(node.mark, "the path itself, and what is below it")
            return [
                ["exact": Node(.string(stem), at: node.mark)],
                ["prefix": Node(.string("\(stem)/"), at: node.mark)],
            ]
        }
        if path["pathType"]?.string != "Exact", text.hasSuffix(".*") {
            return [["prefix": Node(.string(String(text.dropLast(2))), at: node.mark)]]
        }
        return [["exact": node]]
    }

    private static func explain(_ object: InputObject, _ work: inout ConversionWork) {
        if let name = object.node[["metadata", "annotations", classAnnotation]] {
            work.ledger.changed(name.mark, "the gateway's selector says whose it is")
        }
        if let name = object.spec?["ingressClassName"] {
            work.ledger.changed(name.mark, "the gateway's selector says whose it is")
        }
    }
}

/// Ports of services by number, as routes of today's have them.
enum IngressPorts {
    static func number(_ port: Node?, _ host: ServiceHost, _ work: inout ConversionWork) -> Node? {
        guard let port else { return nil }
        if let number = port.int, (1...65_535).contains(number) { return port }
        guard let name = port.string, !name.isEmpty else { return nil }
        if let number = Int64(name) { return Node(.int(number), at: port.mark) }
        guard let number = work.workloads.port(named: name, of: host) else {
            work.ledger.dropped(
                port.mark, "ports have numbers today, and the input lacks the Service that knows this one's",
                instead: "`port: {number: …}`, needed where the service has several")
            return nil
        }
        return Node(.int(Int64(number)), at: port.mark)
    }
}
