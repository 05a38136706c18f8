import Schema

/// What a path under `/api` or `/apis` addresses.
struct APITarget: Sendable {
    var kind: Kind
    var version: String
    /// nil for the whole cluster.
    var namespace: String?
    /// nil for a collection.
    var name: String?
    /// A part of the object that is asked for by itself, such as `status`; nil for the whole of it.
    var subresource: String?

    var apiVersion: String { kind.apiVersion(version) }
    var scope: StateQuery.Scope {
        StateQuery.Scope(group: kind.group, plural: kind.plural, namespace: namespace)
    }

    func key(_ name: String) -> ObjectKey {
        ObjectKey(group: kind.group, plural: kind.plural, namespace: namespace ?? "", name: name)
    }

    /// Where the segments after the group and version lead.
    init?(group: String, version: String, rest: ArraySlice<String>, kinds: KindRegistry) {
        var rest = rest
        self.version = version
        if rest.first == "namespaces", rest.count >= 3, rest[rest.startIndex + 2] != "status",
            rest[rest.startIndex + 2] != "finalize"
        {
            namespace = rest[rest.startIndex + 1]
            rest = rest.dropFirst(2)
        }
        guard let plural = rest.popFirst(), let kind = kinds.kind(group, version, plural: plural) else {
            return nil
        }
        self.kind = kind
        name = rest.popFirst()
        subresource = rest.popFirst()
        guard rest.isEmpty, namespace == nil || kind.isNamespaced else { return nil }
        guard namespace != nil || name == nil || !kind.isNamespaced else { return nil }
    }
}
