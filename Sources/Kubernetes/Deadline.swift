/// Ends work that takes too long.
package enum Deadline {
    /// Runs `work`; after `limit` it is cancelled and `error` thrown. Nil waits without end.
    package static func run<Result: Sendable>(
        _ limit: Duration?, orThrow error: some Error, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        guard let limit else { return try await work() }
        return try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                throw error
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw error }
            return first
        }
    }
}
