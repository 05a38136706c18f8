import ArgumentParser
import Diagnostics

/// What `analyze` looks at, and what it tells: the flags of Istio 1.30, and those of the baseline.
struct AnalyzeOptions: ParsableArguments {
    @Flag(
        name: [.customShort("k"), .long], inversion: .prefixedNo,
        help: "Read the cluster too; false for files alone.")
    var useKube = true
    @Flag(name: [.customShort("A"), .long], help: "Tell of all namespaces.")
    var allNamespaces = false
    @Option(
        name: [.customShort("S"), .long],
        help: ArgumentHelp(
            "Leave out findings, as \"IST0102=Namespace books\"; * for any text; may be repeated.",
            valueName: "code=resource"))
    var suppress: [String] = []
    @Option(help: "The least severity to fail for: Info, Warning, Error.") var failureThreshold: Level?
    @Option(help: "The least severity to tell: Info, Warning, Error.") var outputThreshold: Level?
    @Option(help: "Run this analyzer only; may be repeated.") var analyzer: [String] = []
    @Option(
        name: .customLong("meshConfigFile"), help: "Istio's own configuration, in place of the cluster's.",
        completion: .file())
    var meshConfigFile: String?
    @Option(name: .shortAndLong, help: "Revision of the control plane whose configuration counts.")
    var revision: String?
    @Flag(help: "Leave out documents that cannot be read as objects of Kubernetes.")
    var ignoreUnknown = false
    @Option(help: .private) var remoteContexts: [String] = []
    @Flag(help: "Say what was looked at, what could not be followed, and how to suppress; -v for short.")
    var verbose = false
    @Option(help: "How long reading the cluster may take, such as 30s.")
    var timeout = TimeSpan(.seconds(30))
    @Option(help: "File of known findings, which are left out.", completion: .file())
    var baseline: String?
    @Flag(help: "Write the findings of this run to the baseline.")
    var writeBaseline = false
}

/// A severity by its name in any case.
struct Level: ExpressibleByArgument, Sendable {
    let severity: Severity

    init?(argument: String) {
        guard let severity = Severity(rawValue: argument.lowercased()) else { return nil }
        self.severity = severity
    }

    static let allValueStrings = ["Info", "Warning", "Error"]
}
