import ArgumentParser
import Diagnostics
import Kubernetes
import YAML

/// `istioctl context-create`, as 0.7.1 has it.
struct ContextCreate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "context-create",
        abstract: "Write a kubeconfig context for an API server that needs no credentials.",
        discussion: """
            The file that --kubeconfig or $KUBECONFIG names is changed, everything else in it is kept, \
            and the new context becomes the current one. Its name is istio unless --context gives another.

            Examples:
              istioctl context-create --api-server http://127.0.0.1:8080
              istioctl context-create --api-server https://mesh.example:6443 --context mesh -c mesh.config
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "Address of the API server, such as http://127.0.0.1:8080.") var apiServer: String?

    func run(in world: World) async throws {
        guard let text = apiServer, !text.isEmpty else {
            throw Failure.usage(
                "--api-server is missing: the address of the API server, such as http://127.0.0.1:8080")
        }
        let address = try Self.address(text)
        let name = global.connection.context ?? "istio"
        guard !name.isEmpty else { throw Failure.usage("--context is empty: give the context a name") }
        var edit = try KubeconfigEdit(try path(world), world.environment.files)
        let previous = edit.previousContext
        edit.use(name, cluster: ["server": Node(address)])
        try edit.write(world.environment.files)
        if let previous, !previous.isEmpty, previous != name {
            world.print("kubeconfig context switched to \"\(name.escapingControls)\"")
        }
        world.print("Context created")
    }

    /// The address with its scheme in lower case. It must name a scheme and a host.
    private static func address(_ text: String) throws -> String {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
            throw Failure.usage(
                "--api-server \"\(text)\" has no scheme: write http://\(text) or https://\(text)")
        }
        do {
            _ = try ServerURL.parse(text)
        } catch {
            let reason = (error as? ServerURL.Problem)?.reason ?? "\(error)"
            throw Failure.usage("--api-server \"\(text)\" is not the address of a server: \(reason)")
        }
        return text[..<colon].lowercased() + text[colon...]
    }

    /// The flag's file, else the first of `KUBECONFIG`, else the one in the home directory.
    private func path(_ world: World) throws -> String {
        if let path = global.connection.kubeconfig, !path.isEmpty { return path }
        if let first = world.variable("KUBECONFIG")?.split(separator: ":").first { return String(first) }
        guard let home = world.environment.homeDirectory else {
            throw Failure("no home directory to write a kubeconfig to; name a file with --kubeconfig")
        }
        return "\(home)/.kube/config"
    }
}
