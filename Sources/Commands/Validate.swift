import ArgumentParser
import Diagnostics
import YAML

/// Checks files without a cluster.
struct Validate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Validate policies and rules without a cluster.",
        discussion: """
            Every object of every document is checked as create would check it, or skipped with the reason. \
            No cluster is asked, with --offline or without it. The exit status is 65 when anything is wrong.

            Examples:
              istioctl validate -f reviews.yaml
              istioctl validate -R -f manifests/ -o json
              kubectl get vs -o yaml | istioctl validate -f -
            """)

    @Argument(help: ArgumentHelp("Files and directories, as with -f.", valueName: "file"))
    var paths: [String] = []

    @OptionGroup var files: FileOptions
    @Option(name: .shortAndLong, help: "Output format: text or json.")
    var output = DiagnosticFormat.text
    @Flag(help: "Promise to open no socket and to read no kubeconfig; validate never does.")
    var offline = false
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        guard !(files.files + paths).isEmpty else {
            throw Failure.usage("say which files to validate, or - for standard input")
        }
        var summaries: [ValidationSummary] = []
        try files.forEachSource(paths, in: world) { source in
            let summary = ValidationSummary(checking: source)
            if output == .text { show(summary, source, in: world) }
            summaries.append(summary)
        }
        if output == .json {
            world.print(JSONWriter.text(try ValidationReport.node(summaries), style: .pretty))
        }
        if summaries.contains(where: { $0.diagnostics.hasErrors }) { throw Failure.invalidInput }
    }

    private func show(_ summary: ValidationSummary, _ source: Source, in world: World) {
        world.output.write(world.text(summary.diagnostics, of: [source], global.color, on: world.output))
        for line in summary.skippedLines { world.print(line) }
        world.print(summary.line)
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
