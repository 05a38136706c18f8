import ArgumentParser
import Diagnostics
import Installation
import Kubernetes
import YAML

/// `istioctl tag list`.
struct TagList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the tags, what they point to, and who follows them.",
        discussion: """
            Examples:
              istioctl tag list
              istioctl tag list -o json
            """, aliases: ["show"])

    @Option(name: .shortAndLong, help: "table, json or yaml.") var output = TableFormat.table
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let cluster = try world.connect(global).cluster
        let tags = try await RevisionTag.webhooks(cluster).filter { $0.label("istio.io/tag") != nil }
            .sorted { $0.label("istio.io/tag") ?? "" < $1.label("istio.io/tag") ?? "" }
        var rows: [(tag: String, revision: String, namespaces: [String])] = []
        for tag in tags {
            let name = tag.label("istio.io/tag") ?? ""
            rows.append(
                (name, tag.label("istio.io/rev") ?? "", try await Self.namespaces(cluster, of: name)))
        }
        let list = Node(
            rows.map { row -> Node in
                [
                    "tag": Node(row.tag), "revision": Node(row.revision),
                    "namespaces": Node(row.namespaces.map { Node($0) }),
                ]
            })
        if rows.isEmpty, output == .table { return world.note("there are no tags") }
        let cells = rows.map { [$0.tag, $0.revision, $0.namespaces.joined(separator: ",")] }
        output.write(list, table: [["TAG", "REVISION", "NAMESPACES"]] + cells, to: world)
    }

    /// The namespaces that follow a tag.
    static func namespaces(_ cluster: any Cluster, of tag: String) async throws -> [String] {
        try await Pager(cluster, .namespaces).all().filter { namespace in
            if let label = namespace.label("istio-injection") {
                return tag == "default" && label == "enabled"
            }
            return namespace.label("istio.io/rev") == tag
        }.compactMap { $0[["metadata", "name"]]?.string }.sorted()
    }
}

/// `istioctl tag remove`.
struct TagRemove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a tag away.",
        discussion: """
            Examples:
              istioctl tag remove prod
            """, aliases: ["delete"])

    @Argument(help: "The tag.") var name: String
    @Flag(
        name: [.customShort("y"), .customLong("skip-confirmation"), .customLong("yes")], help: "Do not ask.")
    var yes = false
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let cluster = try world.connect(global).cluster
        let all = try await RevisionTag.webhooks(cluster)
        let webhooks = all.filter { $0.label("istio.io/tag") == name }
        guard !webhooks.isEmpty else {
            let near = Suggestion.nearest(to: name, among: all.compactMap { $0.label("istio.io/tag") })
            throw Failure(
                "there is no tag \"\(name.escapingControls)\"" + (near.map { "; did you mean \($0)?" } ?? ""))
        }
        let followers = try await TagList.namespaces(cluster, of: name)
        if !followers.isEmpty {
            world.warn(
                "pods of these namespaces will get no sidecars any more: \(followers.joined(separator: ", "))"
            )
            if !yes { try Confirmation.ask("Remove the tag?", else: "the tag was not removed", in: world) }
        }
        let options = ListOptions(labelSelector: "istio.io/tag=\(name)")
        let services = try await Pager(cluster, Registration.services, options).all()
        for (type, objects) in [
            (ResourceType.mutatingWebhooks, webhooks), (Registration.services, services),
        ] {
            for object in objects { try await ObjectIdentity(type, of: object).remove(from: cluster) }
        }
        world.print("The tag \(name) is removed.")
    }
}
