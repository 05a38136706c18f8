import YAML

/// Objects reduced to their metadata (PartialObjectMetadata of meta.k8s.io), for clients that keep an eye on
/// many of them.
struct PartialMetadata: Sendable {
    private let version: String

    /// nil when the request does not ask for it first.
    init?(_ request: APIRequest) {
        let first = request.accept.split(separator: ",").first ?? ""
        let words = first.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        guard words.contains("g=meta.k8s.io"),
            words.contains("as=PartialObjectMetadata") || words.contains("as=PartialObjectMetadataList")
        else { return nil }
        version = words.contains("v=v1beta1") ? "v1beta1" : "v1"
    }

    func node(_ object: StoredObject) throws -> Node {
        var metadata = try JSONReader.node(object.body)["metadata"] ?? .emptyMap
        metadata.set("resourceVersion", Node(String(object.revision)))
        return [
            "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/\(version)", "metadata": metadata,
        ]
    }

    func list(_ objects: [StoredObject], _ end: ListEnd) throws -> Node {
        [
            "kind": "PartialObjectMetadataList", "apiVersion": "meta.k8s.io/\(version)",
            "metadata": end.metadata, "items": Node(try objects.map(node)),
        ]
    }
}
