import ArgumentParser
import Diagnostics
import Installation
import Kubernetes
import YAML

/// What `tag set` and `tag generate` are told.
struct TagOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The revision that the tag points to.") var revision: String
    @Flag(help: "Move the tag if it points to another revision.") var overwrite = false
    @Option(help: "Name of the webhook's configuration; istio-revision-tag-TAG unless given.")
    var webhookName: String?
    @Flag(help: "Inject into all namespaces that do not say otherwise; for the tag default.")
    var autoInjectNamespaces = false
    @Option(
        name: [.customShort("d"), .long], help: "Folder with the charts of an Istio release.",
        completion: .directory)
    var manifests: String?
}

/// A tag that is to point to a revision.
struct RevisionTag {
    let name: String
    let options: TagOptions
    let namespace: String
    let cluster: any Cluster

    init(_ name: String, _ options: TagOptions, _ world: World, _ global: GlobalOptions) throws {
        self.name = name
        self.options = options
        namespace = world.controlPlaneNamespace(global)
        cluster = try world.connect(global).cluster
        try ResourceName.check(name)
    }

    /// The tag's objects: the webhook that brings pods to the revision's injector, the service that names it,
    /// and for the tag `default` the webhook that validates.
    func objects(_ global: GlobalOptions, in world: World) async throws -> [(Component, Node)] {
        let injector = try await injector()
        try await checkConflict()
        var request = InstallationRequest(manifests: options.manifests)
        request.profile = "minimal"
        request.sets = ["values.revisionTags[0]=\(name)"]
        if options.revision != "default" { request.revision = options.revision }
        if name == "default" { request.sets.append("values.defaultRevision=\(options.revision)") }
        if options.autoInjectNamespaces {
            request.sets.append("values.sidecarInjectorWebhook.enableNamespacesByDefault=true")
        }
        let client = injector["webhooks"]?.list?.first?["clientConfig"]
        if let url = client?["url"]?.string { request.sets.append("values.istiodRemote.injectionURL=\(url)") }
        let read = try request.read(in: world, global)
        let manifest = try InstallationManifest(read.settings(), read.source, in: world)
        let ownership = Ownership(try read.settings())
        return manifest.parts.flatMap { part in
            part.objects.filter(isOfTag).map { object in
                (
                    part.component,
                    ownership.labelled(finished(object, client?["caBundle"]), as: part.component)
                )
            }
        }
    }

    private func isOfTag(_ object: Node) -> Bool {
        object[["metadata", "labels"]]?["istio.io/tag"]?.string == name
            || object[["metadata", "name"]]?.string == "istiod-default-validator"
    }

    /// With the chosen name, and trusting whom the revision's own webhook trusts.
    private func finished(_ object: Node, _ bundle: Node?) -> Node {
        guard object["kind"]?.string == "MutatingWebhookConfiguration" else { return object }
        var object = object
        if let webhookName = options.webhookName {
            object.set(path: ["metadata", "name"], Node(webhookName))
        }
        guard let bundle, let webhooks = object["webhooks"]?.list else { return object }
        let trusting = webhooks.map { webhook in
            var webhook = webhook
            webhook.set(path: ["clientConfig", "caBundle"], bundle)
            return webhook
        }
        object.set("webhooks", Node(trusting))
        return object
    }

    /// The webhook of the revision itself.
    private func injector() async throws -> Node {
        let all = try await Self.webhooks(cluster)
        let own = all.filter { $0.label("istio.io/tag") == nil }
        if let found = own.first(where: { $0.label("istio.io/rev") == options.revision }) { return found }
        let known = own.compactMap { $0.label("istio.io/rev") }.sorted()
        let near =
            Suggestion.nearest(to: options.revision, among: known).map { "; did you mean \($0)?" } ?? ""
        throw Failure(
            "there is no revision \"\(options.revision.escapingControls)\" to point to\(near) "
                + "(revisions: \(known.isEmpty ? "none" : known.joined(separator: ", ")))")
    }

    private func checkConflict() async throws {
        let all = try await Self.webhooks(cluster)
        if all.contains(where: { $0.label("istio.io/tag") == nil && $0.label("istio.io/rev") == name }),
            name != "default"
        {
            throw Failure("\"\(name)\" is the name of a revision, and cannot be a tag, too")
        }
        guard !options.overwrite,
            let old = all.first(where: { $0.label("istio.io/tag") == name })?.label("istio.io/rev"),
            old != options.revision
        else { return }
        throw Failure("the tag \(name) points to the revision \(old.escapingControls); --overwrite moves it")
    }

    /// All injection webhooks, those of tags among them.
    static func webhooks(_ cluster: any Cluster) async throws -> [Node] {
        let options = ListOptions(labelSelector: "istio.io/rev,app=sidecar-injector")
        return try await Pager(cluster, .mutatingWebhooks, options).all()
    }
}

extension Node {
    /// A label of an object.
    func label(_ name: String) -> String? { self[["metadata", "labels"]]?[name]?.string }
}
