import IstioAPI
package import Schema
package import YAML

extension ComponentRelease {
    /// The definitions of kinds that come with a component, but for those that its values exclude.
    package var definitions: [Node] {
        guard let generation = component.definitions else { return [] }
        if values[["base", "enableIstioConfigCRDs"]]?.bool == false { return [] }
        let excluded = (values[["base", "excludedCRDs"]]?.list ?? []).compactMap(\.string)
        return IstioDefinitions.objects(generation, excluding: Set(excluded))
    }
}

/// The CustomResourceDefinitions of an installation, made of the declarations of the API.
package enum IstioDefinitions {
    /// Those of one generation, but for the excluded names such as `wasmplugins.extensions.istio.io`.
    package static func objects(_ generation: Generation, excluding excluded: Set<String> = []) -> [Node] {
        kinds(generation).map(Catalog.definition).filter { !excluded.contains($0.objectName ?? "") }
            .map(labelled)
    }

    /// The kinds that Istio itself brings along.
    package static func kinds(_ generation: Generation) -> [Kind] {
        let all = Catalog.kinds.filter { $0.group.hasSuffix(".istio.io") }
        // Where both generations have a type, today's serves its objects of then, too.
        let today = Set(all.filter { $0.generation == .today }.map { "\($0.plural).\($0.group)" })
        return all.filter { kind in
            kind.generation == generation
                && (generation == .today || !today.contains("\(kind.plural).\(kind.group)"))
        }.sorted { ($0.group, $0.plural) < ($1.group, $1.plural) }
    }

    /// As Istio's own definitions are labelled; Helm leaves them where they are when a release goes.
    private static func labelled(_ definition: Node) -> Node {
        var definition = definition
        definition.set(
            path: ["metadata", "labels"],
            ["app": "istio-pilot", "chart": "istio", "heritage": "Tiller", "release": "istio"])
        definition.set(path: ["metadata", "annotations"], ["helm.sh/resource-policy": "keep"])
        return definition
    }
}
