package import YAML

/// What names one object: its type without a version, and its place.
package struct ObjectKey: Sendable, Hashable {
    /// Empty for the core API.
    package var group: String
    package var plural: String
    /// Empty for objects of the whole cluster.
    package var namespace: String
    package var name: String

    package init(group: String, plural: String, namespace: String, name: String) {
        self.group = group
        self.plural = plural
        self.namespace = namespace
        self.name = name
    }
}

/// One state of an object as stored: JSON without `apiVersion`, `kind` and `metadata.resourceVersion`, which
/// are put in front when it is served, so that one text serves every version of its kind.
package struct StoredObject: Sendable {
    package var key: ObjectKey
    package var uid: String
    package var revision: Int64
    /// Always begins with `{"metadata":{` and at least one entry.
    package var body: [UInt8]

    /// Every stored body begins so.
    private static let opening = Array(#"{"metadata":{"#.utf8)

    /// The stored form of an object: what is decided per request or per revision is left out.
    package static func body(of object: Node) -> [UInt8] {
        var metadata = object["metadata"] ?? .emptyMap
        metadata.set("resourceVersion", nil)
        let rest = (object.map ?? []).filter { !["apiVersion", "kind", "metadata"].contains($0.key) }
        return JSONWriter.bytes(Node([Node.Entry("metadata", metadata)] + rest))
    }

    /// The JSON that is served.
    package func bytes(apiVersion: String, kind: String) -> [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, head: Self.head(apiVersion: apiVersion, kind: kind))
        return bytes
    }

    /// What the JSON of every object of a type begins with.
    static func head(apiVersion: String, kind: String) -> [UInt8] {
        Array(#"{"apiVersion":"\#(apiVersion)","kind":"\#(kind)","metadata":{"resourceVersion":""#.utf8)
    }

    /// The JSON that is served, behind other text.
    func append(to bytes: inout [UInt8], head: [UInt8]) {
        bytes.reserveCapacity(max(bytes.capacity, bytes.count + head.count + body.count + 24))
        bytes += head
        bytes += String(revision).utf8
        bytes += Self.afterRevision
        bytes += body[Self.opening.count...]
    }

    private static let afterRevision = Array(#"","#.utf8)

    /// The object as a tree.
    package func node(apiVersion: String, kind: String) throws -> Node {
        try JSONReader.node(bytes(apiVersion: apiVersion, kind: kind))
    }
}

/// One change, as a watch reports it.
package struct StoredChange: Sendable {
    package enum Effect: Sendable { case added, modified, deleted }

    package var effect: Effect
    /// The state after the change; for a deletion the last state, with the revision of the deletion.
    package var object: StoredObject
    /// The body before the change, so that a selector can tell what left and what entered; nil for a
    /// creation.
    package var previousBody: [UInt8]?
}
