import Diagnostics
import Kubernetes
import YAML

/// All that a command may touch of the world around it. Tests put values in its place.
struct World: Sendable {
    /// Results, and nothing else.
    var output: TextSink
    /// Notes, progress, warnings and errors.
    var errors: TextSink
    /// All of standard input.
    var readInput: @Sendable () throws -> [UInt8]
    /// Variables, home directory, files and processes, as the layers below take them.
    var environment: Environment
    /// Seconds since 1970.
    var now: @Sendable () -> Int64
    /// A line that the user types; nil at the end of standard input.
    var readLine: @Sendable () -> String? = { nil }
    /// The `-v` of the command line.
    var verbosity = 0
    /// How `connect` makes a cluster out of a configuration; tests put a recording one in its place.
    var makeCluster:
        @Sendable (ClusterConfiguration, ConnectionOptions.Transport, World) throws -> any Cluster
    /// How ports of pods are made reachable.
    var makeForwarder:
        @Sendable (ClusterConfiguration, ConnectionOptions.Transport, World) throws -> any PortForwarder =
            World
            .liveForwarder

    /// Writes a line of results.
    func print(_ line: String) { output.write(line + "\n") }

    /// Writes a line to standard error: notes and warnings.
    func note(_ line: String) { errors.write(line + "\n") }

    func warn(_ text: String) { note("warning: \(text)") }

    /// Whether a runner of GitHub Actions reads what is printed, and obeys lines that look like commands.
    var isOnRunner: Bool { variable("GITHUB_ACTIONS") == "true" }

    /// The value of an environment variable; nil when unset or empty.
    func variable(_ name: String) -> String? { environment.variables[name].flatMap { $0.isEmpty ? nil : $0 } }
}

/// Where text goes, and whether a person watches.
struct TextSink: Sendable {
    var write: @Sendable (String) -> Void
    var isTerminal = false

    /// The same with no line that a runner of GitHub Actions would obey.
    var withoutWorkflowCommands: TextSink {
        TextSink(write: { [write] in write($0.escapingWorkflowCommands) }, isTerminal: isTerminal)
    }
}
