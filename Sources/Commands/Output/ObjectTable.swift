import Diagnostics
import FoundationEssentials
import Schema
import YAML

/// Objects of one kind as a table: their namespace, name, the columns of their kind, and their age.
struct ObjectTable {
    let kind: Kind
    let columns: [Kind.Column]
    let showsNamespace: Bool
    let showsKind: Bool
    let now: Date

    init(_ kind: Kind, isWide: Bool, showsNamespace: Bool, showsKind: Bool = false, now: Date) {
        self.kind = kind
        let shown = kind.columns.filter { isWide || !$0.isWide }
        let hasAge = shown.contains { $0.isDate }
        columns =
            hasAge ? shown : shown + [Kind.Column("Age", ".metadata.creationTimestamp", isDate: true)]
        self.showsNamespace = showsNamespace && kind.isNamespaced
        self.showsKind = showsKind
        self.now = now
    }

    var header: [String] {
        (showsNamespace ? ["NAMESPACE"] : []) + ["NAME"] + columns.map { $0.title.uppercased() }
    }

    /// The cells of an object, fit for a terminal.
    func row(_ object: Node) -> [String] {
        let name = object[["metadata", "name"]]?.string ?? ""
        let reference = showsKind ? ObjectReference(kind, namespace: nil, name: name).qualified : name
        let namespace = object[["metadata", "namespace"]]?.string ?? ""
        let cells = (showsNamespace ? [namespace] : []) + [reference] + columns.map { cell($0, object) }
        return cells.map(\.escapingControls)
    }

    private func cell(_ column: Kind.Column, _ object: Node) -> String {
        let values = (try? JSONPath(relaxed: column.path).values(in: object)) ?? []
        if column.isDate { return Age.text(since: values.first?.string, now: now) }
        return values.map(\.jsonPathText).joined(separator: ",")
    }
}
