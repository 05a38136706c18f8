import Dispatch

/// Work on all cores.
package enum Parallel {
    /// The results of so many pieces of work, in order.
    package static func results<T: Sendable>(_ count: Int, _ work: @Sendable (Int) -> [T]) -> [T] {
        withUnsafeTemporaryAllocation(of: [T].self, capacity: count) { parts in
            parts.initialize(repeating: [])
            defer { parts.deinitialize() }
            // Each iteration writes its own slot, and all have ended before the slots are read.
            nonisolated(unsafe) let slots = parts
            DispatchQueue.concurrentPerform(iterations: count) { slots[$0] = work($0) }
            return Array(parts.joined())
        }
    }
}
