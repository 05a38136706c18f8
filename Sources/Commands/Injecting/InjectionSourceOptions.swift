import ArgumentParser
import Injection

/// Where templates, values and settings of the sidecar come from: the flags of both generations.
struct InjectionSourceOptions: ParsableArguments {
    @Option(
        name: .customLong("injectConfigFile"),
        help: "Templates of the sidecar, as the key config of the injector's ConfigMap.", completion: .file())
    var injectConfigFile: String?
    @Option(
        name: .customLong("injectConfigMapName"),
        help: "ConfigMap with the templates; istio-sidecar-injector unless given.")
    var injectConfigMapName: String?
    @Option(
        name: .customLong("meshConfigFile"), help: "Settings of the mesh, as the key mesh of its ConfigMap.",
        completion: .file())
    var meshConfigFile: String?
    @Option(
        name: .customLong("meshConfigMapName"),
        help: "ConfigMap with the settings of the mesh; istio unless given.")
    var meshConfigMapName: String?
    @Option(
        name: .customLong("valuesFile"), help: "Values of the installation, which the templates see.",
        completion: .file())
    var valuesFile: String?
    @Option(
        name: .customLong("operatorFileName"),
        help: "IstioOperator with the settings of the mesh and the values.", completion: .file())
    var operatorFileName: String?
    @Option(name: .shortAndLong, help: "Revision of the control plane whose sidecar is put in.")
    var revision: String?
    @Option(
        name: .customLong("webhookConfig"),
        help: "MutatingWebhookConfiguration that tells the revision, in place of --revision.")
    var webhookConfig: String?
    @Flag(help: "Ask no cluster.") var offline = false
    @Option(help: "Whose sidecar it is: 1.30 (or today), 0.7 (or classic); found out unless given.")
    var generation: SidecarGeneration?

    /// Whether files tell everything, so that no cluster needs to be asked.
    var hasAllFiles: Bool {
        guard injectConfigFile != nil, webhookConfig == nil else { return false }
        return operatorFileName != nil || (meshConfigFile != nil && valuesFile != nil)
    }

    func validate() throws {
        if injectConfigFile != nil, injectConfigMapName != nil {
            throw ValidationError("--injectConfigFile and --injectConfigMapName are mutually exclusive")
        }
        if meshConfigFile == nil, meshConfigMapName?.isEmpty == true {
            throw ValidationError("--meshConfigFile or --meshConfigMapName must be set")
        }
        if revision != nil, webhookConfig != nil {
            throw ValidationError("--revision and --webhookConfig are mutually exclusive")
        }
    }
}

/// A generation of Istio by its version or its name.
enum SidecarGeneration: ExpressibleByArgument, Sendable {
    case classic, today

    init?(argument: String) {
        switch argument {
        case "0.7", "0.7.1", "classic": self = .classic
        case "1.30", "today": self = .today
        default: return nil
        }
    }

    static let allValueStrings = ["1.30", "0.7"]
}
