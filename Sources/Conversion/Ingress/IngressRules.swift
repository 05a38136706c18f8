import IstioAPI
import Schema
import YAML

/// Ingress rules, which 0.7.1 made of Ingresses by itself: a gateway for each, and a virtual service for each
/// host.
enum IngressRules {
    static func convert(_ work: inout ConversionWork) {
        var paths: [IngressPath] = []
        var gateways: [String: String] = [:]
        for (order, object) in work.inputs.objects.enumerated() where object.isOf(Legacy.IngressRule.self) {
            let rule = Object<Legacy.IngressRule>(object.spec)
            guard let path = path(rule, object, order, &work) else {
                work.drop(
                    object, "0.7.1 looked at nothing but host and path at the ingress, and refused the rest")
                continue
            }
            let secret = rule.node(\.tlsSecret).flatMap { $0.string?.isEmpty == false ? $0 : nil }
            let certificates = secret.map { [IngressCertificate(secret: $0, hosts: [])] } ?? []
            let port = rule.node(\.port).flatMap { (1...65_535).contains($0.int ?? 0) ? $0 : nil }
            let node = IngressGateway.gateway(
                object, [path], certificates, servesPlain: certificates.isEmpty, port: port, &work)
            gateways["\(order)"] = node[["metadata", "name"]]?.string
            work.add(node, order: order, rank: Rank.gateways)
            if let precedence = rule.node(\.precedence) {
                work.ledger.changed(precedence.mark, "longer paths come first, as 0.7.1 had them")
            }
            for part in [rule.destination.node(\.namespace), rule.destination.node(\.domain)] {
                if let part { work.ledger.changed(part.mark, "part of the host \(path.backend.full)") }
            }
            paths.append(path)
        }
        IngressRoutes.convert(paths, gateway: { gateways["\($0.order)"] ?? $0.object.name }, &work)
    }

    private static func path(
        _ rule: Object<Legacy.IngressRule>, _ object: InputObject, _ order: Int, _ work: inout ConversionWork
    ) -> IngressPath? {
        var host: Node?
        var uris: [Node] = []
        for header in rule.match.request.headers {
            switch header.key {
            case "authority": host = header.value.node(\.exact)
            case "uri": uris = [header.value.node].compactMap { $0 }
            default: return nil
            }
            if header.value.has(\.regex) || (header.key == "authority" && host?.string?.isEmpty ?? true) {
                return nil
            }
        }
        guard !rule.match.source.isPresent, let name = nameNode(rule.destination) else { return nil }
        let backend = ServiceHost(rule.destination, from: object.namespace, work.options)
        let port = rule.node(\.destinationPort) ?? rule.node(\.destinationPortName)
        return IngressPath(
            order: order, object: object, host: host, uris: uris, backend: backend, backendNode: name,
            port: IngressPorts.number(port, backend, &work))
    }
}
