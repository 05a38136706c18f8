import ArgumentParser
import YAML

/// `istioctl generate-man DIRECTORY`: the man pages, for packagers and `make install`; hidden.
struct GenerateManual: Verb {
    static let configuration = CommandConfiguration(
        commandName: "generate-man", abstract: "Write a man page for each command to a directory.",
        discussion: """
            Examples:
              istioctl generate-man out/man
            """, shouldDisplay: false)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Directory to write to.", completion: .directory) var directory: String

    func run(in world: World) async throws {
        let root = try JSONReader.node(Array(Istioctl._dumpHelp().utf8))
        for page in ManualPage.pages(of: root["command"] ?? .null) {
            try world.environment.files.replace("\(directory)/\(page.name).1", with: Array(page.text.utf8))
        }
    }
}
