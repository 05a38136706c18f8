import Analysis
import IstioAPI
import Kubernetes
import Schema
import YAML

/// A command that knows what its arguments may be.
protocol ArgumentCompleting {
    /// What may come after the given arguments.
    static func completion(after arguments: [String]) -> CompletionSource
}

/// Where candidates come from.
enum CompletionSource {
    case nothing
    /// The shell's own completion of file names.
    case files
    case words([String])
    case kinds
    /// Kinds, and behind a kind and a dot the ways to its fields.
    case fieldPaths
    /// The objects of a type, as the user names it.
    case names(type: String)
    case namespaces, contexts, clusters, users
    /// Codes of findings; with the equals sign of `--suppress` behind them.
    case codes(suffix: String)
    case analyzers

    /// How long a cluster may take to answer before the shell gets nothing.
    private static let patience = Duration.milliseconds(900)

    /// `global` costs time, so it is asked for only where a cluster or a kubeconfig matters.
    func candidates(_ global: () -> GlobalOptions?, for partial: String, in world: World) async
        -> [CompletionRequest.Candidate]
    {
        switch self {
        case .nothing, .files: []
        case .words(let words): words.map { .init(text: $0) }
        case .kinds: KnownKinds.candidates
        case .fieldPaths: partial.contains(".") ? Self.fields(partial) : KnownKinds.candidates
        case .names(let type): await Self.names(of: type, global(), in: world)
        case .namespaces: await Self.names(of: "namespaces", global(), in: world)
        case .contexts: Self.entries(of: \.contexts, global(), in: world)
        case .clusters: Self.entries(of: \.clusters, global(), in: world)
        case .codes(let suffix):
            AnalysisCode.all.map { .init(text: $0.number + suffix, help: $0.name) }
        case .analyzers:
            (Analyzer.all + Analyzer.optional).map { .init(text: $0.name, help: $0.summary) }
        case .users: Self.entries(of: \.users, global(), in: world)
        }
    }

    private static func fields(_ partial: String) -> [CompletionRequest.Candidate] {
        guard let (kinds, path) = try? ExplainedType.split(partial),
            let declaration = kinds.lazy.compactMap(Catalog.resource).first
        else { return [] }
        let stem = partial.dropLast(path.count)
        return Completer.paths(path, spec: declaration).map { .init(text: stem + $0.word, help: $0.doc) }
    }

    private static func entries(
        of list: KeyPath<Kubeconfig, [KubeconfigEntry]>, _ global: GlobalOptions?, in world: World
    ) -> [CompletionRequest.Candidate] {
        var overrides = KubeconfigOverrides()
        overrides.kubeconfig = global?.connection.kubeconfig
        guard let kubeconfig = try? Kubeconfig.load(overrides, in: world.environment) else { return [] }
        return kubeconfig[keyPath: list].map(\.name).sorted().map { .init(text: $0) }
    }

    private static func names(
        of type: String, _ global: GlobalOptions?, in world: World
    ) async -> [CompletionRequest.Candidate] {
        guard let global, let kind = Catalog.types(named: type).first else { return [] }
        return await withTaskGroup(of: [CompletionRequest.Candidate]?.self) { group in
            group.addTask { try? await fetch(kind, global, in: world.silent) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return (await group.next() ?? nil) ?? []
        }
    }

    private static func fetch(
        _ kind: Kind, _ global: GlobalOptions, in world: World
    ) async throws -> [CompletionRequest.Candidate] {
        let connection = try world.connect(global)
        let namespace = kind.isNamespaced ? connection.namespace : nil
        let page = try await connection.cluster.page(ResourceType(kind), namespace: namespace, ListOptions())
        return (page["items"]?.list ?? []).compactMap { $0[["metadata", "name"]]?.string }.map {
            .init(text: $0)
        }
    }
}

extension World {
    /// The same world with nothing printed.
    fileprivate var silent: World {
        var world = self
        world.errors = TextSink(write: { _ in })
        return world
    }
}
