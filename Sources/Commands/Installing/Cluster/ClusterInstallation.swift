import Diagnostics
import Installation
import Kubernetes
import YAML

/// An installation and the cluster that it is for: what `install`, `upgrade` and `verify-install` share.
struct ClusterInstallation {
    let cluster: any Cluster
    let settings: InstallationSettings
    let plan: InstallationPlan

    /// - Parameters:
    ///   - prunes: whether the plan counts what an earlier run has made and this one does not want.
    ///   - isRecorded: whether the cluster is to remember what was asked for.
    init(
        _ request: InstallationRequest, _ world: World, _ global: GlobalOptions, prunes: Bool = true,
        isRecorded: Bool = true
    ) async throws {
        cluster = try world.connect(global).cluster
        let platform = try await ClusterPlatform(world, global)
        let read = try request.read(in: world, global)
        let detected = platform.settings
        let role = try await DefaultRole(read.settings(detected: detected), cluster)
        settings = try read.settings(detected: detected + role.flags)
        let manifest = try InstallationManifest(
            settings, read.source, kubernetes: platform.version, in: world)
        var parts = manifest.parts.map { (component: $0.component, objects: $0.objects) }
        if isRecorded,
            let at = parts.firstIndex(where: { $0.component.name == "Pilot" }) ?? parts.indices.last
        {
            parts[at].objects.append(InstalledSettings.object(settings))
        }
        let types = ObjectTypes(Discovery(cluster))
        plan = try await InstallationPlanner(cluster, types, Ownership(settings)).plan(
            parts, network: settings.network, prunes: prunes)
    }

    /// Fails with what the cluster would refuse, before anything is sent.
    func checkRefusals(_ world: World) throws {
        for (identity, reason) in plan.refusals {
            world.note("Error: \(identity.text): \(reason)".escapingControls)
        }
        if !plan.refusals.isEmpty {
            throw Failure("the cluster would not take the objects; nothing was sent")
        }
    }
}

/// What a revision has to say about pods and objects that name none: the first one speaks for them, until
/// `tag set default` says otherwise.
private struct DefaultRole {
    private(set) var flags: [SettingFlag] = []

    init(_ settings: InstallationSettings, _ cluster: any Cluster) async throws {
        guard settings.isOn("pilot") else { return }
        let own = settings.revision ?? "default"
        // The names under which pods without a revision are looked for, and objects.
        let injector = try await Self.revision(
            of: [DefaultTag.webhook, "istio-sidecar-injector"], .mutatingWebhooks, cluster)
        let validator = try await Self.revision(
            of: ["istiod-default-validator"], .validatingWebhooks, cluster)
        var texts: [String] = []
        if settings.revision != nil, injector ?? own == own, !settings.hasTag("default") {
            texts.append("values.revisionTags[0]=default")
        }
        // No pod may meet two webhooks.
        if settings.revision == nil,
            try await Self.revision(of: [DefaultTag.webhook], .mutatingWebhooks, cluster) != nil
        {
            texts.append("values.sidecarInjectorWebhook.servesDefault=false")
        }
        if validator ?? own == own { texts.append("values.defaultRevision=\(own)") }
        flags = texts.compactMap { try? SettingFlag($0) }
    }

    private static func revision(
        of names: [String], _ type: ResourceType, _ cluster: any Cluster
    ) async throws -> String? {
        for name in names {
            do {
                let found = try await cluster.get(type, namespace: nil, name: name)
                return found[["metadata", "labels"]]?["istio.io/rev"]?.string ?? "default"
            } catch ClusterError.status(let status) where status.isNotFound {
                continue
            }
        }
        return nil
    }
}
