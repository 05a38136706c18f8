import IstioAPI
import Kubernetes
import Schema
import YAML

/// The schemas of what is served, for `kubectl create`, `apply` and `explain`.
///
/// The paths say that the server checks fields itself, so that kubectl leaves the check to it.
struct OpenAPIDocuments {
    let kinds: KindRegistry

    private static let open: Node = ["type": "object", "x-kubernetes-preserve-unknown-fields": true]

    /// nil for paths that are none.
    func response(to request: APIRequest) -> APIResponse? {
        let path = Array(request.path.dropFirst())
        switch path.first {
        case "v2" where path.count == 1: return swagger(request)
        case "v3" where path.count == 1: return APIResponse(index)
        case "v3" where path.count == 3 && path[1] == "api": return document("", path[2])
        case "v3" where path.count == 4 && path[1] == "apis": return document(path[2], path[3])
        default: return nil
        }
    }

    private func swagger(_ request: APIRequest) -> APIResponse {
        let document = SwaggerDocument(info: Self.info, definitions: definitions(kinds.kinds))
        guard request.accept.contains("proto-openapi.spec.v2") else { return APIResponse(document.node) }
        var response = APIResponse(bytes: document.protobuf)
        response.contentType = SwaggerDocument.protobufType
        return response
    }

    private static let info: Node = ["title": "istioctl sandbox", "version": "v1.32.0"]

    private var index: Node {
        var paths = Node.emptyMap
        for group in kinds.groups {
            for version in kinds.versions(of: group) {
                let path = group.isEmpty ? "api/\(version)" : "apis/\(group)/\(version)"
                paths.set(path, ["serverRelativeURL": "/openapi/v3/\(path)?hash=1"])
            }
        }
        return ["paths": paths]
    }

    private func document(_ group: String, _ version: String) -> APIResponse? {
        let found = kinds.kinds(of: group, version)
        guard !found.isEmpty else { return nil }
        var schemas = Node.emptyMap
        var paths = Node.emptyMap
        for kind in found {
            for (name, schema) in self.schemas(kind, version, below: "#/components/schemas/") {
                schemas.set(name, schema)
            }
            let base = group.isEmpty ? "/api/\(version)" : "/apis/\(group)/\(version)"
            let place = kind.isNamespaced ? "\(base)/namespaces/{namespace}" : base
            paths.set("\(place)/\(kind.plural)/{name}", path(kind, version))
        }
        return APIResponse([
            "openapi": "3.0.0", "info": Self.info, "paths": paths, "components": ["schemas": schemas],
        ])
    }

    private func definitions(_ kinds: [Kind]) -> Node {
        var found: [String: Node] = [:]
        for kind in kinds {
            for version in kind.versions {
                for (name, schema) in schemas(kind, version, below: "#/definitions/") {
                    found[name] = schema
                }
            }
        }
        return Node(found.sorted { $0.key < $1.key }.map { Node.Entry($0.key, $0.value) })
    }

    /// The schema of a kind, and those that it refers to.
    private func schemas(_ kind: Kind, _ version: String, below base: String) -> [(String, Node)] {
        guard
            let message = KubernetesTypes.message(apiVersion: kind.apiVersion(version), kind: kind.name),
            kinds.custom(kind) == nil
        else { return [(name(kind, version), schema(kind, version))] }
        var found = KubernetesSchemas(base: base).schemas(from: message)
        var own = found.removeValue(forKey: KubernetesSchemas.name(message)) ?? Self.open
        for name in ["apiVersion", "kind"] { own.set(path: ["properties", name], ["type": "string"]) }
        own.set("x-kubernetes-group-version-kind", [place(kind, version)])
        return found.sorted { $0.key < $1.key } + [(KubernetesSchemas.name(message), own)]
    }

    private func name(_ kind: Kind, _ version: String) -> String {
        let group = kind.group.isEmpty ? "core" : kind.group
        return (group.split(separator: ".").reversed() + [version[...], kind.name[...]]).joined(
            separator: ".")
    }

    private func schema(_ kind: Kind, _ version: String) -> Node {
        if let custom = kinds.custom(kind)?.version(version) { return schema(kind, custom) }
        let spec = Catalog.resource(for: kind).map { OpenAPI.schema(of: $0, generation: kind.generation) }
        return [
            "type": "object", "description": Node(Catalog.resource(for: kind)?.fields.doc ?? ""),
            "properties": [
                "apiVersion": ["type": "string"], "kind": ["type": "string"], "metadata": Self.open,
                "spec": spec ?? Self.open, "status": Self.open,
            ],
            "x-kubernetes-preserve-unknown-fields": true,
            "x-kubernetes-group-version-kind": [place(kind, version)],
        ]
    }

    /// As the user's definition has it, with what every object has.
    private func schema(_ kind: Kind, _ custom: CustomKind.Version) -> Node {
        var schema = custom.document
        for (name, value) in [
            ("apiVersion", ["type": "string"] as Node), ("kind", ["type": "string"]), ("metadata", Self.open),
        ] {
            schema.set(path: ["properties", name], value)
        }
        schema.set("x-kubernetes-group-version-kind", [place(kind, custom.name)])
        return schema
    }

    private func path(_ kind: Kind, _ version: String) -> Node {
        let parameters: Node = Node(
            ["dryRun", "fieldManager", "fieldValidation"].map { name -> Node in
                ["name": Node(name), "in": "query", "schema": ["type": "string", "uniqueItems": true]]
            })
        return [
            "patch": [
                "parameters": parameters, "responses": ["200": ["description": "OK"]],
                "x-kubernetes-action": "patch",
                "x-kubernetes-group-version-kind": place(kind, version),
            ]
        ]
    }

    private func place(_ kind: Kind, _ version: String) -> Node {
        ["group": Node(kind.group), "version": Node(version), "kind": Node(kind.name)]
    }
}
