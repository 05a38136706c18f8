/// What OpenTelemetry is told of a workload, where a tracing provider of the mesh wants its conventions.
struct ResourceAttributes {
    private let providers: [Value]
    private let annotations: MapValue?
    private let labels: MapValue?
    private let namespace: String
    private let containers: [StructValue]

    private static let prefix = "resource.opentelemetry.io/"

    /// The mesh's settings, a pod's annotations and labels, its namespace and containers.
    init(_ arguments: [Value]) {
        if case .pointer(let mesh, false) = arguments[0] {
            providers = mesh["ExtensionProviders"]?.list?.items ?? []
        } else {
            providers = []
        }
        annotations = arguments[1].map
        labels = arguments[2].map
        namespace = arguments[3].text?.string ?? ""
        containers = (arguments[4].list?.items ?? []).compactMap {
            if case .structure(let container) = $0 { container } else { nil }
        }
    }

    /// `name=value` with commas between; empty where nobody wants it.
    var text: String {
        guard providers.contains(where: Self.wantsConventions) else { return "" }
        var attributes: [String] = []
        let shownNamespace = annotation("service.namespace") ?? (namespace.isEmpty ? nil : namespace)
        if let shownNamespace { attributes.append("service.namespace=" + shownNamespace) }
        if let version { attributes.append("service.version=" + version) }
        if let instance { attributes.append("service.instance.id=" + instance) }
        return attributes.joined(separator: ",")
    }

    private static func wantsConventions(_ provider: Value) -> Bool {
        guard case .pointer(let provider, false) = provider,
            case .pointer(let tracing, false)? = provider["Opentelemetry"],
            case .host(let enrichment)? = tracing["ServiceAttributeEnrichment"]
        else { return false }
        return enrichment.text == "OTEL_SEMANTIC_CONVENTIONS"
    }

    private func annotation(_ name: String) -> String? { filled(annotations, Self.prefix + name) }

    private func filled(_ map: MapValue?, _ key: String) -> String? {
        map?[Text(key)]?.text.flatMap { $0.isEmpty ? nil : $0.string }
    }

    private var version: String? {
        if let known = annotation("service.version") ?? filled(labels, "app.kubernetes.io/version") {
            return known
        }
        guard containers.count == 1 else { return nil }
        return Self.version(ofImage: containers[0]["Image"]?.text?.string ?? "")
    }

    /// The tag and the digest of an image, whichever there is.
    private static func version(ofImage image: String) -> String? {
        let name = image.prefix { $0 != "@" }
        let digest = image.dropFirst(name.count + 1)
        let last = name.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let tag = last.lastIndex(of: ":").map { last[last.index(after: $0)...] } ?? ""
        let known = [tag, digest].filter { !$0.isEmpty }
        return known.isEmpty ? nil : known.joined(separator: "@")
    }

    private var instance: String? {
        if let known = annotation("service.instance.id") { return known }
        guard let first = containers.first else { return nil }
        return "\(namespace).$(POD_NAME).\(first["Name"]?.text?.string ?? "")"
    }
}
