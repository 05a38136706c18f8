import ArgumentParser
import Diagnostics

/// What `validate` and `analyze` share besides files: where findings go, and the configuration.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "\(DiagnosticFormat.allCases.map(\.rawValue).joined(separator: ", ")); may be repeated.",
            valueName: "format[=file]"),
        completion: .list(DiagnosticFormat.allCases.map(\.rawValue)))
    var output: [String] = []

    @Option(
        help: "Configuration file in place of \(RepositoryConfiguration.fileName); '' for none.",
        completion: .file())
    var config: String?

    @Flag(help: "Open no socket and read no kubeconfig.")
    var offline = false
}
