import Analysis
import ArgumentParser
import Diagnostics

/// Checks a mesh as a whole.
struct Analyze: Verb {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Analyze a mesh: files, a cluster, or files over a cluster.",
        discussion: """
            All that validate says is said here too, and what only shows where objects meet: references to \
            nothing, hosts and ports in conflict, workloads without a proxy. Files count as if they were \
            applied to the cluster; with --use-kube=false or --offline they stand alone, and a reference \
            that they do not show is not called missing. Directories are read with those below them.

            Exit status: 79 for findings at or above --failure-threshold, 65 for documents that cannot be \
            read, 69 if the cluster cannot be reached; it does not depend on the output format.

            A finding is suppressed by --suppress, by a comment `# istioctl:ignore IST0101 reason`, by the \
            annotation \(Sieve.annotation), in \(RepositoryConfiguration.fileName), or with a baseline.

            Examples:
              istioctl analyze
              istioctl analyze --offline manifests/ -o sarif=findings.sarif -o log
              istioctl analyze -n books --suppress "IST0102=Namespace books"
              istioctl analyze --offline manifests/ --baseline known.yaml --write-baseline
              istioctl analyze --explain IST0101
            """)

    @Argument(help: ArgumentHelp("Files and directories.", valueName: "file"), completion: .file())
    var paths: [String] = []

    @Flag(name: [.customShort("L"), .long], help: "List the analyzers.") var listAnalyzers = false
    @Option(help: ArgumentHelp("Tell what a code means, with examples.", valueName: "code"))
    var explain: String?
    @OptionGroup var files: FileOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var options: AnalyzeOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        if listAnalyzers { return list(in: world) }
        if let explain { return world.output.write(try CodeExplanation.text(explain)) }
        let targets = try ReportTargets(report.output, default: .log)
        let configuration = try RepositoryConfiguration(report.config, in: world)
        let run = try AnalysisRun(
            options: options, global: global, isOffline: report.offline || !options.useKube,
            configuration: configuration, world: world)
        let sources = try run.read(files, paths)
        let outcome = try await run.outcome(sources)
        for note in outcome.notes { world.note(note) }
        world.errors.write(
            world.text(outcome.report.notes, of: sources, global.color, on: world.errors))
        try targets.write(outcome.report, of: sources, global.color, in: world)
        try finish(outcome, targets, in: world)
    }

    private func finish(_ outcome: AnalysisOutcome, _ targets: ReportTargets, in world: World) throws {
        let isForPeople = targets.onOutput == .log || targets.onOutput == .text
        if outcome.report.findings.isEmpty, isForPeople, outcome.hasLooked, !options.writeBaseline {
            world.note("✔ No validation issues found when analyzing\(outcome.target).")
        }
        if outcome.fails {
            throw Failure(
                "\(outcome.counts) found when analyzing\(outcome.target)\n"
                    + "`istioctl analyze --explain CODE` tells what a code means and what to do.",
                code: .findings)
        }
        if outcome.unread > 0 {
            throw Failure(
                "\(outcome.unread) problems with the text of the input; --ignore-unknown leaves out what "
                    + "cannot be read", code: .badInput)
        }
    }

    /// In Istio's form.
    private func list(in world: World) {
        for analyzer in Analyzer.all { world.print("* \(analyzer.name):\n    \(analyzer.summary)") }
    }
}
