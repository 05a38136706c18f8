import FoundationEssentials
import Kubernetes
import Schema
import YAML

/// Renders changes one after the other: rows under one header, or whole objects, never lists.
struct WatchPrinter {
    private let listing: Listing
    private var printer: ListingPrinter
    private var table = ColumnTable()
    private var hasHeader: Bool
    private var hasDocument = false

    init(_ listing: Listing, _ printer: ListingPrinter) {
        self.listing = listing
        self.printer = printer
        self.printer.isSingle = true
        hasHeader = !printer.showsHeaders
    }

    /// The text of a change that came at a time: ages grow while one watches.
    mutating func text(_ change: Watcher.Change, now: Date) throws(JSONPathError) -> String {
        printer.now = now
        switch change {
        case .all(let objects): return try text(objects)
        case .added(let object), .modified(let object), .deleted(let object): return try text([object])
        }
    }

    private mutating func text(_ objects: [Node]) throws(JSONPathError) -> String {
        if objects.isEmpty { return "" }
        if case .customColumns(let columns) = printer.format {
            var rows: [[String]] = []
            for object in objects { rows.append(try printer.row(columns, of: object)) }
            return add(rows, under: columns.map(\.title))
        }
        if printer.showsClassicRows(listing) {
            let rows = objects.map { ClassicDocument(kind: listing.kind, object: $0).row }
            return add(rows, under: ClassicDocument.header)
        }
        if printer.isTable {
            let table = ObjectTable(
                listing.kind, isWide: printer.isWide, showsNamespace: printer.showsNamespace, now: printer.now
            )
            return add(objects.map(table.row), under: table.header)
        }
        var text = ""
        for object in objects { text += try document(object) }
        return text
    }

    private mutating func add(_ rows: [[String]], under header: [String]) -> String {
        defer { hasHeader = true }
        return table.add(hasHeader ? rows : [header] + rows)
    }

    private mutating func document(_ object: Node) throws(JSONPathError) -> String {
        var one = listing
        one.objects = [object]
        let text = try printer.text([one])
        // Documents of 0.7.1's kinds end with a separator; others need one between them.
        guard case .yaml = printer.format, !listing.isClassic else { return text }
        defer { hasDocument = true }
        return (hasDocument ? "---\n" : "") + text
    }
}
