import Synchronization

/// Tells watches that something was written. It carries no changes: a watch reads them from the store at its
/// own pace, so a slow one costs no memory.
package final class ChangeSignal: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    /// Ends when the store closes. Several changes may come as one element.
    package func listen() -> AsyncStream<Void> { register().0 }

    private func register() -> (AsyncStream<Void>, AsyncStream<Void>.Continuation) {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state -> Int? in
            guard !state.isFinished else { return nil }
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        guard let id else {
            continuation.finish()
            return (stream, continuation)
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.listeners.removeValue(forKey: id) }
        }
        return (stream, continuation)
    }

    /// As `listen`, with an element at least every `interval`, the last one not before `end`, so that clocks
    /// are looked at too. However late this task gets its turn, the element that tells of the end comes.
    package func listen(ticking interval: Duration, until end: ContinuousClock.Instant) -> AsyncStream<Void> {
        let (stream, continuation) = register()
        Task {
            var isOver = false
            while !isOver {
                try await Task.sleep(until: min(.now + interval, end), clock: .continuous)
                isOver = ContinuousClock.now >= end
                if case .terminated = continuation.yield() { return }
            }
        }
        return stream
    }

    package func notify() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
    }

    /// Ends every watch, now and later.
    package func finish() {
        let listeners = state.withLock { state in
            state.isFinished = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }
}
