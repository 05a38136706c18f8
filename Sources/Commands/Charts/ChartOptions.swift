import ArgumentParser
import Chart
import Template

/// The flags of `helm template`: for what release and cluster a chart is rendered, and what is shown of it.
struct ChartOptions: ParsableArguments {
    @OptionGroup var values: ChartValueOptions

    @Option(help: "Set .Capabilities.KubeVersion.") var kubeVersion: String?
    @Option(name: [.customShort("a"), .long], help: "Also list these API versions in .Capabilities.")
    var apiVersions: [String] = []
    @Flag(help: "Set .Release.IsUpgrade instead of .Release.IsInstall.") var isUpgrade = false
    @Option(help: "A template that makes the release's name.") var nameTemplate: String?
    @Flag(help: "Do not hold the values against the charts' schemas.") var skipSchemaValidation = false

    @Flag(help: "Show the definitions below crds/ too.") var includeCrds = false
    /// Helm's templates have no use for it either.
    @Flag(help: .private) var skipCrds = false
    @Flag(help: "Do not show hooks.") var noHooks = false
    @Flag(help: "Do not show tests.") var skipTests = false
    @Option(name: [.customShort("s"), .long], help: "Show only what these templates make; may be repeated.")
    var showOnly: [String] = []
    @Option(help: "Write files below this folder instead of to standard output.", completion: .directory)
    var outputDir: String?
    @Flag(help: "Below --output-dir, make a folder of the release's name.") var releaseName = false
    @Flag(help: "Show the release, hooks, manifests and notes, as helm install --dry-run=client does.")
    var notes = false

    func printing() -> ChartPrinter.Choices {
        ChartPrinter.Choices(
            definitions: includeCrds, hooks: !noHooks, tests: !skipTests, only: showOnly,
            folder: outputDir, usesReleaseName: releaseName)
    }

    func rendering(
        _ name: String?, namespace: String, _ surroundings: Surroundings
    ) throws -> ChartRendering {
        let release = HelmRelease(
            name: try releaseName(name, surroundings), namespace: namespace, isUpgrade: isUpgrade)
        var rendering = ChartRendering(
            release: release, capabilities: try capabilities(), surroundings: surroundings)
        rendering.checksSchemas = !skipSchemaValidation
        return rendering
    }

    private func capabilities() throws -> HelmCapabilities {
        var capabilities = HelmCapabilities()
        if let kubeVersion {
            do throws(FunctionError) {
                capabilities.kubernetes = "v\(try SemanticVersion(kubeVersion).description)"
            } catch {
                throw Failure("invalid kube version '\(kubeVersion)': \(error.message)")
            }
        }
        capabilities.apiVersions += apiVersions.flatMap { $0.split(separator: ",").map(String.init) }
        return capabilities
    }

    private func releaseName(_ name: String?, _ surroundings: Surroundings) throws -> String {
        guard let nameTemplate else { return name ?? "release-name" }
        if name != nil { throw Failure.usage("cannot set --name-template and also specify a name") }
        do {
            let text = try TemplateDialect.helm.render(
                "name-template", Text(nameTemplate), .null, surroundings: surroundings)
            return String(decoding: text, as: UTF8.self)
        } catch {
            throw Failure(error.message)
        }
    }
}
