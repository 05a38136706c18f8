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
            Directories are read with all below them. \
            No cluster is asked, with --offline or without it. The exit status is 65 when anything is wrong, \
            whatever the output format. \(RepositoryConfiguration.fileName) may say which files to leave out.

            Examples:
              istioctl validate -f reviews.yaml
              istioctl validate -f manifests/ -o json
              istioctl validate manifests/ -o text -o sarif=findings.sarif -o junit=report.xml
              kubectl get vs -o yaml | istioctl validate -f -
            """)

    @Argument(help: ArgumentHelp("Files and directories, as with -f.", valueName: "file"))
    var paths: [String] = []

    @OptionGroup var files: FileOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var global: GlobalOptions
    @Flag(
        name: [.customShort("x"), .customLong("referential")],
        help: .hidden)
    var referential = false

    func run(in world: World) async throws {
        let targets = try ReportTargets(report.output, default: .text)
        let configuration = try RepositoryConfiguration(report.config, in: world)
        for note in configuration.notes { world.note(TextRenderer().text([note])) }
        var arguments = paths
        if files.files.isEmpty, arguments.isEmpty {
            guard let folder = configuration.defaultFolder else {
                throw Failure.usage(
                    "say with --filename which files to validate, or - for standard input")
            }
            arguments = [folder]
        }
        // Whole trees, as Istio 1.30 reads them: what is passed over in silence is not checked.
        let names = try files.paths(arguments, isRecursive: true, keeping: configuration.filter)
        if names.isEmpty {
            world.note("note: no files are left to validate\(configuration.path.map { " with \($0)" } ?? "")")
        }
        var summaries: [ValidationSummary] = []
        for name in names {
            let source = try FileOptions.read(name, in: world)
            let summary = ValidationSummary(checking: source)
            if targets.onOutput == .text { show(summary, source, in: world) }
            summaries.append(summary)
        }
        try targets.write(report(summaries), of: [], global.color, in: world) { $0 == .text }
        if summaries.contains(where: { $0.diagnostics.hasErrors }) { throw Failure.invalidInput }
    }

    private func show(_ summary: ValidationSummary, _ source: Source, in world: World) {
        world.output.write(world.text(summary.diagnostics, of: [source], global.color, on: world.output))
        for line in summary.skippedLines { world.print(line) }
        world.print(summary.line)
    }

    private func report(_ summaries: [ValidationSummary]) -> DiagnosticReport {
        var report = DiagnosticReport(kind: "ValidationReport", toolVersion: Build.version)
        report.files = summaries.map(\.checked)
        report.findings = summaries.flatMap(\.diagnostics).inReadingOrder()
        report.isIncomplete = summaries.contains(where: \.isIncomplete)
        report.rules = RuleCatalog.validation
        return report
    }
}
