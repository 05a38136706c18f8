import ArgumentParser
import Sandbox

/// `istioctl sandbox reset`.
struct SandboxReset: Verb {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Remove all data of the sandbox.",
        discussion: """
            A running sandbox is stopped first only with --force.

            Examples:
              istioctl sandbox down && istioctl sandbox reset
              istioctl sandbox reset --force
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var location: SandboxDirectoryOption
    @Flag(help: "Stop a running sandbox first.") var force = false

    func run(in world: World) async throws {
        let directory = try location.directory(world)
        try await translatingSandboxErrors { try await SandboxControl.reset(directory, isForced: force) }
        world.print("sandbox removed: \(directory.path)")
    }
}
