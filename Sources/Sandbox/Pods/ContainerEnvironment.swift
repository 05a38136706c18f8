import Kubernetes
import YAML

/// The environment variables of a container, from its pod and from the ConfigMaps and Secrets that it names.
struct ContainerEnvironment {
    let pod: Node
    let client: LocalClient

    /// What keeps a container from starting, as its status shows it.
    struct Missing: Error {
        let text: String
    }

    func variables(of container: Node) throws -> [String: String] {
        var variables: [String: String] = [:]
        for source in container["envFrom"]?.list ?? [] {
            let prefix = source["prefix"]?.string ?? ""
            for (reference, type) in [("configMapRef", ResourceType.configMaps), ("secretRef", .secrets)] {
                guard let named = source[reference] else { continue }
                for (key, value) in try data(of: type, named) ?? [:] { variables[prefix + key] = value }
            }
        }
        for variable in container["env"]?.list ?? [] {
            guard let name = variable["name"]?.string else { continue }
            if let source = variable["valueFrom"] {
                if let value = try value(from: source, container) { variables[name] = value }
            } else {
                variables[name] = Self.expanded(variable["value"]?.string ?? "", variables)
            }
        }
        return variables
    }

    private func value(from source: Node, _ container: Node) throws -> String? {
        if let path = source[["fieldRef", "fieldPath"]]?.string { return try field(path) }
        if let resource = source[["resourceFieldRef", "resource"]]?.string {
            let path = resource.split(separator: ".").map(String.init)
            return (container[["resources"] + path])?.string ?? "0"
        }
        for (reference, type) in [("configMapKeyRef", ResourceType.configMaps), ("secretKeyRef", .secrets)] {
            guard let named = source[reference], let key = named["key"]?.string else { continue }
            guard let data = try data(of: type, named) else { return nil }
            if let value = data[key] { return value }
            if named["optional"]?.bool ?? false { return nil }
            throw Missing(
                text:
                    "couldn't find key \(key) in \(type.kind) \(pod.namespace)/\(named["name"]?.string ?? "")"
            )
        }
        return nil
    }

    /// The texts of a ConfigMap or a Secret; nil for one that is missing and may be.
    private func data(of type: ResourceType, _ reference: Node) throws -> [String: String]? {
        let name = reference["name"]?.string ?? ""
        guard let object = try client.get(type, pod.namespace, name) else {
            if reference["optional"]?.bool ?? false { return nil }
            throw Missing(text: "\(type.kind.lowercased()) \"\(name)\" not found")
        }
        let isSecret = type.kind == "Secret"
        var texts: [String: String] = [:]
        for entry in object["data"]?.map ?? [] {
            guard let text = entry.value.string else { continue }
            texts[entry.key] =
                isSecret ? Base64.decode(text).map { String(decoding: $0, as: UTF8.self) } ?? "" : text
        }
        return texts
    }

    /// A field of the pod, as the downward API names it: `status.podIP`, `metadata.labels['app']`.
    private func field(_ path: String) throws -> String {
        for map in ["labels", "annotations"] {
            let head = "metadata.\(map)['"
            if path.hasPrefix(head), path.hasSuffix("']") {
                return pod[["metadata", map, String(path.dropFirst(head.count).dropLast(2))]]?.string ?? ""
            }
        }
        if path == "status.podIPs" { return pod[["status", "podIP"]]?.string ?? "" }
        if path == "status.hostIPs" { return pod[["status", "hostIP"]]?.string ?? "" }
        let known = [
            "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
            "status.hostIP", "status.podIP",
        ]
        guard known.contains(path) else { throw Missing(text: "unsupported fieldPath: \(path)") }
        return pod[path.split(separator: ".").map(String.init)]?.string ?? ""
    }

    /// With `$(NAME)` replaced by what is known of NAME; `$$` is a dollar.
    static func expanded(_ text: String, _ variables: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            if rest.first == "$" {
                result += "$"
                rest.removeFirst()
            } else if rest.first == "(", let end = rest.firstIndex(of: ")") {
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                // What is not known stays as it is written.
                result += variables[name] ?? "$(\(name))"
                rest = rest[rest.index(after: end)...]
            } else {
                result += "$"
            }
        }
        return result + rest
    }
}
