import ArgumentParser
import Installation
import YAML

/// `istioctl profile`: the named sets of settings.
struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "List, show and compare profiles, the named sets of settings.",
        subcommands: [ProfileList.self, ProfileDump.self, ProfileDiff.self])
}

/// `istioctl profile list`.
struct ProfileList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the profiles.",
        discussion: """
            Examples:
              istioctl profile list
            """)

    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        for name in Profile.names { world.print(name) }
    }
}

/// `istioctl profile dump`.
struct ProfileDump: Verb {
    static let configuration = CommandConfiguration(
        commandName: "dump", abstract: "Print a profile's settings as an IstioOperator.",
        discussion: """
            Everything that the profile, files and flags come to is shown, as charts get it. --config-path \
            shows a part of the spec.

            Examples:
              istioctl profile dump demo
              istioctl profile dump minimal --config-path components.pilot -o json
              istioctl profile dump default -f mesh.yaml
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

    @Argument(help: "The profile; default unless given.") var name: String?
    @OptionGroup var installation: InstallationOptions
    @Option(help: "The way to a part of the spec.") var configPath: String?
    @Option(name: .shortAndLong, help: "yaml or json.") var output = Format.yaml
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        var request = installation.request
        if let name { request.profile = name }
        var node = try request.settings(in: world, global).root
        if let configPath {
            do {
                let found = try (node["spec"] ?? .emptyMap).setting(at: SettingPath(configPath))
                guard let found else {
                    throw Failure("there is no \(configPath) in the profile", code: .badInput)
                }
                node = found
            } catch let error as InstallationError {
                throw Failure(error.message, code: .badInput)
            }
        }
        switch output {
        case .yaml: world.output.write(YAMLWriter.text(node))
        case .json: world.output.write(JSONWriter.text(node, style: .pretty) + "\n")
        }
    }
}
