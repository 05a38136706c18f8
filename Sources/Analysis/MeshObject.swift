package import Diagnostics
package import Schema
package import Validation
package import YAML

/// An object of the mesh: what it is, what it says, where that is written, and what validation found.
///
/// A class, since indexes and findings share it; it never changes.
package final class MeshObject: Sendable {
    package enum Origin: Sendable, Hashable {
        case file
        /// The name of the kubeconfig context.
        case cluster(String)
        /// Neither written nor read: Istio's own gateway, which nearly every mesh has.
        case assumed
    }

    package let type: ObjectType
    package let apiVersion: String
    /// Empty for objects of the whole cluster, and where a file names none and no default is known.
    package let namespace: String
    package let name: String
    /// The whole object.
    package let node: Node
    package let origin: Origin
    /// Nil where the kind is one that validation skips, with the reason.
    package let skipped: String?
    package let findings: [Diagnostic]
    package let document: Document

    package init(_ item: CheckedItem, of document: Document, namespace: String, origin: Origin) {
        type = item.kind.map { ObjectType($0) } ?? ObjectType(item.group, item.kindName)
        apiVersion = item.apiVersion
        let isNamespaced = item.kind?.isNamespaced ?? true
        self.namespace = isNamespaced ? item.namespace.flatMap { $0.isEmpty ? nil : $0 } ?? namespace : ""
        name = item.name ?? ""
        node = item.node
        self.origin = origin
        if case .skipped(let reason) = item.outcome { skipped = reason } else { skipped = nil }
        findings = item.diagnostics
        self.document = document
    }

    /// The configuration of the mesh, as a bare document.
    package convenience init(meshConfig document: Document, namespace: String) {
        self.init(
            .meshConfig, "meshconfig", document, namespace, findings: Validation.checkMeshConfig(document))
    }

    /// The networks of the mesh, as a bare document.
    package convenience init(meshNetworks document: Document, namespace: String) {
        self.init(
            .meshNetworks, "meshnetworks", document, namespace,
            findings: Validation.checkMeshNetworks(document))
    }

    /// A part of the mesh's configuration, which is no object of Kubernetes but has the name of one.
    private init(
        _ type: ObjectType, _ name: String, _ document: Document, _ namespace: String,
        findings: [Diagnostic]
    ) {
        self.type = type
        apiVersion = ""
        self.namespace = namespace
        self.name = name
        node = document.root
        origin = .file
        skipped = nil
        self.findings = findings
        self.document = document
    }

    package var spec: Node { node["spec"] ?? .null }
    package var metadata: Node { node["metadata"] ?? .null }
    package var labels: [String: String] { Self.texts(metadata["labels"]) }
    package var annotations: [String: String] { Self.texts(metadata["annotations"]) }

    /// `VirtualService default/reviews`.
    package var subject: Subject {
        Subject(
            apiVersion: apiVersion, kind: type.kind, namespace: namespace.isEmpty ? nil : namespace,
            name: name)
    }

    /// `default/reviews`, or the name alone.
    package var fullName: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }

    /// The cluster that the object was read from.
    var cluster: String? { if case .cluster(let name) = origin { name } else { nil } }

    /// Where the name of the object stands: for what concerns all of it.
    package var place: Place { .value(metadata["name"]?.mark ?? node.mark) }

    static func texts(_ node: Node?) -> [String: String] {
        let pairs = node?.map?.compactMap { entry in entry.value.string.map { (entry.key, $0) } } ?? []
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension MeshObject: Hashable {
    package static func == (a: MeshObject, b: MeshObject) -> Bool { a === b }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension CheckedItem {
    fileprivate var group: String {
        apiVersion.contains("/") ? String(apiVersion.prefix { $0 != "/" }) : ""
    }
}
