package import Schema

/// One served version of a type of object: what a request needs to know to be addressed.
package struct ResourceType: Sendable, Hashable {
    /// Empty for the core API.
    package let group: String
    package let version: String
    package let plural: String
    package let kind: String
    package let isNamespaced: Bool

    package init(group: String, version: String, plural: String, kind: String, isNamespaced: Bool = true) {
        self.group = group
        self.version = version
        self.plural = plural
        self.kind = kind
        self.isNamespaced = isNamespaced
    }

    /// The type in one of its versions, the preferred one unless another is given.
    package init(_ kind: Kind, version: String? = nil) {
        self.init(
            group: kind.group, version: version ?? kind.versions[0], plural: kind.plural, kind: kind.name,
            isNamespaced: kind.isNamespaced)
    }

    package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

    /// `routerules.config.istio.io`; the plural alone for the core API.
    package var qualifiedName: String { group.isEmpty ? plural : "\(plural).\(group)" }
}
