import ArgumentParser

/// The command with which releases before 0.7 configured Mixer; hidden, and refused as 0.7.1 refused it.
struct Mixer: Verb {
    static let configuration = CommandConfiguration(
        commandName: "mixer", abstract: "Gone: Mixer is configured by create, replace and delete.",
        shouldDisplay: false)

    @OptionGroup var global: GlobalOptions
    @Option(name: [.customShort("f"), .customLong("file")]) var file: String?
    @Argument var rest: [String] = []

    func run(in world: World) async throws {
        throw Failure(
            "this method of configuring Mixer is removed in favor of kubectl "
                + "(or of `istioctl create -f`, which takes Mixer's kinds)")
    }
}
