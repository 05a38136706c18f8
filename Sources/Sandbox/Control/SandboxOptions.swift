/// How a sandbox is to be served.
package struct SandboxOptions: Sendable {
    package var directory: SandboxDirectory
    /// nil takes the port of the last run when it is free, so that kubeconfigs stay right, and else any free
    /// one.
    package var port: Int?
    package var address = "127.0.0.1"
    /// Addresses other than loopback are refused without this.
    package var allowsOtherAddresses = false

    /// Runs pods' commands though other machines can reach the sandbox.
    package var allowsCommands = false

    package init(directory: SandboxDirectory, port: Int? = nil) {
        self.directory = directory
        self.port = port
    }

    var isLoopback: Bool { address == "::1" || address == "localhost" || address.hasPrefix("127.") }
}
