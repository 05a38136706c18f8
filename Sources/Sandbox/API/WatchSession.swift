import Schema
import YAML

/// One watch: reads changes from the store when its client has taken the last ones, so that a slow client
/// costs a revision number and no memory.
actor WatchSession {
    private let store: SandboxStore
    private let target: APITarget
    private let query: ListQuery
    private let events: WatchEvents
    private let marksInitialEnd: Bool
    private let sendsBookmarks: Bool
    private let bookmarkInterval: Duration
    private let end: ContinuousClock.Instant
    private let slot: WatchSlot
    private let wakes: AsyncStream<Void>.Iterator
    private let wakeStream: AsyncStream<Void>

    /// Everything up to here was sent; nil before the first state.
    private var revision: Int64?
    /// What of the first state was sent, while it is: its revision and the last object.
    private var initial: (revision: Int64, after: (namespace: String, name: String))?

    /// The most objects of the first state that are in memory at once.
    private static let page = 500
    private var lastSent = ContinuousClock.now
    private var isOver = false

    init(
        store: SandboxStore, target: APITarget, query: ListQuery, table: TableWriter?,
        partial: PartialMetadata?,
        from revision: Int64?,
        marksInitialEnd: Bool, sendsBookmarks: Bool, bookmarkInterval: Duration, time: Duration,
        slot: WatchSlot
    ) {
        self.store = store
        self.target = target
        self.query = query
        events = WatchEvents(target: target, table: table, partial: partial)
        self.revision = revision
        self.marksInitialEnd = marksInitialEnd
        self.sendsBookmarks = sendsBookmarks
        self.bookmarkInterval = bookmarkInterval
        end = .now + time
        self.slot = slot
        wakeStream = store.changes.listen(ticking: min(bookmarkInterval, .seconds(1)), until: end)
        wakes = wakeStream.makeAsyncIterator()
    }

    /// The next lines; nil when the watch is over.
    func next() async -> [UInt8]? {
        while !isOver {
            do {
                if let lines = try step() { return lines }
            } catch StoreError.compacted(let oldest) {
                isOver = true
                return events.error(.tooOld(revision ?? 0, oldest: oldest))
            } catch let failure as APIFailure {
                isOver = true
                return events.error(failure)
            } catch {
                isOver = true
                return events.error(.internalError(error))
            }
            if isOver { break }
            var wakes = wakes
            if await wakes.next(isolation: self) == nil { isOver = true }
        }
        return nil
    }

    /// What there is to send now, if anything.
    private func step() throws -> [UInt8]? {
        guard let revision else { return try initialState() }
        let (changes, upTo) = try store.changes(target.scope, after: revision)
        self.revision = upTo
        let lines = try changes.flatMap { try events.lines(for: $0, query) }
        if !lines.isEmpty {
            lastSent = .now
            return lines
        }
        if ContinuousClock.now >= end {
            isOver = true
            return sendsBookmarks ? events.bookmark(upTo, endsInitial: false) : nil
        }
        guard sendsBookmarks, lastSent + bookmarkInterval <= .now else { return nil }
        lastSent = .now
        return events.bookmark(upTo, endsInitial: false)
    }

    /// The next page of the first state. A client so slow that its history is gone meanwhile begins anew.
    private func initialState() throws -> [UInt8]? {
        let page = try store.page(
            target.scope, at: initial?.revision, after: initial?.after, limit: Self.page)
        var lines: [UInt8] = []
        for object in page.objects where try query.matches(object) {
            lines += try events.line("ADDED", object)
        }
        if page.hasMore, let last = page.objects.last {
            initial = (page.revision, (last.key.namespace, last.key.name))
            return lines
        }
        initial = nil
        revision = page.revision
        if marksInitialEnd { lines += events.bookmark(page.revision, endsInitial: true) }
        return lines.isEmpty ? nil : lines
    }
}
