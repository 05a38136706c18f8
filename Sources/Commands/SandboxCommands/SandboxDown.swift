import ArgumentParser
import Sandbox

/// `istioctl sandbox down`.
struct SandboxDown: Verb {
    static let configuration = CommandConfiguration(
        commandName: "down", abstract: "Stop the sandbox; its data stays.",
        discussion: """
            Examples:
              istioctl sandbox down
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var location: SandboxDirectoryOption

    func run(in world: World) async throws {
        let directory = try location.directory(world)
        let wasRunning = try await translatingSandboxErrors { try await SandboxControl.down(directory) }
        world.print(wasRunning ? "sandbox stopped" : "no sandbox was running")
    }
}
