import ArgumentParser
import Kubernetes

/// Flags of what is applied, or compared with what would be.
struct ApplyOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo, help: "Let the server merge; =false merges as kubectl apply does by default.")
    var serverSide = true
    @Option(help: "Name under which the server keeps account of the fields that are applied.")
    var fieldManager = "istioctl"
    @Flag(help: "Take fields over from others who own them.") var forceConflicts = false

    func application(_ cluster: any Cluster, _ dryRun: DryRun) throws -> Application {
        guard !fieldManager.isEmpty else { throw Failure.usage("--field-manager needs a name") }
        guard serverSide || !forceConflicts else {
            throw Failure.usage("--force-conflicts is of use with --server-side only")
        }
        return Application(
            cluster: cluster, manager: fieldManager, forcesConflicts: forceConflicts,
            isServerSide: serverSide, dryRun: dryRun)
    }
}
