/// What the Kubernetes API calls a type of object, and where it is served.
package struct Kind: Sendable, Hashable {
    /// A column of `get`: a title and the simple JSON path of its value, such as `.spec.hosts`.
    package struct Column: Sendable, Hashable {
        package let title: String
        package let path: String
        /// Dates are shown as ages.
        package let isDate: Bool
        /// Shown only with `-o wide`.
        package let isWide: Bool

        package init(_ title: String, _ path: String, isDate: Bool = false, isWide: Bool = false) {
            self.title = title
            self.path = path
            self.isDate = isDate
            self.isWide = isWide
        }
    }

    /// Empty for the core API.
    package let group: String
    /// Served versions, the preferred one first.
    package private(set) var versions: [String]
    package let name: String
    package let plural: String
    package let shortNames: [String]
    package let isNamespaced: Bool
    package let generation: Generation
    package var columns: [Column]
    /// Paths of fields that lists can be selected by, such as `spec.color`; of kinds that users declare.
    package var selectableFields: [String] = []
    /// How 0.7.1 names the type in its messages and reads it in files: `route-rule`; nil for today's kinds.
    package let classicType: String?

    package init(
        _ group: String, _ versions: String..., name: String, plural: String, short: [String] = [],
        namespaced: Bool = true, generation: Generation = .today, classicType: String? = nil,
        columns: [Column] = []
    ) {
        self.init(
            group, versions: versions, name: name, plural: plural, short: short, namespaced: namespaced,
            generation: generation, classicType: classicType, columns: columns)
    }

    package init(
        _ group: String, versions: [String], name: String, plural: String, short: [String] = [],
        namespaced: Bool = true, generation: Generation = .today, classicType: String? = nil,
        columns: [Column] = []
    ) {
        self.group = group
        self.versions = versions
        self.name = name
        self.plural = plural
        self.shortNames = short
        self.isNamespaced = namespaced
        self.generation = generation
        self.classicType = classicType
        self.columns = columns
    }

    package var singular: String { name.lowercased() }

    /// The same type with one of its versions preferred.
    package func preferring(_ version: String) -> Kind {
        var kind = self
        kind.versions = [version] + versions.filter { $0 != version }
        return kind
    }

    /// `networking.istio.io/v1`, or `v1` for the core API, with the preferred version unless another is
    /// given.
    package func apiVersion(_ version: String? = nil) -> String {
        let version = version ?? versions[0]
        return group.isEmpty ? version : "\(group)/\(version)"
    }
}
