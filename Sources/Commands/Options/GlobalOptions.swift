import ArgumentParser

/// The flags that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    /// Left out of each command's help, and described once: below the root's help and by `istioctl options`.
    @OptionGroup(title: Self.title, visibility: .hidden) private var described: DescribedOptions
    @OptionGroup(visibility: .private) private var logging: ClassicLogOptions

    static let title = "Global flags"

    var connection: ConnectionOptions { described.connection }
    /// Namespace of the control plane, if it was named.
    var istioNamespace: String? { described.istioNamespace }
    var verbosity: Int? { described.verbosity }
    /// When to use colour, by both flags.
    var color: ColorChoice { described.noColor ? .never : described.color }
}

/// The global flags that people are told of.
private struct DescribedOptions: ParsableArguments {
    @OptionGroup var connection: ConnectionOptions

    @Option(
        name: [.customShort("i"), .customLong("istioNamespace")],
        help: "Namespace of the control plane; istio-system unless given.")
    var istioNamespace: String?

    @Option(
        name: [.customShort("v"), .customLong("v")], help: "Log requests from level 6 on, headers from 8 on.")
    var verbosity: Int?

    @Option(help: "When to use colour; --color alone means always.") var color = ColorChoice.auto
    @Flag(help: "Never use colour.") var noColor = false

    /// 0.7.1's: `kube` was all that its commands worked with.
    @Option(name: [.customShort("p"), .customLong("platform")], help: .private) var platform: String?
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto, always, never

    /// Also takes the `true` and `false` of today's `analyze`.
    init?(argument: String) {
        switch argument.lowercased() {
        case "true": self = .always
        case "false": self = .never
        default: self.init(rawValue: argument)
        }
    }
}

/// The log flags of 0.7.1 and of today's Istio: accepted, so that scripts keep working, and checked. This
/// program logs nothing but requests (`-v`), so they change nothing.
struct ClassicLogOptions: ParsableArguments {
    @Flag(name: .customLong("log_as_json")) var asJSON = false
    @Flag(name: .customLong("log_callers")) var callers = false
    @Option(name: .customLong("log_output_level")) var outputLevel: LogLevels?
    @Option(name: .customLong("log_stacktrace_level")) var stackLevel: LogLevels?
    @Option(name: .customLong("log_caller")) var caller: String?
    @Option(name: .customLong("log_target")) var target: [String] = []
    @Option(name: .customLong("log_rotate")) var rotate: String?
    @Option(name: .customLong("log_rotate_max_age")) var rotateAge: Int?
    @Option(name: .customLong("log_rotate_max_backups")) var rotateBackups: Int?
    @Option(name: .customLong("log_rotate_max_size")) var rotateSize: Int?
    @Option(name: .customLong("vklog")) var klog: Int?
}

/// `info`, or today's `scope:level,…`.
struct LogLevels: ExpressibleByArgument {
    static let levels = ["debug", "info", "warn", "error", "fatal", "none"]

    init?(argument: String) {
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let level = part.split(separator: ":").last, Self.levels.contains(String(level)) else {
                return nil
            }
        }
    }
}
