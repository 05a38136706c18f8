import YAML

extension MeshSnapshot {
    /// The values that the injector of a revision uses; nil where the input has none.
    func injectorValues(revision: String?) -> Node? {
        let name = Self.injectorName(revision: revision)
        return all(.configMap).first { $0.name == name }.flatMap(\.injectorValues)
    }

    /// Whether namespaces without labels get sidecars.
    func injectsByDefault(revision: String?) -> Bool {
        injectorValues(revision: revision)?["sidecarInjectorWebhook"]?["enableNamespacesByDefault"] == true
    }

    static let injectorPrefix = "istio-sidecar-injector"

    static func injectorName(revision: String?) -> String {
        guard let revision, !revision.isEmpty, revision != "default" else { return injectorPrefix }
        return "\(injectorPrefix)-\(revision)"
    }
}

extension MeshObject {
    /// The values in the injector's config map, which are JSON.
    var injectorValues: Node? {
        guard let text = node["data"]?["values"]?.string else { return nil }
        return try? JSONReader.node(Array(text.utf8))
    }
}
