import ArgumentParser
import Installation
import Kubernetes
import YAML

/// `istioctl tag set`.
struct TagSet: Verb {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Let a tag point to a revision.",
        discussion: """
            Examples:
              istioctl tag set prod --revision 1-30-3
              istioctl tag set default --revision canary --overwrite
            """, aliases: ["create"])

    @Argument(help: "The tag.") var name: String
    @OptionGroup var options: TagOptions
    @Flag(
        name: [.customShort("y"), .customLong("skip-confirmation"), .customLong("yes")], help: "Do not ask.")
    var yes = false
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let tag = try RevisionTag(name, options, world, global)
        let objects = try await tag.objects(global, in: world)
        let followers = try await TagList.namespaces(tag.cluster, of: name)
        if !followers.isEmpty, !yes, options.overwrite {
            let names = followers.joined(separator: ", ")
            world.note("new pods in these namespaces will get sidecars of \(options.revision): \(names)")
            try Confirmation.ask("Proceed?", else: "the tag was not moved", in: world)
        }
        let types = ObjectTypes(Discovery(tag.cluster))
        for (_, object) in objects {
            guard let type = try await types.type(of: object) else { continue }
            try await ObjectIdentity(type, of: object).apply(object, in: tag.cluster)
        }
        if name == DefaultTag.name { try await DefaultTag.takeOver(in: tag.cluster) }
        world.print(
            """
            The tag \(name) points to the revision \(options.revision). A namespace follows it with
              kubectl label namespace NAME istio.io/rev=\(name) istio-injection- --overwrite
            """)
    }
}

/// `istioctl tag generate`.
struct TagGenerate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Print the objects of a tag.",
        discussion: """
            Examples:
              istioctl tag generate prod --revision canary > tag.yaml
            """)

    @Argument(help: "The tag.") var name: String
    @OptionGroup var options: TagOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let tag = try RevisionTag(name, options, world, global)
        let objects = try await tag.objects(global, in: world).map { $0.1 }
        world.output.write(InstallationManifest.text(objects))
    }
}
