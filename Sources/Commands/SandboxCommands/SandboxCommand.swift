import ArgumentParser
import Kubernetes
import Sandbox

/// `istioctl sandbox`: the group of commands about the embedded API server.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox", abstract: "Run an embedded Kubernetes-style API server to try things in.",
        discussion: """
            The sandbox listens on 127.0.0.1 with TLS and a bearer token, and keeps its objects on disk. \
            It is used by all \
            commands when no kubeconfig names a cluster; kubectl works against it too.

            Examples:
              istioctl sandbox up --detach
              export KUBECONFIG=$(istioctl sandbox kubeconfig)
              kubectl get virtualservices
              istioctl sandbox down
            """,
        subcommands: [
            SandboxUp.self, SandboxStatusCommand.self, SandboxKubeconfig.self, SandboxDown.self,
            SandboxReset.self, SandboxStandIn.self,
        ])
}

/// Which sandbox: where its data is.
struct SandboxDirectoryOption: ParsableArguments {
    @Option(
        help:
            "Directory of the sandbox's data; $XDG_DATA_HOME/istioctl/sandbox or ~/.local/share/istioctl/sandbox unless given.",
        completion: .directory)
    var dataDir: String?

    func directory(_ world: World) throws -> SandboxDirectory {
        if let dataDir, !dataDir.isEmpty { return SandboxDirectory(dataDir) }
        guard let standard = SandboxDirectory.standard(environment: world.environment.variables) else {
            throw Failure("no home directory for the sandbox's data; name one with --data-dir")
        }
        return standard
    }
}

/// Runs a body and says in the words of a failure what the sandbox could not do.
func translatingSandboxErrors<T>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let error as SandboxError {
        throw Failure(error.description)
    } catch let error as StoreError {
        throw Failure("\(error)")
    }
}
