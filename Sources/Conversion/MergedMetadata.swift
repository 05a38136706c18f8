import Schema
import YAML

/// The metadata of an object that is made of others.
enum MergedMetadata {
    static func node(
        kind: String, name: String, namespace: String, isWritten: Bool, from sources: [InputObject],
        _ ledger: inout Ledger
    ) -> Node {
        var metadata = Node.emptyMap
        let names = sources.compactMap { $0.node[["metadata", "name"]] }
        let same = sources.count == 1 ? names.first { $0.string == name } : nil
        metadata.set("name", same ?? Node(name))
        if isWritten {
            let given = sources.lazy.compactMap { $0.node[["metadata", "namespace"]] }
            metadata.set("namespace", given.first { $0.string == namespace } ?? Node(namespace))
        }
        for field in ["labels", "annotations"] {
            let entries = merged(field, sources, &ledger)
            if !entries.isEmpty { metadata.set(field, Node(entries)) }
        }
        explain(sources, kind, name, namespace, &ledger)
        return metadata
    }

    /// Labels and annotations of all sources; where two disagree, the first counts.
    private static func merged(
        _ field: String, _ sources: [InputObject], _ ledger: inout Ledger
    ) -> [Node.Entry] {
        var entries: [Node.Entry] = []
        for source in sources {
            for entry in source.node[["metadata", field]]?.map ?? [] {
                if entry.key == lastApplied {
                    ledger.dropped(entry.value.mark, "kubectl writes it anew")
                } else if let first = entries.first(where: { $0.key == entry.key }) {
                    if first.value != entry.value {
                        ledger.dropped(
                            entry.value.mark, "another object that goes into the same one says otherwise")
                    } else {
                        ledger.changed(entry.value.mark, "said once for all")
                    }
                } else {
                    entries.append(entry)
                }
            }
        }
        return entries
    }

    private static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

    private static func explain(
        _ sources: [InputObject], _ kind: String, _ name: String, _ namespace: String, _ ledger: inout Ledger
    ) {
        for source in sources {
            for field in ["apiVersion", "kind"] {
                if let node = source.node[field] { ledger.changed(node.mark, "another kind says it today") }
            }
            for entry in source.node["metadata"]?.map ?? [] {
                switch entry.key {
                case "name" where source.name != name || sources.count > 1:
                    ledger.changed(entry.value.mark, "part of \(kind) \(name)")
                case "namespace" where source.namespace != namespace || sources.count > 1:
                    ledger.changed(entry.value.mark, "\(kind) \(name) is in \(namespace)")
                case "name", "namespace", "labels", "annotations": break
                default: ledger.dropped(entry.value.mark, "the server sets it")
                }
            }
            if let status = source.node["status"] { ledger.dropped(status.mark, "the server sets it") }
        }
    }
}
