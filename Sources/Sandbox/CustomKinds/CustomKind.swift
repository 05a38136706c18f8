import Schema
import Validation
import YAML

/// A kind that a CustomResourceDefinition of the user declares (apiextensions.k8s.io/v1).
struct CustomKind: Sendable {
    /// What one served version is like.
    struct Version: Sendable {
        let name: String
        let schema: StructuralSchema
        /// The schema as it was written, for discovery.
        let document: Node
        let columns: [Kind.Column]
        let hasStatus: Bool
        /// Paths of the scale subresource: `specReplicasPath`, `statusReplicasPath`, `labelSelectorPath`.
        let scale: Node?
        /// `spec.color` for the path `.spec.color`.
        let selectableFields: [String]
    }

    /// With the served versions, the best first.
    let kind: Kind
    let categories: [String]
    let versions: [Version]

    /// nil for a definition that serves nothing.
    init?(_ definition: Node) {
        guard let spec = definition["spec"], let group = spec["group"]?.string,
            let plural = spec["names"]?["plural"]?.string, let name = spec["names"]?["kind"]?.string
        else { return nil }
        let served = (spec["versions"]?.list ?? []).filter { $0["served"]?.bool == true }
        versions = served.compactMap(Version.init).sorted {
            KindRegistry.isBetter($0.name, than: $1.name)
        }
        guard let first = versions.first else { return nil }
        categories = (spec["names"]?["categories"]?.list ?? []).compactMap(\.string)
        kind = Kind(
            group, versions: versions.map(\.name), name: name, plural: plural,
            short: (spec["names"]?["shortNames"]?.list ?? []).compactMap(\.string),
            namespaced: spec["scope"]?.string == "Namespaced", columns: first.columns)
    }

    func version(_ name: String) -> Version? { versions.first { $0.name == name } }

    /// The kind with the columns and selectable fields of one version.
    func kind(in version: String) -> Kind {
        guard let version = self.version(version) else { return kind }
        var found = kind
        found.columns = version.columns
        found.selectableFields = version.selectableFields
        return found
    }
}

extension CustomKind.Version {
    init?(_ node: Node) {
        guard let name = node["name"]?.string else { return nil }
        self.name = name
        document = node["schema"]?["openAPIV3Schema"] ?? ["type": "object"]
        schema = StructuralSchema(document)
        let columns = (node["additionalPrinterColumns"]?.list ?? []).compactMap { column -> Kind.Column? in
            guard let title = column["name"]?.string, let path = column["jsonPath"]?.string else {
                return nil
            }
            return Kind.Column(
                title, path, isDate: column["type"]?.string == "date",
                isWide: (column["priority"]?.int ?? 0) > 0)
        }
        self.columns = columns
        hasStatus = node["subresources"]?["status"] != nil
        scale = node["subresources"]?["scale"]
        selectableFields = (node["selectableFields"]?.list ?? []).compactMap {
            $0["jsonPath"]?.string.map { String($0.drop { $0 == "." }) }
        }
    }
}
