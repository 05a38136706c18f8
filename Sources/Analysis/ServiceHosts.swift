import IstioAPI
import Schema
import YAML

/// The hosts that the mesh knows, of services and service entries, and from where each can be seen.
struct ServiceHosts: Sendable {
    struct Host: Sendable {
        let object: MeshObject
        let ports: [Int]
        /// Labels that all endpoints carry, for service entries that select workloads.
        let selector: [String: String]
    }

    private var hosts: [Scoped: Host] = [:]
    /// Those that begin with a wildcard, without it.
    private var suffixes: [Scoped: Host] = [:]

    private struct Scoped: Hashable {
        /// A namespace, or `*` for all.
        let scope: String
        let host: String
    }

    init(_ mesh: MeshSnapshot) {
        for (object, entry) in mesh.all(ServiceEntry.self) {
            let host = Host(
                object: object, ports: entry.ports.map(\.number),
                selector: Dictionary(
                    entry.workloadSelector.labels.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }))
            for name in entry.hosts {
                for scope in Self.scopes(Array(entry.exportTo), object.namespace) { add(name, scope, host) }
            }
        }
        for object in mesh.all(.service) {
            let ports = object.spec["ports"]?.list?.compactMap { $0["port"]?.int.map { Int($0) } } ?? []
            let host = Host(object: object, ports: ports, selector: [:])
            let exported = (object.annotations["networking.istio.io/exportTo"] ?? "*").split(separator: ",")
            let scopes = exported.map { $0.drop { $0 == " " } }.map(String.init)
            for scope in Self.scopes(scopes, object.namespace) { add(object.name, scope, host) }
        }
    }

    /// What a host in a rule of a namespace means. It cannot be known where services of the cluster that are
    /// not in the input may bear the name.
    func find(_ host: String, from namespace: String, exportTo: [String], in mesh: MeshSnapshot)
        -> MeshSnapshot.Answer<Host>
    {
        let full = Self.fullName(host, in: namespace)
        let scopes = ["*"] + (exportTo.isEmpty ? [namespace] : Self.scopes(exportTo, namespace))
        for scope in scopes {
            if let found = hosts[Scoped(scope: scope, host: full)] { return .found(found) }
        }
        if let found = wildcard(for: host, from: namespace) { return .found(found) }
        guard let service = Self.service(of: full) else {
            return host.hasPrefix("*") && !mesh.shows(.service) ? .unknown : .missing
        }
        return mesh.shows(.service, in: service.namespace) ? .missing : .unknown
    }

    /// A name without dots is that of a service in the namespace of the rule.
    static func fullName(_ host: String, in namespace: String) -> String {
        host.hasPrefix("*") || host.contains(".") ? host : "\(host).\(namespace).svc.cluster.local"
    }

    /// The service that a full name of the cluster's domain means; nil for other hosts. The namespace is
    /// empty where the rule has none.
    static func service(of host: String) -> (namespace: String, name: String)? {
        guard host.hasSuffix(domain) else { return nil }
        let rest = host.dropLast(domain.count)
        guard let dot = rest.lastIndex(of: "."), dot > rest.startIndex else { return nil }
        return (String(rest[rest.index(after: dot)...]), String(rest[..<dot]))
    }

    /// What a list `exportTo` of an object means: namespaces, or `*` alone.
    static func scopes(_ exportTo: [String], _ namespace: String) -> [String] {
        if exportTo.isEmpty || exportTo.contains("*") { return ["*"] }
        return exportTo.map { $0 == "." ? namespace : $0 }
    }

    private static let domain = ".svc.cluster.local"

    private mutating func add(_ name: String, _ scope: String, _ host: Host) {
        let full = Self.fullName(name, in: host.object.namespace)
        hosts[Scoped(scope: scope, host: full)] = host
        if full.hasPrefix("*") { suffixes[Scoped(scope: scope, host: String(full.dropFirst()))] = host }
    }

    private func wildcard(for host: String, from namespace: String) -> Host? {
        if suffixes.isEmpty { return nil }
        var rest = host.hasPrefix("*") ? host.dropFirst() : host[...]
        while true {
            for scope in ["*", namespace] {
                if let found = suffixes[Scoped(scope: scope, host: String(rest))] { return found }
            }
            if rest.popFirst() == nil { return nil }
        }
    }
}
