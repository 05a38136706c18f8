import Diagnostics
import IstioAPI
import Schema
import YAML

/// The names by which people know an object.
struct ObjectReference: Sendable, Hashable {
    let kind: Kind
    let namespace: String?
    let name: String

    init(_ kind: Kind, namespace: String?, name: String) {
        self.kind = kind
        self.namespace = namespace
        self.name = name
    }

    /// What an object says of itself.
    init(_ kind: Kind, of object: Node) {
        self.init(
            kind, namespace: object[["metadata", "namespace"]]?.string,
            name: object[["metadata", "name"]]?.string ?? "")
    }

    /// Whether this is an object of Mixer's in 0.7.1, whose kinds differ from mesh to mesh.
    var isMixer: Bool { Catalog.isMixer(kind) }

    /// 0.7.1's form, `route-rule/default/details-fault`; Mixer kinds by their kind: `denier/default/nope`.
    var classic: String {
        "\(kind.classicType ?? kind.name)/\(namespace ?? "")/\(name)".escapingControls
    }

    /// kubectl's form, `virtualservice.networking.istio.io/reviews`.
    var qualified: String {
        let group = kind.group.isEmpty ? "" : ".\(kind.group)"
        return "\(kind.singular)\(group)/\(name)".escapingControls
    }

    /// The form that people used to the kind's generation know.
    var text: String { kind.generation == .classic ? classic : qualified }
}
