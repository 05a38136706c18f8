import Schema
import YAML

/// What the API server says it serves: group by group, and as one document.
struct Discovery {
    let kinds: KindRegistry

    private static let verbs: Node = [
        "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
    ]
    var paths: Node {
        var paths = ["/api", "/api/v1", "/apis"]
        for group in namedGroups {
            paths.append("/apis/\(group)")
            paths += versions(of: group).map { "/apis/\(group)/\($0)" }
        }
        paths += [
            "/healthz", "/healthz/ping", "/healthz/store", "/livez", "/livez/ping", "/livez/store",
            "/metrics",
            "/openapi/v2", "/openapi/v3", "/readyz", "/readyz/ping", "/readyz/store", "/version",
        ]
        return ["paths": Node(paths.map { Node($0) })]
    }

    /// nil when nothing of the kind is served.
    func response(to request: APIRequest) -> APIResponse? {
        let path = request.path
        if path.count == 1, let version = Self.aggregatedVersion(request.accept) {
            var response = APIResponse(aggregated(path[0] == "api" ? [""] : namedGroups, version))
            response.contentType =
                "application/json;g=apidiscovery.k8s.io;v=\(version);as=APIGroupDiscoveryList"
            return response
        }
        return document(path).map { APIResponse($0) }
    }

    /// Optionals are spelled out: a bare nil would be the JSON null, which is a document.
    private func document(_ path: [String]) -> Node? {
        switch (path[0], path.count) {
        case ("api", 1): ["kind": "APIVersions", "versions": ["v1"], "serverAddressByClientCIDRs": []]
        case ("api", 2): resources("", path[1])
        case ("apis", 1):
            ["kind": "APIGroupList", "apiVersion": "v1", "groups": Node(namedGroups.map { group($0) })]
        case ("apis", 2) where namedGroups.contains(path[1]):
            Node([.init("kind", "APIGroup"), .init("apiVersion", "v1")] + (group(path[1]).map ?? []))
        case ("apis", 3): resources(path[1], path[2])
        default: Optional<Node>.none
        }
    }

    private var namedGroups: [String] { kinds.groups.filter { !$0.isEmpty } + Reviews.groups }

    private func versions(of group: String) -> [String] {
        Reviews.groups.contains(group) ? ["v1"] : kinds.versions(of: group)
    }

    private static func aggregatedVersion(_ accept: String) -> String? {
        for option in accept.split(separator: ",") {
            let words = option.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard words.contains("as=APIGroupDiscoveryList") else { continue }
            for version in ["v2", "v2beta1"] where words.contains("v=\(version)") { return version }
        }
        return nil
    }

    private func group(_ name: String) -> Node {
        let versions = versions(of: name).map { version -> Node in
            ["groupVersion": "\(name)/\(version)", "version": Node(version)]
        }
        return ["name": Node(name), "versions": Node(versions), "preferredVersion": versions.first ?? .null]
    }

    private func resources(_ group: String, _ version: String) -> Node? {
        let found = kinds.kinds(of: group, version)
        let reviews = version == "v1" ? Reviews.resources(of: group) : []
        guard !found.isEmpty || !reviews.isEmpty else { return Optional<Node>.none }
        let resources =
            reviews
            + found.flatMap { kind -> [Node] in
                var node: Node = [
                    "name": Node(kind.plural), "singularName": Node(kind.singular),
                    "namespaced": Node(kind.isNamespaced), "kind": Node(kind.name), "verbs": Self.verbs,
                ]
                if !kind.shortNames.isEmpty { node.set("shortNames", Node(kind.shortNames.map { Node($0) })) }
                let categories = categories(of: kind)
                if !categories.isEmpty { node.set("categories", Node(categories.map { Node($0) })) }
                return [node]
                    + Subresources.all(of: kind, version, in: kinds).map { part($0, of: kind, version) }
            }
        return [
            "kind": "APIResourceList", "apiVersion": "v1",
            "groupVersion": Node(group.isEmpty ? version : "\(group)/\(version)"),
            "resources": Node(resources),
        ]
    }

    private func aggregated(_ groups: [String], _ version: String) -> Node {
        let items = groups.map { group -> Node in
            let versions = versions(of: group).map { version -> Node in
                let resources =
                    Reviews.resources(of: group).map { aggregated($0, group) }
                    + kinds.kinds(of: group, version).map { aggregated($0, version) }
                return ["version": Node(version), "resources": Node(resources), "freshness": "Current"]
            }
            let metadata: Node = group.isEmpty ? .emptyMap : ["name": Node(group)]
            return ["metadata": metadata, "versions": Node(versions)]
        }
        return [
            "kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/\(version)",
            "metadata": .emptyMap, "items": Node(items),
        ]
    }

    private func aggregated(_ kind: Kind, _ version: String) -> Node {
        var node: Node = [
            "resource": Node(kind.plural),
            "responseKind": ["group": Node(kind.group), "version": Node(version), "kind": Node(kind.name)],
            "scope": kind.isNamespaced ? "Namespaced" : "Cluster", "singularResource": Node(kind.singular),
            "verbs": Self.verbs,
        ]
        if !kind.shortNames.isEmpty { node.set("shortNames", Node(kind.shortNames.map { Node($0) })) }
        let categories = categories(of: kind)
        if !categories.isEmpty { node.set("categories", Node(categories.map { Node($0) })) }
        let parts = Subresources.all(of: kind, version, in: kinds).map { part -> Node in
            [
                "subresource": Node(part.name),
                "responseKind": [
                    "group": Node(part.group), "version": Node(part.version), "kind": Node(part.kind),
                ],
                "verbs": Node(part.verbs.map { Node($0) }),
            ]
        }
        if !parts.isEmpty { node.set("subresources", Node(parts)) }
        return node
    }

    private func aggregated(_ review: Node, _ group: String) -> Node {
        [
            "resource": review["name"] ?? "",
            "responseKind": ["group": Node(group), "version": "v1", "kind": review["kind"] ?? ""],
            "scope": review["namespaced"] == true ? "Namespaced" : "Cluster",
            "singularResource": review["singularName"] ?? "", "verbs": ["create"],
        ]
    }

    private func part(_ part: Subresource, of kind: Kind, _ version: String) -> Node {
        var node: Node = [
            "name": Node("\(kind.plural)/\(part.name)"), "singularName": "",
            "namespaced": Node(kind.isNamespaced), "kind": Node(part.kind),
            "verbs": Node(part.verbs.map { Node($0) }),
        ]
        if (part.group, part.version) != (kind.group, version) {
            node.set("group", Node(part.group))
            node.set("version", Node(part.version))
        }
        return node
    }

    /// Names for several kinds, such as the `all` of `kubectl get all`.
    private func categories(of kind: Kind) -> [String] {
        if let custom = kinds.custom(kind) { return custom.categories }
        if kind.group.hasSuffix(".istio.io") { return ["istio-io"] }
        return Self.inAll.contains(kind.plural) ? ["all"] : []
    }

    private static let inAll: Set<String> = [
        "pods", "replicationcontrollers", "services", "daemonsets", "deployments", "replicasets",
        "statefulsets", "horizontalpodautoscalers", "jobs", "cronjobs",
    ]
}
