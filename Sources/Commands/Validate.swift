import ArgumentParser
import Diagnostics
import YAML

/// Checks files without a cluster.
struct Validate: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Validate policies and rules without a cluster.",
        discussion: """
            Every object of every document is checked as create would check it, or skipped with the reason. No cluster
            is asked, with --offline or without it. The exit status is 65 when anything is wrong.

            Examples:
              istioctl validate -f reviews.yaml
              istioctl validate -R -f manifests/ -o json
              kubectl get vs -o yaml | istioctl validate -f -
            """)

    @Argument(help: ArgumentHelp("Files and directories, as with -f.", valueName: "file"))
    var paths: [String] = []

    @OptionGroup(title: "Files") var files: FileOptions
    @Option(name: .shortAndLong, help: "Output format: text or json.")
    var output = DiagnosticFormat.text
    @Flag(help: "Promise to open no socket and to read no kubeconfig; validate never does.")
    var offline = false
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func run(in world: World) async throws {
        var files = files
        files.filename += paths
        guard !files.filename.isEmpty else { throw Failure(code: .usage, message: "say which files to validate") }
        let summaries = try files.sources(in: world).map { ValidationSummary(checking: $0) }
        switch output {
        case .text: show(summaries, in: world)
        case .json:
            let report = try ValidationReport.node(summaries)
            world.print(JSONWriter.text(report, style: .pretty) + "\n")
        }
        if summaries.contains(where: { $0.diagnostics.hasErrors }) { throw Failure(code: .data) }
    }

    private func show(_ summaries: [ValidationSummary], in world: World) {
        for summary in summaries {
            world.print(TextRenderer().text(summary.diagnostics))
            for line in summary.skippedLines { world.print(line + "\n") }
            world.print(summary.line + "\n")
        }
    }
}
