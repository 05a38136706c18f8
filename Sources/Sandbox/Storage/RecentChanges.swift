import Synchronization

/// The last changes in memory, so that a hundred watches do not read the same rows a hundred times. Who lags
/// further behind reads the database.
final class RecentChanges: Sendable {
    /// The most changes that are kept.
    private let count: Int
    /// The most bytes of objects that are kept.
    static let bytes = 4 << 20

    private struct State {
        /// In the order of revisions; those before `first` are gone already.
        var changes: [StoredChange] = []
        var first = 0
        var bytes = 0
        /// Changes after this revision and up to `upTo` are all here.
        var after: Int64
        var upTo: Int64
        /// The last change of each type that has had one since the start.
        var lastOf: [TypeName: Int64] = [:]
    }

    private struct TypeName: Hashable {
        let group: String
        let plural: String
    }

    private let state: Mutex<State>
    private let start: Int64

    /// `revision` is that of the database now.
    init(revision: Int64, count: Int) {
        self.count = count
        start = revision
        state = Mutex(State(after: revision, upTo: revision))
    }

    /// Takes in what a transaction wrote, once it is on disk.
    func append(_ changes: [StoredChange], upTo revision: Int64) {
        state.withLock { state in
            state.changes += changes
            state.bytes += changes.reduce(0) { $0 + $1.size }
            for change in changes {
                let key = change.object.key
                state.lastOf[TypeName(group: key.group, plural: key.plural)] = change.object.revision
            }
            state.upTo = revision
            while state.changes.count - state.first > count || state.bytes > Self.bytes,
                state.first < state.changes.count
            {
                state.bytes -= state.changes[state.first].size
                state.after = state.changes[state.first].object.revision
                state.first += 1
            }
            // One move of the rest for many that go; those that went hold their objects until then.
            guard state.first * 4 > state.changes.count else { return }
            state.changes.removeFirst(state.first)
            state.first = 0
        }
    }

    /// Changes of a type after a revision, and the revision up to which nothing was left out; nil when they
    /// are not all here.
    func changes(_ scope: StateQuery.Scope, after revision: Int64, limit: Int, bytes: Int)
        -> (changes: [StoredChange], upTo: Int64)?
    {
        state.withLock { state in
            guard revision >= state.after else { return nil }
            var found: [StoredChange] = []
            var size = 0
            for change in state.changes[Self.firstIndex(after: revision, in: state)...]
            where scope.contains(change.object.key) {
                found.append(change)
                size += change.size
                if found.count >= limit || size >= bytes { return (found, change.object.revision) }
            }
            return (found, max(state.upTo, revision))
        }
    }

    /// The last revision at which objects of a type may have changed.
    func lastChange(group: String, plural: String) -> Int64 {
        let type = TypeName(group: group, plural: plural)
        return state.withLock { $0.lastOf[type] ?? start }
    }

    private static func firstIndex(after revision: Int64, in state: State) -> Int {
        var (low, high) = (state.first, state.changes.count)
        while low < high {
            let middle = (low + high) / 2
            if state.changes[middle].object.revision <= revision { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension StoredChange {
    /// About what it takes in memory, in bytes.
    var size: Int { 256 + object.body.count + (previousBody?.count ?? 0) }
}

extension StateQuery.Scope {
    func contains(_ key: ObjectKey) -> Bool {
        key.plural == plural && key.group == group && (namespace == nil || namespace == key.namespace)
    }
}
