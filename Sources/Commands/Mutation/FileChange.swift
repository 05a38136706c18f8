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
        guard !files.files.isEmpty else {
            throw Failure.usage("say what to \(operation.rawValue): files, or - for standard input, with -f")
        }
        let connection = try world.connect(global)
        let sources = try files.sources(in: world)
        let manifest = Manifest(reading: sources)
        try report(manifest.diagnostics, sources, in: world)
        guard !manifest.items.isEmpty else {
            throw Failure("nothing to \(operation.rawValue)", code: .badInput)
        }
        let scope = NamespaceScope(
            given: global.connection.namespace, current: connection.namespace)
        let change = Change(operation: operation, manifest: manifest, scope: scope, dryRun: dryRun)
        let plan = try await change.plan(connection.cluster)
        try report(plan.problems, sources, in: world)
        for sentence in plan.refused { world.note("Error: " + sentence) }
        let mutation = Mutation(
            operation: operation, cluster: connection.cluster, dryRun: dryRun, ignoresMissing: ignoresMissing)
        let tally = await mutation.run(
            plan.intents, done: { world.print($0) }, failed: { world.note("Error: " + $0) })
        if !plan.refused.isEmpty { throw Failure.reported }
        try tally.end()
    }

    /// With an error among the findings, nothing is sent.
    private func report(_ findings: [Diagnostic], _ sources: [Source], in world: World) throws {
        world.errors.write(world.text(findings, of: sources, global.color, on: world.errors))
        if findings.hasErrors { throw Failure.invalidInput }
    }
}
