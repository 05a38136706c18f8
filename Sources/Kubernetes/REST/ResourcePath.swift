import Diagnostics

/// The addresses of the Kubernetes API. Whatever a name contains, it stays within its segment of the path.
enum ResourcePath {
    /// `/apis/GROUP/VERSION/namespaces/NS/PLURAL/NAME`, or `/api/v1/…` for the core API.
    static func path(_ type: ResourceType, namespace: String?, name: String? = nil) throws(ClusterError)
        -> String
    {
        var segments = type.group.isEmpty ? ["api", type.version] : ["apis", type.group, type.version]
        if type.isNamespaced, let namespace { segments += ["namespaces", namespace] }
        segments.append(type.plural)
        if let name { segments.append(name) }
        var path = ""
        for segment in segments { path += try "/" + encoded(segment) }
        return path
    }

    /// As `path`, for one object, which has a namespace when its type is namespaced.
    static func object(
        _ type: ResourceType, namespace: String?, name: String, subresource: String? = nil
    ) throws(ClusterError) -> String {
        let path = try path(type, namespace: requiredNamespace(type, namespace), name: name)
        return if let subresource { try "\(path)/\(encoded(subresource))" } else { path }
    }

    /// As `path`, for the collection into which an object is created.
    static func collection(_ type: ResourceType, namespace: String?) throws(ClusterError) -> String {
        try path(type, namespace: requiredNamespace(type, namespace))
    }

    private static func requiredNamespace(_ type: ResourceType, _ namespace: String?)
        throws(ClusterError) -> String?
    {
        guard type.isNamespaced, namespace?.isEmpty ?? true else { return namespace }
        throw .configuration("a namespace is required for \(type.qualifiedName)")
    }

    private static func encoded(_ segment: String) throws(ClusterError) -> String {
        let forbidden: Set<UInt8> = [
            UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"),
        ]
        let isSafe = segment.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !forbidden.contains($0) }
        guard isSafe, !segment.isEmpty, segment != ".", segment != ".." else {
            throw .status(
                APIStatus(
                    code: 400, reason: "BadRequest",
                    message: "\"\(segment.escapingControls)\" cannot be a name: it is empty, `.`, `..`, "
                        + "or contains `/`, `%`, `?`, `#`, `\\` or control characters"))
        }
        return PercentEncoding.encode(segment)
    }

    /// A query from pairs, those without a value left out; empty without any.
    static func query(_ pairs: [(String, String?)]) -> String {
        let parts = pairs.compactMap { name, value in
            value.map { "\(name)=\(PercentEncoding.encode($0))" }
        }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    static func query(_ options: ListOptions, isWatch: Bool = false) -> String {
        query([
            ("labelSelector", options.labelSelector), ("fieldSelector", options.fieldSelector),
            ("limit", options.limit > 0 && !isWatch ? String(options.limit) : nil),
            ("continue", isWatch ? nil : options.continueToken),
            ("resourceVersion", options.continueToken == nil ? options.resourceVersion : nil),
            ("watch", isWatch ? "true" : nil), ("allowWatchBookmarks", isWatch ? "true" : nil),
        ])
    }

    /// `fieldManager` is left to the User-Agent, from which servers take it, except where the API demands it.
    static func query(_ options: WriteOptions, isApply: Bool = false) -> String {
        query([
            ("dryRun", options.isDryRun ? "All" : nil),
            ("fieldManager", isApply ? options.fieldManager : nil),
            ("force", isApply && options.forcesConflicts ? "true" : nil),
        ])
    }
}
