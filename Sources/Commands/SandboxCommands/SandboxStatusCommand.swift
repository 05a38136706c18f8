import ArgumentParser
import Sandbox
import YAML

/// `istioctl sandbox status`.
struct SandboxStatusCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell whether the sandbox runs, where, and since when.",
        discussion: """
            The exit status is 0 when it runs and 1 when it does not.

            Examples:
              istioctl sandbox status
              istioctl sandbox status -o json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, yaml }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var location: SandboxDirectoryOption
    @Option(name: .shortAndLong, help: "text, json or yaml.") var output = Format.text

    func run(in world: World) async throws {
        let directory = try location.directory(world)
        let status = SandboxControl.status(directory)
        switch output {
        case .text: world.print(sentence(status, world))
        case .json: world.output.write(JSONWriter.text(document(status, directory), style: .pretty) + "\n")
        case .yaml: world.output.write(YAMLWriter.text(document(status, directory)))
        }
        guard case .running = status else { throw Failure.reported }
    }

    private func sentence(_ status: SandboxStatus, _ world: World) -> String {
        switch status {
        case .running(let state):
            "running: \(state.server), process \(state.pid), for \(max(0, world.now() - state.started))s"
        case .changing: "starting or stopping"
        case .stopped(let hasData): hasData ? "stopped; its data is kept" : "stopped; no data"
        }
    }

    private func document(_ status: SandboxStatus, _ directory: SandboxDirectory) -> Node {
        var result: Node = ["dataDirectory": Node(directory.path)]
        switch status {
        case .running(let state):
            result.set("state", "running")
            result.set("server", Node(state.server))
            result.set("pid", Node(state.pid))
            result.set("started", Node(state.started))
            result.set("kubeconfig", Node(directory.kubeconfig))
        case .changing: result.set("state", "changing")
        case .stopped: result.set("state", "stopped")
        }
        return result
    }
}
