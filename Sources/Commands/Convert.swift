import ArgumentParser
import Conversion
import Diagnostics
import FoundationEssentials
import YAML

/// Turns rules of 0.7.1 and of older versions of today's API into those of today.
struct Convert: Verb {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convert rules of Istio 0.7.1 and of today to Istio 1.30, the Gateway API or Linkerd.",
        discussion: """
            All files are converted together: rules for one host become one virtual service. The result goes \
            to standard output; what was changed or dropped, and why, to standard error. Objects of other \
            kinds are passed on as they are, so that the result can be applied whole.

            With Services in the input, callers and targets that 0.7.1 named by service are found by the \
            labels of their pods; without, by the label app.

            Examples:
              istioctl convert -f rules/ -R
              istioctl convert -f rules/ -R --to gateway-api
              istioctl convert -f rules.yaml --report report.json | kubectl apply -f -
              kubectl get routerules,services -A -o yaml | istioctl convert -f -
            """,
        aliases: ["convert-networking-config"])

    @Argument(help: ArgumentHelp("Files and directories, as with -f.", valueName: "file"))
    var paths: [String] = []

    @OptionGroup var files: FileOptions
    @Option(name: .shortAndLong, help: "Output format: yaml or json.") var output = ManifestFormat.yaml
    @Option(help: "What to convert to: \(ConversionTarget.names).") var to = ConversionTarget.today
    @Option(help: "Write each object to a file of its own in this directory.", completion: .directory)
    var outputDir: String?
    @Option(
        help: """
            What to say about each field: text, json or none for standard error, or a file to write, JSON if \
            its name ends in .json; only losses unless given.
            """)
    var report: String?
    @Option(help: "What follows the namespace in full names of services.") var domain = "svc.cluster.local"
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        guard !(files.files + paths).isEmpty else {
            throw Failure.usage("say which files to convert, or - for standard input")
        }
        let sources = try files.sources(paths, in: world)
        let options = ConversionOptions(
            namespace: global.connection.namespace ?? world.variable("ISTIOCTL_NAMESPACE"), domain: domain,
            rootNamespace: world.controlPlaneNamespace(global))
        let documents = sources.flatMap { YAMLReader.documents(in: $0) }
        let converted = Conversion.convert(documents, to: to, options)
        world.errors.write(world.text(converted.diagnostics, of: sources, global.color, on: world.errors))
        if converted.diagnostics.hasErrors { throw Failure.invalidInput }
        try write(converted.objects, in: world)
        try tell(converted, in: world)
    }

    private func write(_ objects: [Node], in world: World) throws {
        guard let outputDir else {
            if !objects.isEmpty { world.output.write(output.text(objects)) }
            return
        }
        try? FileManager.default.createDirectory(atPath: outputDir, withIntermediateDirectories: true)
        var names: Set<String> = []
        for object in objects {
            var name = ManifestName.of(object)
            while !names.insert(name).inserted { name += "-again" }
            let path = "\(outputDir)/\(name).\(output.rawValue)"
            do {
                try world.environment.files.replace(path, with: Array(output.text([object]).utf8))
            } catch {
                throw Failure("write \(path): \(error.reason)")
            }
            world.note("wrote \(path.escapingControls)")
        }
    }

    private func tell(_ converted: Converted, in world: World) throws {
        switch report {
        case "none": return
        case "text": world.errors.write(OutcomeText.all(converted))
        case "json": world.note(json(converted))
        case nil: world.errors.write(OutcomeText.losses(converted))
        case let path?:
            let text = path.hasSuffix(".json") ? json(converted) + "\n" : OutcomeText.all(converted)
            do {
                try world.environment.files.replace(path, with: Array(text.utf8))
            } catch {
                throw Failure("write \(path): \(error.reason)")
            }
        }
    }

    private func json(_ converted: Converted) -> String {
        JSONWriter.text(OutcomeReport.node(converted, target: to), style: .pretty, escapesHTML: false)
    }
}

extension ConversionTarget: ExpressibleByArgument {
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
