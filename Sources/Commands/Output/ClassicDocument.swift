import Diagnostics
import IstioAPI
import Schema
import YAML

/// An object of a 0.7.1 kind as 0.7.1 read it from the server and printed it.
struct ClassicDocument {
    let kind: Kind
    let object: Node

    /// YAML as 0.7.1's `get -o yaml` wrote it, ended by a separator.
    var text: String {
        var metadata: Node = ["creationTimestamp": .null]
        for name in ["annotations", "labels", "name", "namespace", "resourceVersion"] {
            if let value = object[["metadata", name]], !value.isNull { metadata.set(name, value) }
        }
        let spec = object["spec"] ?? .emptyMap
        let message = Catalog.resource(for: kind)
        let document: Node = [
            "apiVersion": Node(kind.apiVersion()), "kind": Node(kind.name), "metadata": metadata,
            "spec": message.map { Canonical.node(spec, as: $0) } ?? spec,
        ]
        return YAMLWriter.text(document) + "---\n"
    }

    /// The cells of 0.7.1's table.
    var row: [String] {
        let metadata = object["metadata"]
        let kind = "\(kind.name).\(kind.group).\(kind.versions.first ?? "")"
        return [metadata?["name"]?.string ?? "", kind, metadata?["namespace"]?.string ?? ""]
            .map(\.escapingControls)
    }

    static let header = ["NAME", "KIND", "NAMESPACE"]

    /// Why 0.7.1's library could not have read the object; nil when it could.
    var problem: String? {
        guard let message = Catalog.resource(for: kind), let spec = object["spec"] else { return nil }
        var report = Report(Document(object, name: "server"))
        StrictCheck.check(spec, as: message, .classic, &report)
        let unreadable: Set<Code> = [.unknownField, .wrongType]
        guard let first = report.diagnostics.first(where: { unreadable.contains($0.code) }) else {
            return nil
        }
        let name = (object[["metadata", "name"]]?.string ?? "").escapingControls
        let yaml = YAMLWriter.text(spec).escapingControlsKeepingLines
        let place = "\(kind.plural).\(kind.group) \"\(name)\""
        return "\(place): YAML decoding error: \(yaml) \(first.message)"
    }
}
