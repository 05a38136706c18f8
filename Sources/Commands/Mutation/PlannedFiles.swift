import Diagnostics
import Kubernetes
import Schema
import YAML

/// The objects of files, read and checked, and where they are to go.
struct PlannedFiles {
    let connection: Connection
    let plan: Plan

    /// Tells of every finding; throws when one is an error, since then nothing may be sent.
    init(
        _ operation: Operation, _ files: FileOptions, _ global: GlobalOptions, _ dryRun: DryRun,
        in world: World
    ) async throws {
        guard !files.files.isEmpty else {
            throw Failure.usage("say what to \(operation.rawValue): files, or - for standard input, with -f")
        }
        connection = try world.connect(global)
        let sources = try files.sources(in: world)
        let manifest = Manifest(reading: sources)
        try Self.report(manifest.diagnostics, sources, global, in: world)
        guard !manifest.items.isEmpty else {
            throw Failure("nothing to \(operation.rawValue)", code: .badInput)
        }
        let scope = NamespaceScope(given: global.connection.namespace, current: connection.namespace)
        let change = Change(operation: operation, manifest: manifest, scope: scope, dryRun: dryRun)
        plan = try await change.plan(connection.cluster)
        try Self.report(plan.problems, sources, global, in: world)
        for sentence in plan.refused { world.note("Error: " + sentence) }
    }

    /// With an error among the findings, nothing is sent.
    private static func report(
        _ findings: [Diagnostic], _ sources: [Source], _ global: GlobalOptions, in world: World
    ) throws {
        world.errors.write(world.text(findings, of: sources, global.color, on: world.errors))
        if findings.hasErrors { throw Failure.invalidInput }
    }
}
