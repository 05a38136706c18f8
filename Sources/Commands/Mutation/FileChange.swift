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
        let input = try await PlannedFiles(operation, files, global, dryRun, in: world)
        let mutation = Mutation(
            operation: operation, cluster: input.connection.cluster, dryRun: dryRun,
            ignoresMissing: ignoresMissing)
        let tally = await mutation.run(
            input.plan.intents, done: { world.print($0) }, failed: { world.note("Error: " + $0) })
        if !input.plan.refused.isEmpty { throw Failure.reported }
        try tally.end()
    }
}
