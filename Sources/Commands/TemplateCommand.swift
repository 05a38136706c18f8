import ArgumentParser
import Chart
import Template
import YAML

/// `istioctl experimental template`: renders a Helm chart, or one template of Go's kind.
struct TemplateCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Render a Helm chart, or one template of Go's kind.",
        usage: """
            istioctl experimental template CHART [NAME] [-f FILE] [--set PATH=VALUE] [<options>]
            istioctl experimental template --text FILE [--data FILE] [--functions helm] [<options>]
            """,
        discussion: """
            A chart is a folder or an archive. It is rendered as helm template does, with its flags: same \
            documents, same order. There is no cluster to look things up in.

            With --text, one template is rendered. The data is YAML or JSON; numbers are floating-point \
            numbers, as Go reads them. Templates have no access to files, to the environment, or to a \
            cluster; they know the time, and the zones of the system. Functions are Go's own alone, or \
            with them those of Helm or of Istio's injector.

            Examples:
              istioctl x template ./chart shop -f production.yaml --set replicas=3
              istioctl x template --text greeting.tmpl --data values.yaml
              echo '{{ .name | printf "%q" }}' | istioctl x template --text - --data values.yaml
            """)

    @Argument(help: "A chart: a folder or an archive.", completion: .directory) var chart: String?
    @Argument(help: "The release's name.") var name: String?

    @Option(help: "The template: a file, or - for standard input.", completion: .file()) var text: String?
    @Option(
        help: "What the template's dot is: a YAML or JSON file, or - for standard input.", completion: .file()
    )
    var data: String?
    @Option(help: "What a key stands for that a map does not have: default, invalid, zero or error.")
    var missingkey: MissingKey?
    @Option(help: "Whose functions there are: \(TemplateDialect.names).")
    var functions = TemplateDialect.go
    @OptionGroup var chartOptions: ChartOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if (chart == nil) == (text == nil) {
            throw ValidationError("give either a chart, or one template with --text")
        }
    }

    func run(in world: World) async throws {
        if let chart { try render(chart, in: world) }
        if let text { try render(text: text, in: world) }
    }

    private func render(_ path: String, in world: World) throws {
        let namespace = global.connection.namespace ?? "default"
        let rendering = try chartOptions.rendering(name, namespace: namespace, surroundings(world))
        let chart = try ChartFolder.chart(at: path, world.environment.files)
        do {
            let rendered = try rendering.render(chart, values: chartOptions.values.merged(in: world))
            for note in rendered.notes { world.warn(note) }
            let printer = ChartPrinter(
                chart: rendered, choices: chartOptions.printing(), release: rendering.release)
            if chartOptions.notes { printer.report(in: world) } else { try printer.print(in: world) }
        } catch let error as ChartError {
            throw Failure(error.message)
        }
    }

    private func render(text: String, in world: World) throws {
        if text == "-", data == "-" { throw Failure.usage("only one of --text and --data can be -") }
        let template = try FileOptions.read(text, in: world)
        let value = try data.map { try document(FileOptions.read($0, in: world), world) } ?? .null
        do {
            let output = try functions.render(
                template.name, Text(bytes: template.text), value, missingKey: missingkey,
                surroundings: surroundings(world))
            world.output.write(String(decoding: output, as: UTF8.self))
        } catch {
            throw Failure(error.message, code: .badInput)
        }
    }

    /// The clock, and the names of time zones that the system knows.
    private func surroundings(_ world: World) -> Surroundings {
        let files = world.environment.files
        return Surroundings(
            now: Instant(seconds: world.now()),
            zone: { try? files.read("/usr/share/zoneinfo/\($0)", limit: 1 << 20) })
    }

    /// The one document of the data.
    private func document(_ source: Source, _ world: World) throws -> Value {
        let documents = YAMLReader.documents(in: source)
        let problems = documents.flatMap(\.problems)
        world.errors.write(world.text(problems, of: [source], global.color, on: world.errors))
        if problems.hasErrors { throw Failure.invalidInput }
        if documents.count > 1 {
            throw Failure("\(source.name): data is one document, not \(documents.count)", code: .badInput)
        }
        return documents.first.map { Value($0.root) } ?? .null
    }
}

extension MissingKey: ExpressibleByArgument {}
extension TemplateDialect: ExpressibleByArgument {}
