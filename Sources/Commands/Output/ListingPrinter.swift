import Diagnostics
import FoundationEssentials
import Kubernetes
import Schema
import YAML

/// Renders what `get` found in one of its formats.
struct ListingPrinter {
    let format: OutputFormat?
    let showsHeaders: Bool
    let showsNamespace: Bool
    /// Whether the user asked for one object by name, which is then printed alone and not as a list.
    var isSingle: Bool
    var now: Date
    /// Who owns which fields is of interest to few: JSON and YAML leave it out unless asked.
    var showsManagedFields = false

    var isWide: Bool {
        if case .table(let isWide) = format { return isWide }
        return false
    }

    /// Whether rows are printed, and not objects.
    var isTable: Bool {
        switch format {
        case nil, .table, .short: true
        default: false
        }
    }

    /// Whether objects of a listing are rows of 0.7.1's table.
    func showsClassicRows(_ listing: Listing) -> Bool {
        switch format {
        case .short: true
        case nil: listing.isClassic
        default: false
        }
    }

    /// Whether a sentence must take the place of what would be printed: formats for machines have empty
    /// lists.
    func showsNothing(_ listings: [Listing]) -> Bool {
        guard listings.allSatisfy({ $0.objects.isEmpty }) else { return false }
        return switch format {
        case nil, .table, .short, .name: true
        case .yaml: isSingle || listings.allSatisfy(\.isClassic)
        case .json, .jsonPath, .customColumns: isSingle
        }
    }

    func text(_ listings: [Listing]) throws(JSONPathError) -> String {
        switch format {
        case nil: tables(listings, isWide: false)
        case .table(let isWide): tables(listings, isWide: isWide)
        case .short: classicTable(listings)
        case .yaml where listings.allSatisfy(\.isClassic): classicYAML(listings)
        case .yaml: YAMLWriter.text(document(shown(listings)))
        case .json: JSONWriter.text(document(shown(listings)), style: .pretty, sortsKeys: true) + "\n"
        case .name: names(listings)
        case .jsonPath(let path): try path.text(of: document(listings))
        case .customColumns(let columns): try custom(columns, listings)
        }
    }

    private func shown(_ listings: [Listing]) -> [Listing] {
        showsManagedFields ? listings : listings.map(\.withoutManagedFields)
    }

    private func classicYAML(_ listings: [Listing]) -> String {
        listings.flatMap { listing in
            listing.objects.map { ClassicDocument(kind: listing.kind, object: $0).text }
        }.joined()
    }

    private func classicTable(_ listings: [Listing]) -> String {
        let rows = listings.flatMap { listing in
            listing.objects.map { ClassicDocument(kind: listing.kind, object: $0).row }
        }
        return rows.isEmpty ? "" : ClassicTable.text((showsHeaders ? [ClassicDocument.header] : []) + rows)
    }

    private func tables(_ listings: [Listing], isWide: Bool) -> String {
        let shown = listings.filter { !$0.objects.isEmpty }
        var texts: [String] = []
        if !isWide {
            let classic = shown.filter(\.isClassic)
            if !classic.isEmpty { texts.append(classicTable(classic)) }
        }
        for listing in shown where isWide || !listing.isClassic {
            let table = ObjectTable(
                listing.kind, isWide: isWide, showsNamespace: showsNamespace, showsKind: listings.count > 1,
                now: now)
            let rows = listing.objects.map(table.row)
            texts.append(ColumnTable.text((showsHeaders ? [table.header] : []) + rows))
        }
        return texts.joined(separator: "\n")
    }

    private func names(_ listings: [Listing]) -> String {
        listings.flatMap { listing in
            listing.objects.map { ObjectReference(listing.kind, of: $0).qualified + "\n" }
        }.joined()
    }

    private func custom(_ columns: [CustomColumn], _ listings: [Listing]) throws(JSONPathError) -> String {
        var rows = showsHeaders ? [columns.map { $0.title }] : []
        for object in listings.flatMap(\.objects) { rows.append(try row(columns, of: object)) }
        return ColumnTable.text(rows)
    }

    func row(_ columns: [CustomColumn], of object: Node) throws(JSONPathError) -> [String] {
        var row: [String] = []
        for column in columns { row.append(try column.cell(of: object).escapingControls) }
        return row
    }

    /// The one object that was asked for, or a `List` of all.
    private func document(_ listings: [Listing]) -> Node {
        let objects = listings.flatMap(\.objects)
        if isSingle, let object = objects.first { return object }
        return [
            "apiVersion": "v1", "items": Node(objects), "kind": "List", "metadata": ["resourceVersion": ""],
        ]
    }
}
