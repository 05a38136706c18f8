import Kubernetes

/// The user's browser.
enum Browser {
    #if os(Linux)
        private static let opener = "xdg-open"
    #else
        private static let opener = "open"
    #endif

    /// Opens an address; a machine without a browser is none to fail on.
    static func open(_ address: String, in world: World) async {
        var command = ProcessCommand(opener, [address], environment: world.environment.variables)
        command.timeout = .seconds(10)
        do {
            _ = try await world.environment.processes.run(command)
        } catch {
            world.note("no browser could be opened (\(opener)); open \(address) yourself")
        }
    }
}
