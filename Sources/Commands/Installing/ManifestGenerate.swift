import ArgumentParser
import Installation
import YAML

/// `istioctl manifest`: what an installation consists of, without a cluster.
struct ManifestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest", abstract: "Work out the objects of an installation.",
        subcommands: [
            ManifestGenerate.self, ManifestDiff.self, ManifestImages.self, ManifestTranslate.self,
            ManifestCharts.self, Install.self,
        ])
}

/// `istioctl manifest generate`.
struct ManifestGenerate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Print the objects of an installation.",
        discussion: """
            Profile, files and flags are put together, each over those before it; the charts of the \
            components that are on are rendered; and what the IstioOperator says of Kubernetes' own settings \
            is laid over the result. Objects come in the order of installation.

            Examples:
              istioctl manifest generate --manifests istio-1.30.3/manifests > istio.yaml
              istioctl manifest generate -f mesh.yaml --set meshConfig.accessLogFile=/dev/stdout -d manifests
              istioctl manifest generate --profile ambient --component Ztunnel -d manifests
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(help: "Only this component: \(Component.all.map(\.name).joined(separator: ", ")).")
    var component: [String] = []
    @Option(help: "Write a file for each component below this folder.", completion: .directory)
    var outputDir: String?
    @Flag(help: "Ask the cluster for its version, and set what its platform needs.")
    var clusterSpecific = false
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let chosen = try components()
        let platform = clusterSpecific ? try await ClusterPlatform(world, global) : ClusterPlatform()
        let settings = try installation.request.settings(in: world, global, detected: platform.settings)
        let manifest = try InstallationManifest(
            settings, try ChartSource(installation.manifests, in: world), kubernetes: platform.version,
            in: world)
        let parts = manifest.parts.filter { chosen.contains($0.component) }
        guard let outputDir else {
            return world.output.write(InstallationManifest.text(parts.flatMap(\.objects)))
        }
        for component in Component.all {
            let objects = parts.filter { $0.component == component }.flatMap(\.objects)
            if objects.isEmpty { continue }
            let path = "\(outputDir)/\(component.name).yaml"
            do {
                try world.environment.files.publish(path, Array(InstallationManifest.text(objects).utf8))
            } catch {
                throw Failure("\(path): \(error.reason)")
            }
            world.print("wrote \(path)")
        }
    }

    private func components() throws -> [Component] {
        if component.isEmpty { return Component.all }
        return try component.flatMap { $0.split(separator: ",") }.map { name in
            guard let found = Component.all.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                let names = Component.all.map(\.name).joined(separator: ", ")
                throw Failure.usage("there is no component \"\(name)\"; there are \(names)")
            }
            return found
        }
    }
}
