import ArgumentParser
import Kubernetes
import YAML

/// `istioctl version`.
struct Version: Verb {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Print the versions of client, control plane and data plane.",
        discussion: """
            Without a cluster only the client's version is printed.

            Examples:
              istioctl version
              istioctl version --remote=false --short
              istioctl version -o json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case json, yaml }

    @OptionGroup var global: GlobalOptions
    @Flag(inversion: .prefixedNo, help: "Ask the cluster too.") var remote = true
    @Flag(name: .shortAndLong, help: "One line, the client's version only with --remote=false.") var short =
        false
    @Option(name: .shortAndLong, help: "json or yaml.") var output: Format?

    func run(in world: World) async throws {
        var mesh = MeshVersions()
        var failure: ClusterError?
        _ = try world.transport(global.connection)
        if remote {
            do {
                if try world.configuration(global.connection) != nil {
                    mesh = try await MeshVersions(
                        asking: world.connect(global).cluster, world.controlPlaneNamespace(global))
                }
            } catch let error as ClusterError {
                failure = error
            }
        }
        switch output {
        case .json: world.output.write(JSONWriter.text(document(mesh), style: .pretty) + "\n")
        case .yaml: world.output.write(YAMLWriter.text(document(mesh)))
        case nil: printText(mesh, world)
        }
        guard let failure else { return }
        world.note("note: the cluster's versions are not known: \(failure.failure.message ?? "no answer")")
        // A configuration that cannot be used is the business of other commands; a silent cluster is this
        // one's.
        if failure.failure.code == .unavailable { throw Failure(reported: .unavailable) }
    }

    private func printText(_ mesh: MeshVersions, _ world: World) {
        if short && mesh.isEmpty { return world.print(Build.version) }
        world.print("client version: \(Build.version)")
        if !short { world.print("known generations of Istio: \(Build.generations.joined(separator: ", "))") }
        for line in mesh.lines { world.print(line) }
    }

    private func document(_ mesh: MeshVersions) -> Node {
        var result: Node = [
            "clientVersion": [
                "version": Node(Build.version), "generations": Node(Build.generations.map { Node($0) }),
            ]
        ]
        if !mesh.controlPlane.isEmpty {
            result.set(
                "meshVersion",
                Node(mesh.controlPlane.map { ["Component": "pilot", "Info": ["version": Node($0)]] }))
        }
        if !mesh.dataPlane.isEmpty {
            let proxies = mesh.dataPlane.map {
                ["ID": Node($0.id), "IstioVersion": Node($0.version)] as Node
            }
            result.set("dataPlaneVersion", Node(proxies))
        }
        return result
    }
}
