import ArgumentParser
import Installation

/// What is to be installed, by files and flags.
struct InstallationOptions: ParsableArguments {
    @Option(
        name: [.customShort("f"), .long],
        help: "IstioOperator with settings, - for standard input; later files win.", completion: .file())
    var filename: [String] = []
    @Option(
        name: [.customShort("s"), .customLong("set")], parsing: .unconditionalSingleValue,
        help: "A setting of the IstioOperator's spec: PATH=VALUE; may be repeated.")
    var set: [String] = []
    @Option(help: "Settings to begin with: \(Profile.names.joined(separator: ", ")).") var profile: String?
    @Option(name: .shortAndLong, help: "The revision of the control plane.") var revision: String?
    @Option(
        name: [.customShort("d"), .long, .customLong("charts")],
        help: "Folder or archive of an Istio release whose charts to use.", completion: .file())
    var manifests: String?
    @Flag(help: "Go on with settings that are wrong.") var force = false

    var request: InstallationRequest {
        InstallationRequest(
            files: filename, sets: set, profile: profile, revision: revision, manifests: manifests,
            force: force)
    }
}
