import Kubernetes
import YAML

/// Where a service of the sandbox is served: the first ready endpoint behind one of its ports.
struct ServiceEndpoint {
    let store: SandboxStore

    /// What is missing on the way to an endpoint.
    struct Problem: Error {
        let text: String
    }

    func find(namespace: String, name: String, port: Int) throws -> (host: String, port: Int) {
        let key = ObjectKey(group: "", plural: "services", namespace: namespace, name: name)
        guard let stored = try store.get(key) else { throw Problem(text: "service \"\(name)\" not found") }
        let service = try JSONReader.node(stored.body)
        if service["spec"]?["type"]?.string == "ExternalName" {
            return (service["spec"]?["externalName"]?.string ?? name, port)
        }
        guard let wanted = service["spec"]?["ports"]?.list?.first(where: { $0["port"]?.int == Int64(port) })
        else { throw Problem(text: "no service port \(port) found for service \"\(name)\"") }
        let portName = wanted["name"]?.string ?? ""
        guard let found = try inSlices(namespace, name, portName) ?? inEndpoints(key, portName) else {
            throw Problem(text: "no endpoints available for service \"\(name)\"")
        }
        return found
    }

    private func inSlices(_ namespace: String, _ service: String, _ port: String) throws -> (String, Int)? {
        let scope = StateQuery.Scope(
            group: "discovery.k8s.io", plural: "endpointslices", namespace: namespace)
        for stored in try store.page(scope).objects {
            let slice = try JSONReader.node(stored.body)
            guard slice["metadata"]?["labels"]?["kubernetes.io/service-name"]?.string == service,
                let number = Self.number(of: port, in: slice["ports"])
            else { continue }
            for endpoint in slice["endpoints"]?.list ?? []
            where endpoint["conditions"]?["ready"]?.bool ?? true {
                if let address = endpoint["addresses"]?.list?.first?.string { return (address, number) }
            }
        }
        return nil
    }

    private func inEndpoints(_ service: ObjectKey, _ port: String) throws -> (String, Int)? {
        var key = service
        key.plural = "endpoints"
        guard let stored = try store.get(key) else { return nil }
        for subset in try JSONReader.node(stored.body)["subsets"]?.list ?? [] {
            if let address = subset["addresses"]?.list?.first?["ip"]?.string,
                let number = Self.number(of: port, in: subset["ports"])
            {
                return (address, number)
            }
        }
        return nil
    }

    private static func number(of name: String, in ports: Node?) -> Int? {
        let port = ports?.list?.first { ($0["name"]?.string ?? "") == name }?["port"]?.int
        return port.map { Int(clamping: $0) }
    }
}
