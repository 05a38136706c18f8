import ArgumentParser
import Diagnostics
import YAML

/// `istioctl revision`: the control planes of a cluster.
struct RevisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revision", abstract: "Show the revisions of the control plane.",
        subcommands: [RevisionList.self, RevisionDescribe.self], aliases: ["rev"])
}

/// `istioctl revision list`.
struct RevisionList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the revisions, and how many follow each.",
        discussion: """
            Examples:
              istioctl revision list
              istioctl revision list -o json
            """)

    @Option(name: .shortAndLong, help: "table, json or yaml.") var output = TableFormat.table
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let revisions = try await MeshRevision.all(try world.connect(global).cluster)
        if revisions.isEmpty, output == .table { return world.note("there is no control plane") }
        let rows = revisions.map { revision in
            [
                revision.name, revision.version, revision.tags.joined(separator: ","), revision.ready,
                "\(revision.namespaces.count)", "\(revision.pods.count)",
            ]
        }
        output.write(
            Node(revisions.map(\.node)),
            table: [["REVISION", "VERSION", "TAGS", "READY", "NAMESPACES", "PODS"]] + rows, to: world)
    }
}

/// `istioctl revision describe`.
struct RevisionDescribe: Verb {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "Tell what belongs to a revision.",
        discussion: """
            Examples:
              istioctl revision describe canary
            """)

    @Argument(help: "The revision; default for the one without a name.") var name: String
    @Option(name: .shortAndLong, help: "table, json or yaml.") var output = TableFormat.table
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let all = try await MeshRevision.all(try world.connect(global).cluster)
        guard let revision = all.first(where: { $0.name == name }) else {
            let near =
                Suggestion.nearest(to: name, among: all.map(\.name)).map { "; did you mean \($0)?" } ?? ""
            throw Failure("there is no revision \"\(name.escapingControls)\"\(near)")
        }
        func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
        let rows = [
            ["Revision:", revision.name], ["Version:", revision.version], ["Control plane:", revision.ready],
            ["Namespace:", revision.namespace], ["Tags:", list(revision.tags)],
            ["Webhooks:", list(revision.webhooks)], ["Namespaces:", list(revision.namespaces)],
            ["Pods:", list(revision.pods)],
        ]
        output.write(revision.node, table: rows, to: world)
    }
}
