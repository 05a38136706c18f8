import ArgumentParser
import Diagnostics
import Installation

/// `istioctl verify-install`.
struct VerifyInstall: Verb {
    static let configuration = CommandConfiguration(
        commandName: "verify-install",
        abstract: "Say whether an installation is whole, unchanged and ready.",
        discussion: """
            Every object of the installation is compared with what the cluster has; workloads have to be \
            ready. Without files, profile and settings, those count that the installation was made with.

            Examples:
              istioctl verify-install
              istioctl verify-install -f mesh.yaml --revision canary
            """)

    @OptionGroup var installation: InstallationOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        var request = installation.request
        let cluster = try world.connect(global).cluster
        let namespace = world.controlPlaneNamespace(global)
        if request.files.isEmpty, request.sets.isEmpty, request.profile == nil {
            guard
                let kept = try await InstalledSettings.find(
                    request.namedRevision, namespace: namespace, in: cluster)
            else {
                throw Failure(
                    "no installation of the revision \(request.namedRevision ?? "default") by istioctl is in "
                        + "\(namespace); -f, --set or --profile say what to compare with")
            }
            request.documents = [kept]
        }
        let found = try await ClusterInstallation(request, world, global, prunes: false)
        let verdicts = try await InstallationCheck(found.cluster).verdicts(found.plan)
        for verdict in verdicts {
            let line = "\(verdict.identity.text): \(verdict.problem ?? "ok")"
            world.print(line.escapingControls)
        }
        let bad = verdicts.count { $0.problem != nil }
        guard bad == 0 else {
            throw Failure("\(bad) of \(verdicts.count) objects are not as they were installed")
        }
        world.print("Istio is installed and verified: \(verdicts.count) objects.")
    }
}
