import ArgumentParser
import Sandbox

/// `istioctl sandbox up`.
struct SandboxUp: Verb {
    static let configuration = CommandConfiguration(
        commandName: "up", abstract: "Start the sandbox and serve until interrupted, or in the background.",
        discussion: """
            Examples:
              istioctl sandbox up
              istioctl sandbox up --detach --data-dir /tmp/mesh --port 6443
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var location: SandboxDirectoryOption
    @Option(help: "Port to listen on; the last one, or any free one unless given.") var port: Int?
    @Option(help: "Address to listen on; other than loopback only with --allow-remote.") var address =
        "127.0.0.1"
    @Flag(help: "Allow an address that other machines can reach.") var allowRemote = false
    @Flag(help: "Run pods' commands though other machines can reach the sandbox.") var allowCommands = false
    @Flag(name: .shortAndLong, help: "Return once it serves, and leave it running.") var detach = false

    func run(in world: World) async throws {
        var options = SandboxOptions(directory: try location.directory(world), port: port)
        if let port, !(1...65535).contains(port) { throw Failure.usage("--port \(port) is not in 1..65535") }
        options.address = address
        options.allowsOtherAddresses = allowRemote
        options.allowsCommands = allowCommands
        if allowRemote { world.warn("whoever reaches \(address) and has the token can change the sandbox") }
        let ready: @Sendable (SandboxState) -> Void = { [options] state in
            world.print("sandbox listening on \(state.server) (process \(state.pid))")
            world.note("export KUBECONFIG=\(options.directory.kubeconfig)")
        }
        try await translatingSandboxErrors {
            if detach {
                ready(try await SandboxControl.start(options))
            } else {
                try await SandboxControl.up(options, whenReady: ready)
            }
        }
    }
}
