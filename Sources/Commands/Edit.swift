import ArgumentParser
import Kubernetes

/// Changes objects in the user's editor.
struct Edit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change objects of a cluster in an editor.",
        discussion: """
            The editor is $KUBE_EDITOR, $EDITOR or vi. What it saves is validated before anything is sent, \
            and opened again with the reason where it is wrong. When somebody else changed the object \
            meanwhile, nothing is sent and the text is kept in a file.

            Examples:
              istioctl edit virtualservice reviews
              istioctl edit vs/reviews dr/reviews -n books
              KUBE_EDITOR="code --wait" istioctl edit gateway ingress -o json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

    @Argument(help: ArgumentHelp("A type and names of objects, or TYPE/NAME …", valueName: "type> <name"))
    var words: [String] = []

    @Option(name: .shortAndLong, help: "yaml or json.") var output = Format.yaml
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        guard !words.isEmpty else { throw Failure.usage("say what to edit: a type and a name, or TYPE/NAME") }
        let queries = try TypeQuery.list(words)
        guard queries.allSatisfy({ !$0.names.isEmpty }) else {
            throw Failure.usage("say which \(words[0]) to edit by name")
        }
        let editor = try Editor(in: world)
        let connection = try world.connect(global)
        let scope = NamespaceScope(given: global.connection.namespace, current: connection.namespace)
        let found = try await Lookup(cluster: connection.cluster, scope: scope).run(queries)
        for failure in found.failures + found.warnings { world.note("Error: " + failure) }
        guard found.failures.isEmpty, found.warnings.isEmpty else { throw Failure.reported }
        let objects = found.listings.flatMap { listing in
            listing.withoutManagedFields.objects.map { EditedObject($0, listing.kind, listing.type) }
        }
        let session = EditSession(
            cluster: connection.cluster, editor: editor, isJSON: output == .json, color: global.color)
        try await session.run(objects, in: world)
    }
}
