import Diagnostics
import Kubernetes
import Schema
import YAML

/// What `create`, `replace` and `delete -f` share: read, check everything, then act on each object.
struct FileChange {
    let operation: Operation
    let files: FileOptions
    let dryRun: DryRun
    let global: GlobalOptions
    var ignoresMissing = false

    init(_ operation: Operation, _ files: FileOptions, _ dryRun: DryRun, _ global: GlobalOptions) {
        self.operation = operation
        self.files = files
        self.dryRun = dryRun
        self.global = global
    }

    func run(in world: World) async throws {
        let configuration = try world.configuration(global)
        let manifest = Manifest(reading: try files.sources(in: world))
        try report(manifest.diagnostics, in: world)
        guard !manifest.items.isEmpty else {
            throw Failure(code: .data, message: "nothing to \(operation.rawValue)")
        }
        let scope = NamespaceScope(given: global.namespace, current: configuration.namespace)
        let change = Change(operation: operation, manifest: manifest, scope: scope, dryRun: dryRun)
        let cluster = try world.cluster(global)
        let plan = try await change.plan(cluster)
        try report(plan.problems, in: world)
        for sentence in plan.refused { world.note("error: " + sentence) }
        let mutation = Mutation(
            operation: operation, cluster: cluster, dryRun: dryRun, ignoresMissing: ignoresMissing)
        let failures = await mutation.run(
            plan.intents, done: { world.print($0 + "\n") }, failed: { world.note("error: " + $0) })
        if failures > 0 || !plan.refused.isEmpty { throw Failure(code: .failed) }
    }

    /// With an error among the findings, nothing is sent.
    private func report(_ findings: [Diagnostic], in world: World) throws {
        if findings.isEmpty { return }
        world.note(TextRenderer().text(findings))
        if findings.hasErrors { throw Failure(code: .data) }
    }
}
