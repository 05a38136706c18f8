import ArgumentParser

/// `--dry-run`, bare or with a value, as kubectl has it.
struct DryRunOptions: ParsableArguments {
    @Option(help: "Whether to send anything: none (do it), client (send nothing), server (check only).")
    var dryRun = DryRun.none

    var mode: DryRun { dryRun }
}

extension DryRun: ExpressibleByArgument {}
