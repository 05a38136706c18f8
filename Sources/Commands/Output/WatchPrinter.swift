import FoundationEssentials
import Kubernetes
import Schema
import YAML

/// Renders changes one after the other: rows of a table, or whole objects.
struct WatchPrinter {
    private let listing: Listing
    private let printer: ListingPrinter
    private let objectTable: ObjectTable
    private var table = ColumnTable()
    private var hasHeader: Bool

    init(_ listing: Listing, _ printer: ListingPrinter) {
        self.listing = listing
        self.printer = printer
        objectTable = ObjectTable(
            listing.kind, isWide: printer.isWide, showsNamespace: printer.showsNamespace, now: printer.now)
        hasHeader = !printer.showsHeaders
    }

    mutating func text(_ change: Watcher.Change) throws(JSONPathError) -> String {
        switch change {
        case .all(let objects): try text(objects)
        case .added(let object), .modified(let object), .deleted(let object): try text([object])
        }
    }

    private mutating func text(_ objects: [Node]) throws(JSONPathError) -> String {
        guard printer.isTable else {
            var text = ""
            for object in objects {
                var one = listing
                one.objects = [object]
                text += try printer.text([one])
            }
            return text
        }
        var rows = objects.map(objectTable.row)
        if !hasHeader, !rows.isEmpty {
            rows.insert(objectTable.header, at: 0)
            hasHeader = true
        }
        return table.add(rows)
    }
}
