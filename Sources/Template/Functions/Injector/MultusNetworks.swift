import YAML

/// The annotation that names the networks of a pod: a list with commas, or JSON.
enum MultusNetworks {
    /// The annotation with one more network, `name` or `namespace/name`, unless it is there.
    static func adding(_ network: String, to annotation: String) -> String {
        if annotation.isEmpty { return network }
        guard let end = annotation.lastIndex(of: "]") else {
            let names = annotation.split(separator: ",", omittingEmptySubsequences: false)
            if names.contains(where: { ContainerPorts.trimmed($0) == network }) { return annotation }
            return annotation + ", " + network
        }
        let parts = network.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let (namespace, name) = parts.count < 2 ? ("", network) : (parts[0], parts[1])
        // What is no list of networks stays as it is.
        guard let listed = try? JSONReader.node(Array(annotation.utf8)).list,
            listed.allSatisfy({ $0.map != nil || $0.isNull })
        else { return annotation }
        let isThere = listed.contains { other in
            other["name"]?.string == name
                && (other["namespace"].flatMap { $0.isNull ? "" : $0.string } ?? "") == namespace
        }
        if isThere { return annotation }
        let own =
            namespace.isEmpty
            ? ", {\"name\": \"\(name)\"}" : ", {\"name\": \"\(name)\", \"namespace\": \"\(namespace)\"}"
        return annotation[..<end] + own + annotation[end...]
    }
}
