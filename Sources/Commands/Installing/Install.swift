import ArgumentParser
import Diagnostics
import Installation
import YAML

/// `istioctl install`.
struct Install: Verb {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Install Istio and addons, or change what is installed.",
        discussion: """
            What is to be done is worked out and shown first, then asked for, then done: objects are applied \
            on the server's side in the order in which they need each other, and components waited for. \
            What an earlier run made and this one does not want is removed. Running it again after an \
            interruption goes on where it stopped; running it twice changes nothing.

            Addons that are named after the word `addons` are added to what is installed; Istio itself stays \
            as it is, and `uninstall --addons` takes them away again.

            Examples:
              istioctl install --profile demo
              istioctl install -f mesh.yaml --set meshConfig.accessLogFile=/dev/stdout -y
              istioctl install --revision canary --dry-run
              istioctl install --set addons.prometheus.enabled=true
              istioctl install addons prometheus grafana jaeger
            """)

    @Argument(help: "addons, and their names: \(Component.addons.map(\.key).joined(separator: ", ")).")
    var words: [String] = []
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var options: InstallRunOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let run = InstallRun(options: options, world: world)
        guard let first = words.first else {
            let found = try await ClusterInstallation(installation.request, world, global)
            let settings = found.settings
            return try await run.run(found, what: "Istio \(settings.release), profile \(settings.profile),")
        }
        guard first == "addons" else {
            throw Failure.usage("unknown argument \"\(first.escapingControls)\": only addons can be named")
        }
        let request = try addons(words.dropFirst().flatMap { $0.split(separator: ",").map(String.init) })
        let found = try await ClusterInstallation(request, world, global, prunes: false, isRecorded: false)
        try await run.run(found, what: "Addons")
    }

    private func addons(_ names: [String]) throws -> InstallationRequest {
        let known = Component.addons.map(\.key)
        guard !names.isEmpty else {
            throw Failure.usage("name the addons: \(known.joined(separator: ", "))")
        }
        var request = installation.request
        request.profile = "empty"
        // Of an owner of their own: neither install nor uninstall of a revision touches them.
        request.documents = [["metadata": ["name": Node(Ownership.addons)]]]
        for name in names {
            guard known.contains(name) else {
                throw Failure.usage(
                    "there is no addon \"\(name.escapingControls)\"; there are \(known.joined(separator: ", "))"
                )
            }
            request.sets.append("addons.\(name).enabled=true")
        }
        return request
    }
}
