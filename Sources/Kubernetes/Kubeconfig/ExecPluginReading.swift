import Diagnostics
import YAML

/// The `exec` part of a user.
enum ExecPluginReading {
    static let group = "client.authentication.k8s.io"
    /// The extension of a cluster that is meant for plugins.
    private static let extensionName = "client.authentication.k8s.io/exec"

    static func plugin(of user: KubeconfigEntry, _ cluster: KubeconfigEntry?) throws(ClusterError)
        -> ExecPlugin?
    {
        guard user.node["exec"].map({ !$0.isNull }) ?? false else { return nil }
        let exec = KubeconfigEntry(
            name: user.name, node: try user.child("exec"), file: user.file, section: "user")
        guard let command = try exec.string("command") else {
            throw user.problem("exec", "the exec plugin has no command")
        }
        guard let version = try exec.string("apiVersion") else {
            throw user.problem("exec", "the exec plugin has no apiVersion; `\(group)/v1` is the current one")
        }
        guard version == "\(group)/v1" || version == "\(group)/v1beta1" else {
            throw exec.problem(
                "apiVersion",
                "exec plugins of \"\(version)\" are not supported; `\(group)/v1` is the current one")
        }
        var plugin = ExecPlugin(apiVersion: version, command: resolved(command, in: user.file))
        plugin.arguments = try exec.strings("args")
        plugin.interaction = try interaction(exec, version)
        plugin.providesClusterInfo = try exec.bool("provideClusterInfo")
        plugin.installHint = try exec.string("installHint")
        for variable in try exec.maps("env") {
            let entry = KubeconfigEntry(name: user.name, node: variable, file: user.file, section: "user")
            guard let name = try entry.string("name") else {
                throw entry.problem("name", "a variable of the exec plugin has no name")
            }
            plugin.environment.append((name, Secret(try entry.string("value") ?? "")))
        }
        if plugin.providesClusterInfo { plugin.clusterConfig = try clusterConfig(cluster) }
        return plugin
    }

    private static func interaction(_ exec: KubeconfigEntry, _ version: String)
        throws(ClusterError) -> ExecPlugin.Interaction
    {
        guard let text = try exec.string("interactiveMode") else {
            if version.hasSuffix("/v1beta1") { return .IfAvailable }
            throw exec.problem(
                "interactiveMode", "an exec plugin of v1 needs interactiveMode: Never, IfAvailable or Always")
        }
        guard let mode = ExecPlugin.Interaction(rawValue: text) else {
            throw exec.problem(
                "interactiveMode", "interactiveMode is Never, IfAvailable or Always, not \"\(text)\"")
        }
        return mode
    }

    /// A command with a slash starts at the folder of the kubeconfig; a bare name is looked for on PATH.
    private static func resolved(_ command: String, in file: String) -> String {
        guard command.utf8.contains(UInt8(ascii: "/")) else { return command }
        let path = Path.resolve(command, in: Path.directory(of: file))
        return path.utf8.contains(UInt8(ascii: "/")) ? path : "./\(path)"
    }

    private static func clusterConfig(_ cluster: KubeconfigEntry?) throws(ClusterError) -> Node? {
        try cluster?.maps("extensions").first { $0["name"]?.string == extensionName }?["extension"]
    }
}
