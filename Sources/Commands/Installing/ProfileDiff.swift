import ArgumentParser
import Installation
import YAML

/// `istioctl profile diff`.
struct ProfileDiff: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare the settings of two profiles or IstioOperator files.",
        discussion: """
            The exit status is 0 without a difference, 1 with one, and above 1 if it cannot be told.

            Examples:
              istioctl profile diff default ambient
              istioctl profile diff demo mesh.yaml
            """)

    @Argument(help: "A profile or an IstioOperator file.", completion: .file()) var first: String
    @Argument(help: "What it is compared with.", completion: .file()) var second: String
    @Option(
        name: [.customShort("d"), .long, .customLong("charts")],
        help: "Folder with the profiles of an Istio release.", completion: .directory)
    var manifests: String?
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let texts: [String]
        do {
            texts = try [first, second].map { try text($0, world) }
        } catch let failure as Failure {
            var failure = failure
            failure.code = .trouble
            throw failure
        }
        guard texts[0] != texts[1] else { return }
        let usesColor = world.usesColor(global.color, on: world.output)
        world.output.write(
            UnifiedDiff(from: texts[0], to: texts[1]).text(old: first, new: second, usesColor: usesColor))
        throw Failure(reported: .failed)
    }

    /// All settings that a profile or file comes to, but for the profile's own name.
    private func text(_ name: String, _ world: World) throws -> String {
        var request = InstallationRequest()
        request.manifests = manifests
        if world.environment.files.kind(of: name) == .file {
            request.files = [name]
        } else {
            request.profile = name
        }
        var root = try request.settings(in: world, global).root
        root.set(path: ["spec", "profile"], nil)
        return YAMLWriter.text(root)
    }
}
