import IstioAPI
import Schema
import YAML

extension TargetWork {
    /// Whether a virtual service can become GRPCRoutes: every destination has a port of gRPC, and every rule
    /// chooses calls by service, method and headers and does no more than GRPCRoutes can.
    ///
    /// All rules or none, since routes of both kinds for the same hosts exclude each other.
    func carriesGRPC(_ service: Object<VirtualService>, _ namespace: String) -> Bool {
        dialect.hasGateways
            && service.http.allSatisfy { route in
                let goesBeyond =
                    route.redirect.isPresent || route.rewrite.isPresent || route.directResponse.isPresent
                    || route.delegate.isPresent || route.has(\.timeout) || route.retries.isPresent
                return !goesBeyond && !route.route.isEmpty
                    && route.route.allSatisfy { isGRPC($0.destination, namespace) }
                    && route.match.allSatisfy(Self.choosesCalls)
            }
    }

    private static func choosesCalls(_ match: Object<HTTPMatchRequest>) -> Bool {
        let isPost = !match.method.isPresent || match.method.exact == "POST"
        guard isPost, match.queryParams.isEmpty, !match.ignoreUriCase else { return false }
        guard match.uri.isPresent else { return true }
        var call = GatewayMatch()
        if match.uri.has(\.exact) {
            call.path = .exact(match.uri.exact)
        } else if match.uri.has(\.prefix) {
            let prefix = match.uri.prefix
            call.path =
                prefix == "/" ? .all : .prefix(prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix)
        } else {
            return false
        }
        return call.path == .all || call.call != nil
    }

    /// By the name of the port, or the protocol that it says it has.
    private func isGRPC(_ destination: Object<Destination>, _ namespace: String) -> Bool {
        let ports: [Node]
        if let service = Self.service(destination.host, namespace, options), let found = services[service.key]
        {
            ports = found["spec"]?["ports"]?.list ?? []
        } else {
            let entry = objects.first { object in
                object["kind"] == "ServiceEntry"
                    && object["spec"]?["hosts"]?.list?.contains { $0.string == destination.host } == true
            }
            ports = entry?["spec"]?["ports"]?.list ?? []
        }
        let number = destination.port.node(\.number)?.int
        let meant = ports.filter { port in
            number.map { $0 == (port["port"] ?? port["number"])?.int } ?? (ports.count == 1)
        }
        guard let port = meant.first else { return false }
        let name = port["name"]?.string?.lowercased() ?? ""
        return port["appProtocol"]?.string == "grpc" || port["protocol"]?.string?.uppercased() == "GRPC"
            || name == "grpc" || name.hasPrefix("grpc-") && !name.hasPrefix("grpc-web")
    }
}

extension GatewayMatch {
    /// The service and method that the path calls; nil where it is no path of gRPC (`/service/method`).
    var call: (service: String, method: String?)? {
        let (path, isExact): (String, Bool)
        switch self.path {
        case .exact(let text): (path, isExact) = (text, true)
        case .prefix(let text): (path, isExact) = (text, false)
        case .all, .expression: return nil
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == (isExact ? 3 : 2), parts[0].isEmpty, parts.dropFirst().allSatisfy(Self.isName)
        else { return nil }
        return (parts[1], isExact ? parts[2] : nil)
    }

    /// Gateway API 1.4, GRPCMethodMatch: letters, digits, underscores, and points between parts.
    private static func isName(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.utf8.first, !(48...57).contains(first) else { return false }
            return part.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || byte == 95
            }
        }
    }

    /// The condition of a GRPCRoute; nil when it takes every call.
    var callNode: Node? {
        var node = Node.emptyMap
        if let call {
            let mark = pathMark?.mark ?? .none
            var method: Node = ["service": Node(.string(call.service), at: mark)]
            if let name = call.method { method.set("method", Node(.string(name), at: mark)) }
            node.set("method", method)
        }
        if !headers.isEmpty { node.set("headers", Node(headers.map(Self.named))) }
        return node.map?.isEmpty == true ? nil : node
    }
}
