import ArgumentParser
import Sandbox

/// `istioctl sandbox kubeconfig`.
struct SandboxKubeconfig: Verb {
    static let configuration = CommandConfiguration(
        commandName: "kubeconfig", abstract: "Print the path of the kubeconfig that leads to the sandbox.",
        discussion: """
            Examples:
              export KUBECONFIG=$(istioctl sandbox kubeconfig)
              kubectl --kubeconfig "$(istioctl sandbox kubeconfig)" get virtualservices
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var location: SandboxDirectoryOption

    func run(in world: World) async throws {
        let directory = try location.directory(world)
        if case .stopped(hasData: false) = SandboxControl.status(directory) {
            throw Failure(
                "there is no sandbox in \(directory.path); start one with `istioctl sandbox up --detach`")
        }
        world.print(directory.kubeconfig)
    }
}
