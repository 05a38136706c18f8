import ArgumentParser
import Kubernetes

/// Deletes objects, named or in files.
struct Delete: Verb {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete policies or rules.",
        discussion: """
            Examples:
              istioctl delete -f reviews.yaml
              istioctl delete routerule productpage-default
              istioctl delete vs/reviews dr/reviews -n books
            """)

    @Argument(help: ArgumentHelp("A type and names of objects, or TYPE/NAME …", valueName: "type> <name"))
    var words: [String] = []

    @OptionGroup var files: FileOptions
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var global: GlobalOptions
    @Flag(help: "Count an object that is not there as deleted.") var ignoreNotFound = false

    func run(in world: World) async throws {
        guard words.isEmpty != files.files.isEmpty else {
            throw Failure.usage("say what to delete: either a type and names, or files with -f")
        }
        guard words.isEmpty else { return try await deleteNamed(in: world) }
        var change = FileChange(.delete, files, dryRun.mode, global)
        change.ignoresMissing = ignoreNotFound
        try await change.run(in: world)
    }

    private func deleteNamed(in world: World) async throws {
        let queries = try TypeQuery.list(words)
        guard queries.allSatisfy({ !$0.names.isEmpty }) else {
            throw Failure.usage("say which \(words[0]) to delete by name")
        }
        let connection = try world.connect(global)
        let resolver = TypeResolver(connection.cluster)
        var intents: [Intent] = []
        for query in queries {
            let resolved = try await resolver.resolve(query.type)
            intents += query.names.map {
                Intent(resolved, typed: query.type, namespace: connection.namespace, name: $0)
            }
        }
        let mutation = Mutation(
            operation: .delete, cluster: connection.cluster, dryRun: dryRun.mode,
            ignoresMissing: ignoreNotFound)
        let tally = await mutation.run(
            intents, done: { world.print($0) }, failed: { world.note("Error: " + $0) })
        try tally.end()
    }
}
