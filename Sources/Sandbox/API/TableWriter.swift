import Schema
import YAML

/// Objects as the table that kubectl prints: the name, the columns of the kind, the age.
struct TableWriter: Sendable {
    private let target: APITarget
    private let version: String
    private let include: String

    private static let group = "g=meta.k8s.io"

    /// nil when the request does not ask for a table first.
    init?(_ target: APITarget, _ request: APIRequest) {
        let first = request.accept.split(separator: ",").first ?? ""
        let words = first.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        guard words.contains("as=Table"), words.contains(Self.group) else { return nil }
        version = words.contains("v=v1beta1") ? "v1beta1" : "v1"
        include = request.query["includeObject"] ?? "Metadata"
        self.target = target
    }

    /// Behind the name; a kind without columns of its own shows its age.
    private var columns: [Kind.Column] {
        target.kind.columns.isEmpty
            ? [Kind.Column("Age", ".metadata.creationTimestamp", isDate: true)] : target.kind.columns
    }

    func table(_ objects: [StoredObject], _ end: ListEnd) throws -> Node {
        let now = Timestamp.now()
        return [
            "kind": "Table", "apiVersion": "meta.k8s.io/\(version)",
            "metadata": end.metadata,
            "columnDefinitions": Node(definitions), "rows": Node(try objects.map { try row($0, now) }),
        ]
    }

    private var definitions: [Node] {
        let columns = [Kind.Column("Name", ".metadata.name")] + columns
        return columns.map { column in
            [
                "name": Node(column.title), "type": "string",
                "format": Node(column.title == "Name" ? "name" : ""), "description": "",
                "priority": Node(column.isWide ? 1 : 0),
            ]
        }
    }

    private func row(_ object: StoredObject, _ now: Int64) throws -> Node {
        let node = try object.node(apiVersion: target.apiVersion, kind: target.kind.name)
        var cells = [Node(object.key.name)]
        cells += columns.map { cell($0, node, now) }
        var row: Node = ["cells": Node(cells)]
        switch include {
        case "None": break
        case "Object": row.set("object", node)
        default:
            row.set(
                "object",
                [
                    "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/\(version)",
                    "metadata": node["metadata"] ?? .emptyMap,
                ])
        }
        return row
    }

    private func cell(_ column: Kind.Column, _ node: Node, _ now: Int64) -> Node {
        let place = "\(target.kind.group)/\(target.kind.plural)"
        if let text = ComputedCells.text(place, column.title, of: node, now: now) { return Node(text) }
        let values = ColumnPath(column.path).values(in: node)
        if column.isDate { return Node(age(values.first, now)) }
        if values.isEmpty { return "" }
        return Node(
            values.map { $0.string ?? JSONWriter.text($0, style: .compact) }.joined(separator: ","))
    }

    private func age(_ node: Node?, _ now: Int64) -> String {
        node?.string.flatMap(Timestamp.seconds).map { Timestamp.age(since: $0, now: now) } ?? "<unknown>"
    }
}
