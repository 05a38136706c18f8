import ArgumentParser

/// `istioctl options`.
struct Options: Verb {
    static let configuration = CommandConfiguration(
        commandName: "options", abstract: "Print the flags that every command takes.",
        discussion: """
            Examples:
              istioctl options
            """)

    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws { world.print(HelpText.globals) }
}
