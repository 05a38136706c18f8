import ArgumentParser
import Diagnostics
import Installation
import Kubernetes

/// `istioctl uninstall`.
struct Uninstall: Verb {
    static let configuration = CommandConfiguration(
        commandName: "uninstall",
        abstract: "Take away what install has made.",
        discussion: """
            What goes is shown first: objects that carry an installer's labels and were written by one, and \
            nothing else. With --purge all revisions go, and what they shared: definitions of kinds of \
            which there are no objects left, and namespaces that were made for Istio and hold nothing more.

            Examples:
              istioctl uninstall --revision canary
              istioctl uninstall --purge -y
              istioctl uninstall --addons
            """)

    @Flag(help: "All revisions, and what they share.") var purge = false
    @Flag(help: "Only the addons.") var addons = false
    @Option(name: .shortAndLong, help: "The revision that goes.") var revision: String?
    @Option(
        name: [.customShort("f"), .long], help: "IstioOperator whose revision goes.", completion: .file())
    var filename: [String] = []
    @Option(
        name: [.customShort("s"), .customLong("set")], parsing: .unconditionalSingleValue,
        help: "revision=NAME, as another way to name it.")
    var set: [String] = []
    @Option(name: [.customShort("d"), .long], help: .private) var manifests: String?
    @Flag(help: .private) var force = false
    @OptionGroup var options: InstallRunOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let extent = try extent(world)
        let cluster = try world.connect(global).cluster
        if case .revision(let revision) = extent, revision != "default" {
            let revisions = try await ControlPlane.revisions(nil, in: cluster)
            guard revisions.contains(revision) else {
                let near = Suggestion.nearest(to: revision, among: revisions.sorted())
                throw Failure(
                    "there is no revision \"\(revision.escapingControls)\""
                        + (near.map { "; did you mean \($0)?" } ?? ""))
            }
        }
        let removal = try await Removal(extent, in: cluster, ObjectTypes(Discovery(cluster)))
        guard !removal.objects.isEmpty else { return world.print("There is nothing to remove.") }
        try await warnOfProxies(extent, cluster, world)
        world.note("These objects go:")
        for found in removal.objects { world.note("  " + found.identity.text.escapingControls) }
        for (identity, reason) in removal.kept {
            world.note("\(identity.text) stays: \(reason)".escapingControls)
        }
        if extent != .everything, removal.objects.contains(where: { $0.identity.name == DefaultTag.webhook })
        {
            world.warn(
                "namespaces with istio-injection=enabled will have no injector: `tag set default` or `install` "
                    + "give them one")
        }
        if options.dryRun { return world.print("Dry run: nothing was removed.") }
        if !options.yes { try Confirmation.ask("Remove them?", else: "nothing was removed", in: world) }
        try await removal.run(in: cluster, limit: options.timeout.duration) { found in
            world.print("\(found.identity.text) removed".escapingControls)
        }
        world.print("Uninstall complete.")
    }

    private func extent(_ world: World) throws -> Removal.Extent {
        var named = revision
        if !filename.isEmpty || !set.isEmpty {
            let request = InstallationRequest(
                files: filename, sets: set, revision: revision, manifests: manifests)
            named = try request.settings(in: world, global).revision ?? "default"
        }
        let said = [purge, addons, named != nil].count { $0 }
        guard said == 1 else {
            throw Failure.usage(
                said == 0
                    ? "name what goes: --revision NAME (default for the only one), --purge for all, or --addons"
                    : "--purge, --addons and a revision exclude each other")
        }
        if purge { return .everything }
        if addons { return .components(Component.addons.map(\.name)) }
        return .revision(named.flatMap { $0.isEmpty ? nil : $0 } ?? "default")
    }

    /// Sidecars go on without a control plane, but hear nothing new and get no new certificates.
    private func warnOfProxies(_ extent: Removal.Extent, _ cluster: any Cluster, _ world: World) async throws
    {
        guard extent != .components(Component.addons.map(\.name)) else { return }
        let pods = try await Pager(cluster, .pods).all().filter { pod in
            guard pod[["metadata", "annotations"]]?["sidecar.istio.io/status"] != nil else { return false }
            guard case .revision(let revision) = extent else { return true }
            return pod[["metadata", "annotations"]]?["istio.io/rev"]?.string ?? "default" == revision
        }
        guard !pods.isEmpty else { return }
        let names = pods.prefix(5).map {
            "\($0[["metadata", "namespace"]]?.string ?? "")/\($0[["metadata", "name"]]?.string ?? "")"
        }
        let more = pods.count > 5 ? " and \(pods.count - 5) more" : ""
        world.warn(
            "\(pods.count) pods have proxies that will be without a control plane: "
                + names.joined(separator: ", ").escapingControls + more)
    }
}
