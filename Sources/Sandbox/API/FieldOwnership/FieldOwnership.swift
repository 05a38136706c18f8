import Schema
import Validation
import YAML

/// Keeps account of who owns which fields while an object changes, as Kubernetes' server-side apply does.
struct FieldOwnership: Sendable {
    let kind: Kind
    let apiVersion: String
    /// When the change happens, as the API writes times.
    let time: String
    let layout: FieldLayout

    init(kind: Kind, apiVersion: String, time: String, schema: StructuralSchema? = nil) {
        self.kind = kind
        self.apiVersion = apiVersion
        self.time = time
        layout = FieldLayout(kind, schema: schema)
    }

    /// An object with its owners.
    struct Result: Sendable {
        var object: Node
        var managed: ManagedFields
    }

    /// Fields that somebody wants to apply, and others own with other values.
    struct Conflict: Error, Equatable, Sendable {
        struct Field: Equatable, Sendable {
            let path: String
            let manager: String
        }
        /// By manager, then by path.
        let fields: [Field]
    }

    /// The owners after an object was created, replaced or patched: what has changed is the writer's.
    func update(from old: Node?, to new: Node, by name: String, _ managed: ManagedFields) -> ManagedFields {
        let change = comparison(from: old, to: new)
        let manager = FieldManager.updating(name, apiVersion)
        let touched = change.added.union(change.modified)
        var result = managed
        result.take(touched.union(change.removed), fromAllBut: manager)
        let fields = result[manager].subtracting(change.removed).union(touched)
        result.set(fields, of: manager, in: apiVersion, at: time)
        result.join()
        return result
    }

    /// Lays what a manager wants over the object: fields that it wanted before and wants no more go, unless
    /// others own them too.
    ///
    /// Throws `Conflict` where others own what would change, unless it is forced.
    func apply(_ wanted: Node, over live: Node?, by name: String, isForced: Bool, _ managed: ManagedFields)
        throws(Conflict) -> Result
    {
        let manager = FieldManager.applying(name)
        var managed = managed
        if managed.entries.isEmpty, let live {
            let first = FieldManager.updating(Self.firstOwner, apiVersion)
            managed.set(fields(of: live), of: first, in: apiVersion, at: time)
        }
        let before = managed[manager]
        managed.set(fields(of: wanted), of: manager, in: apiVersion, at: time)
        let merged = StructuredMerge.merge(wanted, over: live, layout)
        let dropped = before.subtracting(managed.all.withParents)
        let object = merged.removing(dropped, layout)

        let change = comparison(from: live, to: object)
        let touched = change.added.union(change.modified)
        let conflict = Self.conflict(with: touched, for: manager, managed)
        if !isForced, !conflict.fields.isEmpty { throw conflict }
        managed.take(touched.union(change.removed), fromAllBut: manager)
        managed.join()
        return Result(object: object, managed: managed)
    }

    /// Who gets the fields of an object that was made before owners were kept account of.
    static let firstOwner = "before-first-apply"

    /// What a value says about fields that can be owned.
    func fields(of object: Node) -> FieldTree {
        let owned = Self.owned(object)
        return owned.map?.isEmpty == true ? FieldTree() : FieldTree(of: owned, layout)
    }

    private func comparison(from old: Node?, to new: Node) -> FieldComparison {
        let old = old.map(Self.owned) ?? .emptyMap
        var change = FieldComparison(from: old, to: Self.owned(new), layout)
        // Nobody owns the metadata as such.
        let metadata = PathElement.field("metadata")
        change.added[metadata]?.isMember = false
        change.removed[metadata]?.isMember = false
        return change
    }

    private static func conflict(
        with touched: FieldTree, for manager: FieldManager, _ managed: ManagedFields
    ) -> Conflict {
        let others = managed.entries.filter { $0.manager != manager }
            .sorted { ($0.manager.name, $0.manager.shown) < ($1.manager.name, $1.manager.shown) }
        return Conflict(
            fields: others.flatMap { entry in
                entry.fields.intersection(touched).paths.map {
                    Conflict.Field(path: $0, manager: entry.manager.shown)
                }
            })
    }

    /// The object without what no client owns: its identity, and what the server keeps.
    private static func owned(_ object: Node) -> Node {
        var entries: [Node.Entry] = []
        for entry in object.map ?? [] where entry.key != "apiVersion" && entry.key != "kind" {
            guard entry.key == "metadata" else {
                entries.append(entry)
                continue
            }
            let kept = (entry.value.map ?? []).filter { !identity.contains($0.key) }
            if !kept.isEmpty { entries.append(Node.Entry("metadata", Node(kept))) }
        }
        return Node(entries)
    }

    private static let identity: Set<String> = [
        "name", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "selfLink",
        "managedFields", "deletionTimestamp", "deletionGracePeriodSeconds", "clusterName",
    ]
}
