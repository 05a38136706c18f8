import ArgumentParser
import Injection
import Kubernetes
import YAML

/// `istioctl injector list`: which injector acts where, as Istio 1.30's `x injector list` shows it.
struct InjectorList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List injectors, the namespaces they act in, and pods that are outdated.",
        discussion: """
            Examples:
              istioctl injector list
              istioctl injector list -n books
            """)

    @OptionGroup var global: GlobalOptions
    @Option(name: .shortAndLong, help: .private) var revision: String?

    func run(in world: World) async throws {
        let cluster = try world.connect(global).cluster
        var namespaces = try await Pager(cluster, .namespaces).all().filter { namespace in
            let name = InjectionOverview.name(namespace)
            return !InjectionDecision.ignoredNamespaces.contains(name)
                && name != world.controlPlaneNamespace(global) && !InjectionOverview.isAmbient(namespace)
        }
        if let only = global.connection.namespace {
            let named = namespaces.filter { InjectionOverview.name($0) == only }
            if !named.isEmpty { namespaces = named }
        }
        let hooks = try await Pager(
            cluster, .mutatingWebhooks, ListOptions(labelSelector: "app=sidecar-injector")
        ).all()
        let overview = InjectionOverview(
            namespaces: namespaces, hooks: hooks, pods: try await Pager(cluster, .pods).all(),
            configMaps: try await Pager(cluster, .configMaps, ListOptions(labelSelector: "istio.io/rev"))
                .all())
        let rows = overview.namespaceRows
        world.output.write(
            rows.isEmpty
                ? "No Istio injected namespaces present.\n"
                : ColumnTable.text([["NAMESPACE", "ISTIO-REVISION", "POD-REVISIONS"]] + rows))
        world.print("")
        world.output.write(
            hooks.isEmpty
                ? "No Istio injection hooks present.\n"
                : ColumnTable.text(
                    [["NAMESPACES", "INJECTOR-HOOK", "ISTIO-REVISION", "SIDECAR-IMAGE"]] + overview.hookRows))
    }
}
