import ArgumentParser
import Kubernetes

/// Lists the types that a cluster serves, or those that the program knows.
struct APIResources: Verb {
    static let configuration = CommandConfiguration(
        commandName: "api-resources",
        abstract: "List the types of objects that the cluster serves.",
        discussion: """
            With --offline, or where no cluster is configured, the types that this program knows are listed.

            Examples:
              istioctl api-resources
              istioctl api-resources --api-group=networking.istio.io -o wide
              istioctl api-resources --verbs=list,watch --namespaced -o name
              istioctl api-resources --offline
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case wide, name }

    @Option(help: "Only types of this group; core or an empty text for the core API.")
    var apiGroup: String?
    @Flag(inversion: .prefixedNo, help: "Only types with a namespace, or with =false only those without.")
    var namespaced: Bool?
    @Option(help: "Only types with all these verbs, as list,watch.")
    var verbs: String?
    @Option(name: .shortAndLong, help: "wide for more columns, name for names alone.")
    var output: Format?
    @Option(help: "Order by name or kind; by group and name unless given.")
    var sortBy: APIResourceTable.Order?
    @Flag(help: "Leave the headers out.") var noHeaders = false
    @Flag(help: "Promise to ask no cluster: list the types that this program knows.")
    var offline = false
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let wanted = verbs.map { $0.split(separator: ",").map(String.init) } ?? []
        let found = try await resources(in: world)
        let chosen = found.resources.filter { resource in
            (apiGroup.map { $0 == resource.group || ($0 == "core" && resource.group.isEmpty) } ?? true)
                && (namespaced ?? resource.isNamespaced) == resource.isNamespaced
                && wanted.allSatisfy(resource.verbs.contains)
        }
        let table = APIResourceTable(order: sortBy, isWide: output == .wide, showsHeaders: !noHeaders)
        world.output.write(output == .name ? table.names(chosen) : table.text(chosen))
        for failure in found.failures { world.note("Error: \(failure)") }
        if !found.failures.isEmpty { throw Failure.reported }
    }

    private func resources(in world: World) async throws -> APIResourceSource {
        guard !offline, try world.configuration(global.connection) != nil else {
            let reason = offline ? "" : ": no cluster is configured"
            world.note("note: these are the types that istioctl \(Build.version) knows\(reason)")
            return .catalog
        }
        do {
            return try await APIResourceSource(asking: try world.connect(global).cluster)
        } catch let error as ClusterError where error.isUnavailable {
            throw Failure.unavailable("\(error.text)\n--offline lists the types that this program knows")
        }
    }
}
