import Synchronization

/// What is made of all objects of a type, kept until one of them changes: for what every request asks and
/// people seldom write.
final class TypeCache<Made: Sendable>: Sendable {
    private let scope: StateQuery.Scope
    private let make: @Sendable ([StoredObject]) throws -> Made
    private let known = Mutex<(revision: Int64, made: Made)?>(nil)

    init(
        group: String, plural: String, _ make: @escaping @Sendable ([StoredObject]) throws -> Made
    ) {
        scope = StateQuery.Scope(group: group, plural: plural, namespace: nil)
        self.make = make
    }

    /// As of now: whoever was told that a write is done sees it here.
    func value(in store: SandboxStore) throws -> Made {
        // Before the objects are read: what changes meanwhile is read again next time.
        let revision = store.lastChange(group: scope.group, plural: scope.plural)
        if let known = known.withLock({ $0 }), known.revision == revision { return known.made }
        let made = try make(try store.page(scope).objects)
        known.withLock { $0 = (revision, made) }
        return made
    }
}
