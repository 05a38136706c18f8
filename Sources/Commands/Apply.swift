import ArgumentParser
import Diagnostics
import Kubernetes
import YAML

/// Makes the cluster have the objects of files.
struct Apply: Verb {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Create or change objects as files say, and leave the rest of them alone.",
        discussion: """
            Everything is validated before the first request. The server keeps account of which fields were \
            applied: a field that the files no longer have goes, a field that others own is a conflict. \
            What istioctl itself created or replaced counts as applied.

            With --prune, objects that were applied before and are in no file any more are listed and, once \
            that is confirmed, deleted: those of Istio's kinds and of the kinds in the files, with the \
            labels of --selector, in the namespaces of the files.

            Examples:
              istioctl apply -f rules/ -R
              istioctl apply -f reviews.yaml --dry-run=server -o yaml
              istioctl apply -f reviews.yaml --force-conflicts
              istioctl apply -f rules/ -R --prune -l team=books
            """)

    @OptionGroup var files: FileOptions
    @OptionGroup var options: ApplyOptions
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var pruning: PruneOptions
    @Option(name: .shortAndLong, help: "Print the objects: name, json or yaml.") var output: ObjectFormat?
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let rule = try pruning.rule()
        let input = try await PlannedFiles(.apply, files, global, dryRun.mode, in: world)
        let application = try options.application(input.connection.cluster, dryRun.mode)
        let applied = try await apply(input.plan, application, in: world)
        if let output { world.output.write(output.text(applied.map { ($0.intent, $0.object) })) }
        guard let rule else { return }
        let pruning = Pruning(
            application: application, rule: rule, applied: applied.map(\.intent))
        try await pruning.run(isConfirmed: self.pruning.yes, in: world)
    }

    /// What was applied, in order. Throws, once all is done, when something was not.
    private func apply(_ plan: Plan, _ application: Application, in world: World) async throws
        -> [(intent: Intent, object: Node)]
    {
        var done: [(intent: Intent, object: Node)] = []
        var tally = Mutation.Tally()
        var saidFallback = false
        let told = await Procession().run(plan.intents) { intent -> Result<Application.Applied, any Error> in
            do { return .success(try await application.apply(intent)) } catch { return .failure(error) }
        } tell: { intent, result in
            switch result {
            case .success(let applied):
                if applied.isFallback, !saidFallback { world.note(ApplyReport.fallback) }
                saidFallback = saidFallback || applied.isFallback
                if applied.lacksHistory { world.warn(ApplyReport.lacksHistory(intent)) }
                if output == nil { world.print(ApplyReport.line(intent, applied, dryRun.mode)) }
                done.append((intent, applied.object))
            case .failure(let error):
                tally.failures += 1
                if (error as? ClusterError)?.isUnavailable == true { tally.unavailable += 1 }
                world.note("Error: " + Outcome.failure(.apply, intent, ApplyReport.reason(error)))
            }
        }
        tally.failures += plan.intents.count - told
        guard tally.failures > 0 || !plan.refused.isEmpty else { return done }
        if let output { world.output.write(output.text(done.map { ($0.intent, $0.object) })) }
        if tally.failures > 0, plan.intents.count > 1 {
            let all = plan.intents.count
            world.note("Error: " + Outcome.summary(.apply, failed: tally.failures, of: all))
        }
        if pruning.prune { world.note("nothing is pruned, since not everything was applied") }
        if !plan.refused.isEmpty { throw Failure.reported }
        try tally.end()
        return done
    }
}
