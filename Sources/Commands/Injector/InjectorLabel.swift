import ArgumentParser
import Kubernetes
import YAML

/// `istioctl injector label`: whose pods are injected from now on.
struct InjectorLabel: Verb {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Have new pods of a namespace injected, or no longer.",
        discussion: """
            Without a flag the namespace gets istio-injection=enabled; with --revision, istio.io/rev. Since \
            the first counts more than the second, only one of them can be. Pods that are there already \
            change when they are made anew.

            Examples:
              istioctl injector label books
              istioctl injector label books --revision canary --overwrite
              istioctl injector label books --remove
            """)

    @Argument(help: "The namespaces.") var namespaces: [String]
    @OptionGroup var global: GlobalOptions
    @Option(name: .shortAndLong, help: "Revision of the control plane to inject for.") var revision: String?
    @Flag(help: "Say that pods are not to be injected: istio-injection=disabled.") var disable = false
    @Flag(help: "Take the labels away.") var remove = false
    @Flag(help: "Change labels that say something else.") var overwrite = false
    @Flag(help: "Only say what would be done.") var dryRun = false

    private static let injection = "istio-injection"
    private static let revisions = "istio.io/rev"

    func run(in world: World) async throws {
        guard [revision != nil, disable, remove].filter({ $0 }).count <= 1 else {
            throw Failure.usage("--revision, --disable and --remove exclude each other")
        }
        if let revision, !Self.isLabelValue(revision) {
            throw Failure.usage("--revision \"\(revision)\" cannot be the value of a label")
        }
        let cluster = try world.connect(global).cluster
        for name in namespaces {
            let namespace = try await cluster.get(.namespaces, namespace: nil, name: name)
            let labels = namespace[["metadata", "labels"]] ?? .emptyMap
            let changes = try changes(to: labels, of: name)
            guard !changes.isEmpty else {
                world.print("namespace/\(name) not \(remove ? "unlabeled" : "labeled")")
                continue
            }
            let patch: Node = ["metadata": ["labels": Node(changes)]]
            _ = try await cluster.patch(
                .namespaces, namespace: nil, name: name, Patch(.merge, patch), WriteOptions(isDryRun: dryRun))
            let verb = remove ? "unlabeled" : "labeled"
            world.print("namespace/\(name) \(verb)\(dryRun ? " (server dry run)" : "")")
        }
    }

    /// The labels to set, and with null to remove; none when everything is as wanted.
    private func changes(to labels: Node, of name: String) throws(Failure) -> [Node.Entry] {
        let wanted: (key: String, value: String)? =
            if remove {
                nil
            } else if let revision {
                (Self.revisions, revision)
            } else {
                (Self.injection, disable ? "disabled" : "enabled")
            }
        var changes: [Node.Entry] = []
        for key in [Self.injection, Self.revisions] {
            let found = labels[key]?.string
            let new = wanted?.key == key ? wanted?.value : nil
            guard found != new else { continue }
            if let found, !overwrite, !remove {
                throw Failure(
                    "namespace \(name) has the label \(key)=\(found); change it with --overwrite")
            }
            changes.append(Node.Entry(key, new.map { Node($0) } ?? .null))
        }
        return changes
    }

    private static func isLabelValue(_ text: String) -> Bool {
        !text.isEmpty && (try? LabelSelector("\(revisions)=\(text)")) != nil
    }
}
