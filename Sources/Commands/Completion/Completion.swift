import ArgumentParser

/// `istioctl completion`.
struct Completion: Verb {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "Print the completion script of a shell.",
        discussion: """
            The scripts ask istioctl itself at each press of the key, so they never go stale.

            Examples:
              source <(istioctl completion bash)
              istioctl completion zsh > "${fpath[1]}/_istioctl"
              istioctl completion fish > ~/.config/fish/completions/istioctl.fish
            """)

    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    @OptionGroup var global: GlobalOptions
    @Argument(help: "bash, zsh or fish.") var shell: Shell

    func run(in world: World) async throws {
        switch shell {
        case .bash: world.output.write(CompletionScript.bash)
        case .zsh: world.output.write(CompletionScript.zsh)
        case .fish: world.output.write(CompletionScript.fish)
        }
    }
}

extension Completion: ArgumentCompleting {
    static func completion(after arguments: [String]) -> CompletionSource {
        arguments.isEmpty ? .words(Shell.allCases.map(\.rawValue)) : .nothing
    }
}
