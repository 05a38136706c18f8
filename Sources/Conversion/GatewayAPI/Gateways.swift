import Diagnostics
import IstioAPI
import Schema
import YAML

/// Istio's gateways as those of the Gateway API.
enum Gateways {
    static func convert(_ object: Node, _ work: inout TargetWork) {
        let gateway = Object<Gateway>(object["spec"])
        var listeners: [Node] = []
        var names: Set<String> = []
        var redirects: [String] = []
        for server in gateway.servers {
            for (host, mark) in server.each(\.hosts) {
                let scope = scope(of: host)
                var name = ObjectNaming.label("\(server.port.name)-\(scope.host.replacing("*", with: "all"))")
                if names.contains(name) { name += "-\(names.count)" }
                names.insert(name)
                guard let listener = listener(name, server, scope, mark, object, &work) else { continue }
                listeners.append(listener)
                if let redirect = server.tls.node(\.httpsRedirect), redirect.bool == true {
                    redirects.append(name)
                    work.ledger.changed(redirect.mark, "an HTTPRoute that redirects")
                }
            }
        }
        if let selector = gateway.node(\.selector) {
            work.dropMarks(
                selector, "the Gateway API's controller makes the pods of a gateway",
                instead:
                    "`addresses: [{type: Hostname, value: …}]` in the Gateway's spec for pods that are there")
        }
        guard !listeners.isEmpty else { return }
        work.add(
            work.object(
                "gateway.networking.k8s.io/v1", "Gateway", of: object,
                ["gatewayClassName": "istio", "listeners": Node(listeners)]))
        if !redirects.isEmpty { work.add(redirect(redirects, object, work)) }
    }

    /// Who may use a server's host, and the host.
    private static func scope(of host: String) -> (namespace: String?, host: String) {
        guard let slash = host.firstIndex(of: "/") else { return (nil, host) }
        let namespace = String(host[..<slash])
        return (namespace == "*" ? nil : namespace, String(host[host.index(after: slash)...]))
    }

    private static func listener(
        _ name: String, _ server: Object<Server>, _ scope: (namespace: String?, host: String), _ mark: Mark,
        _ object: Node, _ work: inout TargetWork
    ) -> Node? {
        guard let number = server.port.node(\.number), let proto = kind(server) else {
            work.dropMarks(
                server.node ?? .null,
                "the Gateway API has no listener for \(server.port.node(\.protocol)?.string ?? "this")")
            return nil
        }
        var node: Node = ["name": Node(name)]
        if scope.host == "*" {
            work.ledger.changed(mark, "a listener without a hostname takes all")
        } else {
            node.set("hostname", Node(.string(scope.host), at: mark))
        }
        node.set("port", number)
        node.set("protocol", Node(.string(proto), at: server.port.node(\.protocol)?.mark ?? .none))
        if let name = server.port.node(\.name) {
            work.ledger.changed(name.mark, "part of the listener's name")
        }
        if proto == "HTTPS" || proto == "TLS" {
            guard let tls = tls(server.tls, &work) else { return nil }
            node.set("tls", tls)
        }
        node.set(
            "allowedRoutes", ["namespaces": allowed(scope.namespace, object.namespaceName(work.options))])
        for field in ["bind", "defaultEndpoint"] {
            if let value = server.node?[field], value.string?.isEmpty == false {
                work.ledger.dropped(value.mark, "listeners of the Gateway API are on all addresses")
            }
        }
        return node
    }

    /// The protocol of a listener; nil where there is none.
    private static func kind(_ server: Object<Server>) -> String? {
        let passes = server.tls.mode == .passthrough || server.tls.mode == .autoPassthrough
        return switch (server.port.node(\.protocol)?.string ?? "").uppercased() {
        case "HTTP", "HTTP2", "GRPC", "GRPC-WEB": "HTTP"
        case "HTTPS": passes ? "TLS" : "HTTPS"
        case "TLS": "TLS"
        case "TCP", "MONGO", "MYSQL", "REDIS": "TCP"
        default: nil
        }
    }

    private static func tls(_ tls: Object<ServerTLSSettings>, _ work: inout TargetWork) -> Node? {
        if tls.mode == .passthrough {
            work.ledger.changed(tls.node(\.mode)?.mark ?? .none, "now Passthrough")
            return ["mode": "Passthrough"]
        }
        guard let credential = tls.node(\.credentialName), tls.mode == .simple || tls.mode == .mutual else {
            work.dropMarks(
                tls.node ?? .null, "listeners of the Gateway API take their certificate from a Secret",
                instead: "a Secret of type kubernetes.io/tls")
            return nil
        }
        if let mode = tls.node(\.mode), tls.mode == .simple {
            work.ledger.changed(mode.mark, "now Terminate")
        }
        if tls.mode == .mutual {
            work.ledger.dropped(
                tls.node(\.mode)?.mark ?? .none, "certificates of clients are not checked",
                instead: "`frontendValidation` of the Gateway API's experimental channel")
        }
        return ["mode": "Terminate", "certificateRefs": [["name": credential]]]
    }

    /// Hosts without a namespace may be used from everywhere.
    private static func allowed(_ namespace: String?, _ home: String) -> Node {
        switch namespace {
        case nil: ["from": "All"]
        case ".", home: ["from": "Same"]
        case let other?:
            [
                "from": "Selector",
                "selector": ["matchLabels": ["kubernetes.io/metadata.name": Node(other)]],
            ]
        }
    }

    /// What `httpsRedirect` does: every request is sent to HTTPS.
    private static func redirect(_ listeners: [String], _ object: Node, _ work: TargetWork) -> Node {
        let references = listeners.map { name -> Node in
            ["name": Node(object.objectName), "sectionName": Node(name)]
        }
        return work.object(
            "gateway.networking.k8s.io/v1", "HTTPRoute", of: object,
            name: object.objectName + "-redirect-to-https",
            [
                "parentRefs": Node(references),
                "rules": [
                    [
                        "filters": [
                            [
                                "type": "RequestRedirect",
                                "requestRedirect": ["scheme": "https", "statusCode": 301],
                            ]
                        ]
                    ]
                ],
            ])
    }
}
