import Kubernetes
import Sandbox
import Schema
import YAML

/// The fields that this program owns because it created or replaced an object, and not because it applied
/// it. `apply` adopts them: the user's file is meant to decide about them.
struct OwnFields: Sendable {
    private let manager: String

    init(_ manager: String) { self.manager = manager }

    private func isOwnUpdate(_ entry: Node) -> Bool {
        entry["manager"]?.string == manager && entry["operation"]?.string == "Update"
            && (entry["subresource"]?.string ?? "").isEmpty
    }

    private func owners(_ object: Node?) -> [Node] { object?[["metadata", "managedFields"]]?.list ?? [] }

    /// Whether an object has such fields.
    func areUpdates(in object: Node) -> Bool { owners(object).contains(where: isOwnUpdate) }

    /// Whether nobody else has a part in a conflict.
    func areAll(of error: ClusterError) -> Bool {
        guard case .status(let status) = error, status.code == 409 else { return false }
        let causes = status.body?["details"]?["causes"]?.list ?? []
        let texts = causes.isEmpty ? Self.parties(status.message) : causes.map { $0["message"]?.string ?? "" }
        let ours = "conflict with \"\(manager)\""
        return !texts.isEmpty && texts.allSatisfy { $0 == ours || $0.hasPrefix(ours + " using ") }
    }

    /// Who has a part in a conflict of which only the sentence is known, as kubectl passes it on: after the
    /// number of conflicts `conflict with "a" using v1: .spec.x`, or for each party a line
    /// `conflicts with "a" using v1:` with lines `- .spec.x` below.
    private static func parties(_ message: String) -> [String] {
        guard message.hasPrefix("Apply failed with "), let colon = message.firstIndex(of: ":") else {
            return []
        }
        return message[colon...].dropFirst(2).split(separator: "\n").filter { !$0.hasPrefix("- ") }.map {
            line in
            let one =
                line.hasPrefix("conflicts ") ? "conflict " + line.dropFirst("conflicts ".count) : line[...]
            // The name of a manager may hold anything, so the end is looked for behind it.
            guard let end = one.lastIndex(of: ":") else { return String(one) }
            return String(one[..<end])
        }
    }

    /// The owners of an object after the fields are adopted; nil when there are none to adopt.
    func adopted(in object: Node) -> Node? {
        let all = owners(object)
        let updates = all.filter(isOwnUpdate)
        guard let first = updates.first else { return nil }
        func isOwnApply(_ entry: Node) -> Bool {
            entry["manager"]?.string == manager && entry["operation"]?.string == "Apply"
        }
        let base = all.first(where: isOwnApply) ?? first.setting("operation", "Apply")
        let fields = updates.reduce(tree(base)) { $0.union(tree($1)) }
        let rest = all.filter { !isOwnUpdate($0) && !isOwnApply($0) }
        return Node([base.setting("fieldsV1", fields.fieldsV1)] + rest)
    }

    /// A dry run cannot adopt: this takes away from its result what would be gone after it.
    func withoutStale(_ result: Node, _ live: Node?, _ kind: Kind) -> Node {
        let stale = owners(live).filter(isOwnUpdate).reduce(FieldTree()) { $0.union(tree($1)) }
        if stale.isEmpty || owners(result).isEmpty { return result }
        let kept = owners(result).filter { !isOwnUpdate($0) }.reduce(FieldTree()) { $0.union(tree($1)) }
        return result.removing(stale.subtracting(kept.withParents), FieldLayout(kind))
    }

    private func tree(_ entry: Node) -> FieldTree {
        FieldTree(fieldsV1: entry["fieldsV1"] ?? .emptyMap) ?? FieldTree()
    }
}
