/// Work on many things, some at a time.
enum Waves {
    /// The results in the order of the things; the first error ends the rest.
    static func run<Thing: Sendable, Outcome: Sendable>(
        _ things: [Thing], width: Int, _ work: @escaping @Sendable (Thing) async throws -> Outcome
    ) async throws -> [Outcome] {
        var results: [Outcome?] = Array(repeating: nil, count: things.count)
        try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            for (at, thing) in things.enumerated() {
                if at >= width, let (done, outcome) = try await group.next() { results[done] = outcome }
                group.addTask { (at, try await work(thing)) }
            }
            for try await (done, outcome) in group { results[done] = outcome }
        }
        return results.compactMap(\.self)
    }
}
