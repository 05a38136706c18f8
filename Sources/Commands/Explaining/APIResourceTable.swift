import ArgumentParser
import Diagnostics

/// Lays out types as kubectl does.
struct APIResourceTable {
    enum Order: String, ExpressibleByArgument, CaseIterable { case name, kind }

    let order: Order?
    let isWide: Bool
    let showsHeaders: Bool

    func text(_ resources: [APIResource]) -> String {
        let header =
            ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"]
            + (isWide ? ["VERBS", "CATEGORIES"] : [])
        return ColumnTable.text((showsHeaders ? [header] : []) + sorted(resources).map(row))
    }

    func names(_ resources: [APIResource]) -> String {
        sorted(resources).map { $0.qualifiedName.escapingControls + "\n" }.joined()
    }

    private func row(_ resource: APIResource) -> [String] {
        let cells = [
            resource.plural, resource.shortNames.joined(separator: ","), resource.apiVersion,
            String(resource.isNamespaced), resource.kind,
        ]
        let more = [resource.verbs.joined(separator: ","), resource.categories.joined(separator: ",")]
        return (cells + (isWide ? more : [])).map(\.escapingControls)
    }

    private func sorted(_ resources: [APIResource]) -> [APIResource] {
        resources.sorted { a, b in
            switch order {
            case .name: (a.plural, a.group) < (b.plural, b.group)
            case .kind: (a.kind, a.group) < (b.kind, b.group)
            case nil: (a.group, a.plural) < (b.group, b.plural)
            }
        }
    }
}
