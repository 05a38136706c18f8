import Synchronization

/// Objects that wait for a controller, each once, in the order in which they came.
final class WorkQueue: Sendable {
    private struct State {
        var keys: [ObjectKey] = []
        var known: Set<ObjectKey> = []
        /// How often in a row an object has failed.
        var failures: [ObjectKey: Int] = [:]
        /// When to look at an object again.
        var later: [ObjectKey: ContinuousClock.Instant] = [:]
    }

    private let state = Mutex(State())
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    /// The wait after the first failure of an object, which doubles with each to the longest.
    private static let shortest = Duration.milliseconds(50)
    private static let longest = Duration.seconds(30)

    init() { (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func add(_ key: ObjectKey) {
        let isNew = state.withLock { state in
            state.later[key] = nil
            guard state.known.insert(key).inserted else { return false }
            state.keys.append(key)
            return true
        }
        if isNew { wake.yield() }
    }

    /// Adds it when the time has passed, if it does not come by itself before.
    func add(_ key: ObjectKey, after time: Duration) {
        state.withLock { state in
            let at = ContinuousClock.now + time
            state.later[key] = min(state.later[key] ?? at, at)
        }
        wake.yield()
    }

    /// Tries it again, later each time.
    func retry(_ key: ObjectKey) {
        let count = state.withLock { state in
            let count = state.failures[key] ?? 0
            state.failures[key] = count + 1
            return count
        }
        add(key, after: min(Self.longest, Self.shortest * (1 << min(count, 12))))
    }

    func succeeded(_ key: ObjectKey) { state.withLock { _ = $0.failures.removeValue(forKey: key) } }

    func finish() { wake.finish() }

    /// The next one; nil when the queue is finished or the task cancelled.
    func next() async -> ObjectKey? {
        while !Task.isCancelled {
            let (key, wait) = take()
            if let key { return key }
            guard await sleep(atMost: wait) else { return nil }
        }
        return nil
    }

    private func take() -> (ObjectKey?, Duration?) {
        state.withLock { state in
            let now = ContinuousClock.now
            for (key, at) in state.later where at <= now {
                state.later[key] = nil
                if state.known.insert(key).inserted { state.keys.append(key) }
            }
            guard !state.keys.isEmpty else { return (nil, state.later.values.min().map { $0 - now }) }
            let key = state.keys.removeFirst()
            state.known.remove(key)
            return (key, nil)
        }
    }

    /// Until something is added, or the time has passed; whether the queue goes on.
    private func sleep(atMost time: Duration?) async -> Bool {
        let timer = time.map { time in
            Task {
                try await Task.sleep(for: time)
                wake.yield()
            }
        }
        defer { timer?.cancel() }
        var wakes = wakes.makeAsyncIterator()
        return await wakes.next() != nil
    }
}
