@testable import Sandbox

extension Running {
    /// Serves a sandbox with its controllers and its node while `body` runs.
    static func withPods(_ body: @Sendable @escaping (Running) async throws -> Void) async throws {
        try await with { sandbox in
            let node = PodNode(
                sandbox.directory.pods, allowsCommands: true, server: "127.0.0.1:\(sandbox.state.port)")
            let controllers = StandardControllers(server: sandbox.api, node: node, authorityPEM: "authority")
            let control = Task { await controllers.run() }
            let result = await Result { try await body(sandbox) }
            control.cancel()
            await control.value
            try result.get()
        }
    }
}
