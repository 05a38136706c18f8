import Schema
import YAML

/// The lines of a watch: one JSON object an event.
struct WatchEvents: Sendable {
    let target: APITarget
    let table: TableWriter?
    let partial: PartialMetadata?

    /// A change as the client's selectors see it: an object may enter or leave what they mean.
    func lines(for change: StoredChange, _ query: ListQuery) throws -> [UInt8] {
        let object = change.object
        let isMeant = try query.matches(object)
        let wasMeant = try change.previousBody.map { try query.matches(object.key, body: $0) } ?? false
        switch (change.effect, wasMeant, isMeant) {
        case (.added, _, true), (.modified, false, true): return try line("ADDED", object)
        case (.modified, true, true): return try line("MODIFIED", object)
        case (.modified, true, false), (.deleted, _, true): return try line("DELETED", object)
        default: return []
        }
    }

    func line(_ type: String, _ object: StoredObject) throws -> [UInt8] {
        var bytes = Array(#"{"type":"\#(type)","object":"#.utf8)
        if let table {
            bytes += JSONWriter.bytes(
                try table.table([object], ListEnd(revision: object.revision)))
        } else if let partial {
            bytes += JSONWriter.bytes(try partial.node(object))
        } else {
            bytes += object.bytes(apiVersion: target.apiVersion, kind: target.kind.name)
        }
        return bytes + Array("}\n".utf8)
    }

    func bookmark(_ revision: Int64, endsInitial: Bool) -> [UInt8] {
        var metadata: Node = ["resourceVersion": Node(String(revision))]
        if endsInitial { metadata.set("annotations", ["k8s.io/initial-events-end": "true"]) }
        return event(
            "BOOKMARK",
            ["kind": Node(target.kind.name), "apiVersion": Node(target.apiVersion), "metadata": metadata])
    }

    func error(_ failure: APIFailure) -> [UInt8] { event("ERROR", failure.node) }

    private func event(_ type: String, _ object: Node) -> [UInt8] {
        JSONWriter.bytes(["type": Node(type), "object": object]) + [UInt8(ascii: "\n")]
    }
}
