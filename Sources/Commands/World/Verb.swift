import ArgumentParser

/// A command whose work needs nothing but a `World`.
protocol Verb: AsyncParsableCommand {
    func run(in world: World) async throws
}

extension Verb {
    func run() async throws { try await run(in: .live()) }
}
