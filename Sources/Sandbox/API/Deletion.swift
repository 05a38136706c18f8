import Schema
import YAML

/// The deletion of objects and of all that goes with them, within one transaction: objects that they own,
/// what is in a namespace, and namespaces that have become empty.
///
/// What has finalizers is only marked with the time of its deletion, and goes when the last of them is taken
/// away.
struct Deletion {
    enum Propagation: String, Sendable {
        case background = "Background"
        /// Owned objects go first. Since all go in one transaction, nobody sees the difference.
        case foreground = "Foreground"
        /// Owned objects stay, and lose their owner.
        case orphan = "Orphan"
    }

    /// How pods that run are given time to end.
    struct Grace: Sendable {
        /// Whether something runs pods here, which takes them away when they have ended.
        var isGiven = false
        /// In seconds; nil for the time that a pod asks for.
        var seconds: Int64?
    }

    private var waiting: [ObjectKey] = []
    private var grace = Grace()
    private let now = Node(Timestamp.text(Timestamp.now()))

    /// Deletes an object, or marks it. The last state in either case.
    static func delete(
        _ key: ObjectKey, expecting: StoreTransaction.Expectation, _ propagation: Propagation,
        grace: Grace = Grace(), in transaction: inout StoreTransaction
    ) throws -> StoredObject {
        guard let object = try transaction.current(key) else { throw StoreError.missing }
        guard expecting.revision ?? object.revision == object.revision,
            expecting.uid ?? object.uid == object.uid
        else { throw StoreError.conflict }
        var deletion = Deletion()
        deletion.grace = grace
        let last = try deletion.remove(object, propagation, in: &transaction)
        // What goes along has its own time.
        deletion.grace.seconds = nil
        try deletion.work(in: &transaction)
        return last
    }

    /// Takes away an object from which the last finalizer was taken.
    static func finish(_ object: StoredObject, grace: Grace = Grace(), in transaction: inout StoreTransaction)
        throws
    {
        var deletion = Deletion()
        deletion.grace = grace
        _ = try deletion.take(object, .background, in: &transaction)
        try deletion.work(in: &transaction)
    }

    /// Works off what was found on the way; a list instead of recursion, since owners may form long chains.
    private mutating func work(in transaction: inout StoreTransaction) throws {
        while let key = waiting.popLast() {
            guard let object = try transaction.current(key) else { continue }
            _ = try remove(object, .background, in: &transaction)
        }
    }

    private mutating func remove(
        _ object: StoredObject, _ propagation: Propagation, in transaction: inout StoreTransaction
    ) throws -> StoredObject {
        let node = try JSONReader.node(object.body)
        let isNamespace = object.key.group.isEmpty && object.key.plural == "namespaces"
        let hasFinalizers = node[["metadata", "finalizers"]]?.list?.isEmpty == false
        if isNamespace {
            for content in try transaction.inNamespace(object.key.name) {
                _ = try remove(content, .background, in: &transaction)
            }
        }
        let isFull = isNamespace ? try !transaction.inNamespace(object.key.name).isEmpty : false
        if let ending = try endsLater(object, node, in: &transaction) { return ending }
        guard hasFinalizers || isFull else { return try take(object, propagation, in: &transaction) }
        guard node[["metadata", "deletionTimestamp"]] == nil else { return object }
        var marked = node
        marked.set(path: ["metadata", "deletionTimestamp"], now)
        marked.set(path: ["metadata", "deletionGracePeriodSeconds"], 0)
        if isNamespace { marked.set(path: ["status", "phase"], "Terminating") }
        return try transaction.replace(object.key, expecting: .init(), body: StoredObject.body(of: marked))
    }

    /// A pod that runs gets a time at which it must have ended; nil for what goes at once.
    private func endsLater(_ object: StoredObject, _ node: Node, in transaction: inout StoreTransaction)
        throws
        -> StoredObject?
    {
        guard grace.isGiven, object.key.group.isEmpty, object.key.plural == "pods",
            node[["status", "containerStatuses"]]?.list?.contains(where: { $0[["state", "running"]] != nil })
                ?? false
        else { return nil }
        let asked = grace.seconds ?? node[["spec", "terminationGracePeriodSeconds"]]?.int ?? 30
        guard asked > 0 else { return nil }
        // A second deletion can shorten the time only.
        if let left = node[["metadata", "deletionGracePeriodSeconds"]]?.int, node.isEnding, left <= asked {
            return object
        }
        var marked = node
        let end = Timestamp.now().addingReportingOverflow(asked)
        marked.set(
            path: ["metadata", "deletionTimestamp"],
            Node(Timestamp.text(end.overflow ? .max : end.partialValue)))
        marked.set(path: ["metadata", "deletionGracePeriodSeconds"], Node(asked))
        return try transaction.replace(object.key, expecting: .init(), body: StoredObject.body(of: marked))
    }

    private mutating func take(
        _ object: StoredObject, _ propagation: Propagation, in transaction: inout StoreTransaction
    ) throws -> StoredObject {
        let dependents = try transaction.dependents(of: object.uid)
        let last = try transaction.delete(object.key, expecting: .init())
        for dependent in dependents {
            try release(dependent, from: object.uid, propagation, in: &transaction)
        }
        try closeNamespace(of: object.key, in: &transaction)
        return last
    }

    /// What had several owners stays with the others.
    private mutating func release(
        _ dependent: StoredObject, from owner: String, _ propagation: Propagation,
        in transaction: inout StoreTransaction
    ) throws {
        var node = try JSONReader.node(dependent.body)
        let references = node[["metadata", "ownerReferences"]]?.list ?? []
        let others = references.filter { $0["uid"]?.string != owner }
        if others.isEmpty, propagation != .orphan { return waiting.append(dependent.key) }
        node.set(path: ["metadata", "ownerReferences"], others.isEmpty ? nil : Node(others))
        _ = try transaction.replace(dependent.key, expecting: .init(), body: StoredObject.body(of: node))
    }

    /// The last object of a namespace that is being deleted takes it along.
    private mutating func closeNamespace(of key: ObjectKey, in transaction: inout StoreTransaction) throws {
        guard !key.namespace.isEmpty else { return }
        let place = ObjectKey(group: "", plural: "namespaces", namespace: "", name: key.namespace)
        guard let namespace = try transaction.current(place), try Self.isEnding(namespace) else { return }
        waiting.append(place)
    }

    /// Whether an object waits for its finalizers.
    static func isEnding(_ object: StoredObject) throws -> Bool {
        // Most objects are not, and this is asked of the namespace at every creation.
        guard object.body.contains(#""deletionTimestamp""#, rare: 9) else { return false }
        return try JSONReader.node(object.body)[["metadata", "deletionTimestamp"]]?.string != nil
    }
}
