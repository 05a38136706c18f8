import ArgumentParser
import FoundationEssentials
import Kubernetes
import Schema

/// Shows objects of a cluster.
struct Get: Verb {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Retrieve policies and rules.",
        discussion: """
            Examples:
              istioctl get routerules
              istioctl get routerule productpage-default -o yaml
              istioctl get vs,dr -A -o wide
              istioctl get vs/reviews -o jsonpath='{.spec.http[*].route[*].weight}'
              istioctl get virtualservices -l team=books --watch
            """)

    @Argument(help: ArgumentHelp("A type and names of objects, or TYPE/NAME …", valueName: "type> <name"))
    var words: [String] = []

    @Option(
        name: .shortAndLong, help: "Output format: \(OutputFormat.names.joined(separator: ", ")).",
        completion: .list(OutputFormat.names))
    var output: String?
    @Option(
        name: [.customShort("l"), .long], help: "Only objects with these labels, as `app=reviews,tier!=db`.")
    var selector: String?
    @Flag(name: [.customShort("A"), .long], help: "Look in all namespaces.")
    var allNamespaces = false
    @Flag(name: .shortAndLong, help: "Go on and show changes as they happen.")
    var watch = false
    @Flag(help: "Leave the headers of tables out.")
    var noHeaders = false
    @Flag(help: "Show metadata.managedFields with -o json and yaml.") var showManagedFields = false
    @Option(help: "Order by the value at a JSONPath, as `.metadata.creationTimestamp`.")
    var sortBy: String?
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        guard !words.isEmpty else {
            throw Failure.usage("say which type to get, such as routerules or virtualservices")
        }
        let format = try output.map { try OutputFormat(parsing: $0, readFile: world.text(ofFile:)) }
        let order = try sortBy.map { try JSONPath(relaxed: $0) }
        let queries = try TypeQuery.list(words)
        let connection = try world.connect(global)
        let scope = NamespaceScope(
            given: global.connection.namespace, isAll: allNamespaces, current: connection.namespace)
        let lookup = Lookup(cluster: connection.cluster, scope: scope, labelSelector: selector)
        let printer = ListingPrinter(
            format: format, showsHeaders: !noHeaders, showsNamespace: allNamespaces,
            isSingle: queries.count == 1 && queries[0].names.count == 1, now: world.date,
            showsManagedFields: showManagedFields)
        if watch {
            if order != nil { world.warn("--sort-by has no effect with --watch") }
            return try await follow(lookup, queries, printer, in: world)
        }
        var found = try await lookup.run(queries)
        if let order { found.listings = try found.listings.map { try $0.sorted(by: order) } }
        try show(found, printer, in: world)
    }

    private func show(_ found: Lookup.Found, _ printer: ListingPrinter, in world: World) throws {
        for warning in found.warnings { world.warn(warning) }
        for failure in found.failures { world.note("Error: " + failure) }
        if printer.showsNothing(found.listings) {
            if found.failures.isEmpty { tellEmpty(found.listings, in: world) }
        } else {
            world.output.write(try printer.text(found.listings))
        }
        if !found.failures.isEmpty { throw Failure.reported }
    }

    /// 0.7.1 printed the sentence as its result.
    private func tellEmpty(_ listings: [Listing], in world: World) {
        let sentence = "No resources found."
        if listings.allSatisfy(\.isClassic) { world.print(sentence) } else { world.note(sentence) }
    }

    private func follow(
        _ lookup: Lookup, _ queries: [TypeQuery], _ printer: ListingPrinter, in world: World
    ) async throws {
        guard queries.count == 1, queries[0].names.count <= 1 else {
            throw Failure.usage("--watch follows one type, or one object")
        }
        let resolved = try await TypeResolver(lookup.cluster).resolve(queries[0].type)
        let listing = Listing(kind: resolved.kind, type: resolved.type, objects: [])
        let name = queries[0].names.first
        let namespace = try lookup.scope.namespace(of: resolved.kind, byName: name != nil)
        let finder = Finder(
            cluster: lookup.cluster, namespace: namespace, labelSelector: lookup.labelSelector)
        var shown = WatchPrinter(listing, printer)
        try await finder.follow(resolved.type, named: name) { error in
            world.note("the watch was interrupted and goes on when it can: \(ErrorText.of(error))")
        } _: { change in
            world.output.write(try shown.text(change, now: world.date))
        }
    }
}

extension World {
    fileprivate var date: Date { Date(timeIntervalSince1970: TimeInterval(now())) }
}
