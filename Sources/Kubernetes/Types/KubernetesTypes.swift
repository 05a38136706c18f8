import Synchronization

/// The types of Kubernetes' own API, as its sources declare them (k8s.io/api and k8s.io/apimachinery of
/// 1.37): fields, types, numbers in protocol buffers, what is required and how lists are merged.
///
/// The tables are text, a line for each field below the name of its message:
///
///     containers! 2 [Container] map(name) merge
///
/// `!` is a field that must be given, `?` one whose absence differs from its zero, `<` a message whose fields
/// stand in its owner's JSON. `[T]` is a list, `{T}` a map of texts. `map(keys)`, `set` and `atomic` say how
/// server-side apply takes a list or map, `merge`, `replace` and `retainKeys` how a strategic merge patch
/// does;
/// `merge(key)` where the key is not the first of `map`.
package enum KubernetesTypes {
    private static let tables = [
        meta, core, pods, containers, volumes, volumes2, nodes, workloads, scaling, access, networking,
        cluster, openShift,
    ]

    /// Where the messages stand in the tables, by `group/version.Name`. A message is read when it is first
    /// asked for: most commands need few of them.
    private static let places: [String: Place] = {
        var found: [String: Place] = [:]
        for table in tables.indices { index(table, into: &found) }
        return found
    }()

    private static let known = Mutex<[String: MessageType]>([:])

    private struct Place {
        let group: String
        let name: String
        let lines: Range<String.Index>
        let table: Int
    }

    /// The keys of all messages.
    package static var keys: some Collection<String> { places.keys }

    /// A message by its key, such as `core/v1.PodSpec`.
    package static func message(_ key: String) -> MessageType? {
        if let message = known.withLock({ $0[key] }) { return message }
        guard let place = places[key] else { return nil }
        let lines = tables[place.table][place.lines].utf8.split(separator: UInt8(ascii: "\n"))
        let fields = lines.compactMap { MessageType.Field(Substring($0), in: place.group) }
        let message = MessageType(name: place.name, group: place.group, fields: fields)
        // Whoever was first counts, so that there is one of each.
        return known.withLock { known in
            if let other = known[key] { return other }
            known[key] = message
            return message
        }
    }

    private static func index(_ number: Int, into found: inout [String: Place]) {
        let table = tables[number]
        let bytes = table.utf8
        var group = ""
        var open: (name: String, start: String.Index)?
        func finish(at end: String.Index) {
            guard let (name, start) = open else { return }
            found["\(group).\(name)"] = Place(group: group, name: name, lines: start..<end, table: number)
            open = nil
        }
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: " ") {
            finish(at: line.startIndex)
            let text = Substring(line)
            if text.utf8.starts(with: "group ".utf8) {
                group = String(text.dropFirst("group ".count))
            } else {
                open = (String(text), line.endIndex)
            }
        }
        finish(at: bytes.endIndex)
    }

    /// What every object has.
    package static var metadata: MessageType? { message("meta.ObjectMeta") }

    /// The declaration of a kind; nil for kinds that are not Kubernetes' own.
    package static func message(apiVersion: String, kind: String) -> MessageType? {
        if options.contains(kind) { return message("meta.\(kind)") }
        let parts = apiVersion.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return message("core/\(apiVersion).\(kind)") }
        let group = parts[0].hasSuffix(".k8s.io") ? parts[0].prefix { $0 != "." } : parts[0]
        return message("\(group)/\(parts[1]).\(kind)")
    }

    /// Kinds that every group has.
    private static let options: Set<String> = [
        "DeleteOptions", "CreateOptions", "UpdateOptions", "PatchOptions", "Status",
    ]
}
