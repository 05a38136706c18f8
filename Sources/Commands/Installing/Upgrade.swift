import ArgumentParser
import Installation
import Kubernetes

/// `istioctl upgrade`.
struct Upgrade: Verb {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: "Bring an installation to this program's release of Istio.",
        discussion: """
            Without files, profile and settings, those count that the installation was made with. A control \
            plane of the same revision has to be there.

            Examples:
              istioctl upgrade
              istioctl upgrade -f mesh.yaml -y
            """)

    @OptionGroup var installation: InstallationOptions
    @OptionGroup var options: InstallRunOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        var request = installation.request
        let cluster = try world.connect(global).cluster
        let namespace = world.controlPlaneNamespace(global)
        let isBare = request.files.isEmpty && request.sets.isEmpty && request.profile == nil
        let kept = try await InstalledSettings.find(request.namedRevision, namespace: namespace, in: cluster)
        let deployed = try await ControlPlane.revisions(namespace, in: cluster)
        guard kept != nil || deployed.contains(request.namedRevision ?? "default") else {
            let others =
                deployed.isEmpty
                ? "" : "; there are the revisions \(deployed.sorted().joined(separator: ", "))"
            throw Failure(
                "no control plane of the revision \(request.namedRevision ?? "default") is in \(namespace)"
                    + "\(others); istioctl install makes one")
        }
        if isBare {
            guard let kept else {
                throw Failure(
                    "this installation was not made by istioctl, so that its settings are not known: "
                        + "name them with -f, --set or --profile")
            }
            request.documents = [kept]
            world.note("settings: those that the installation was made with")
        }
        let found = try await ClusterInstallation(request, world, global)
        try await InstallRun(options: options, world: world).run(
            found, what: "Upgrade to Istio \(found.settings.release), profile \(found.settings.profile),")
    }
}
