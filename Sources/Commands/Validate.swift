import ArgumentParser
import Diagnostics
import YAML

/// Checks files without a cluster.
struct Validate: Verb {
    static let configuration = CommandConfiguration(
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
        let sources = try files.sources(paths, in: world)
        let summaries = sources.map { ValidationSummary(checking: $0) }
        switch output {
        case .text: show(summaries, sources, in: world)
        case .json:
            let report = try ValidationReport.node(summaries)
            world.print(JSONWriter.text(report, style: .pretty))
        }
        if summaries.contains(where: { $0.diagnostics.hasErrors }) { throw Failure.invalidInput }
    }

    private func show(_ summaries: [ValidationSummary], _ sources: [Source], in world: World) {
        for summary in summaries {
            world.output.write(world.text(summary.diagnostics, of: sources, global.color, on: world.output))
            for line in summary.skippedLines { world.print(line) }
            world.print(summary.line)
        }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
