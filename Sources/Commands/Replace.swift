import ArgumentParser

/// Replaces stored objects by those of files.
struct Replace: Verb {
    static let configuration = CommandConfiguration(
        commandName: "replace",
        abstract: "Replace existing policies and rules.",
        discussion: """
            Everything is validated before the first request. An object that names a resourceVersion \
            replaces only that version; one without replaces whatever is stored. A failure does not \
            keep the others from being replaced.

            Examples:
              istioctl replace -f reviews.yaml
              istioctl replace -f reviews.yaml --dry-run=server
            """)

    @OptionGroup var files: FileOptions
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        try await FileChange(.replace, files, dryRun.mode, global).run(in: world)
    }
}
