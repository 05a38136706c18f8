import ArgumentParser

/// `istioctl generate-commands`: the source of `KnownCommands`, for `make commands`; hidden.
struct GenerateCommands: Verb {
    static let configuration = CommandConfiguration(
        commandName: "generate-commands",
        abstract: "Print the Swift source that lists the flags of each command.",
        discussion: """
            Examples:
              istioctl generate-commands > Sources/Commands/Dialect/KnownCommands.swift
            """, shouldDisplay: false)

    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws { world.output.write(CommandSource.text) }
}
