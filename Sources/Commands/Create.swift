import ArgumentParser

/// Creates the objects of files.
struct Create: Verb {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create policies and rules.",
        discussion: """
            Everything is validated before the first request. Then each object is created and reported; a \
            failure does not keep the others from being created, and the exit status says whether all were.

            Examples:
              istioctl create -f reviews.yaml
              istioctl create -f rules/ -R -n books
              cat reviews.yaml | istioctl create -f - --dry-run=server
            """)

    @OptionGroup var files: FileOptions
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        try await FileChange(.create, files, dryRun.mode, global).run(in: world)
    }
}
