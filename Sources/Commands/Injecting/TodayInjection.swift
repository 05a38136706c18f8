import Diagnostics
import Injection
import Kubernetes
import Validation
import YAML

/// Finds what the sidecar of Istio 1.30 is made of: each piece in a file, else in the cluster, else here.
struct TodayInjection {
    private let options: InjectionSourceOptions
    private let images: ClassicSidecarOptions
    private let world: World
    private let cluster: InjectionCluster?

    init(
        _ options: InjectionSourceOptions, _ images: ClassicSidecarOptions, _ world: World,
        _ cluster: InjectionCluster?
    ) {
        self.options = options
        self.images = images
        self.world = world
        self.cluster = cluster
    }

    func injector(_ file: String?) async throws -> any PodInjector {
        let revision = try await revision()
        let installation = try options.operatorFileName.map { try document($0)["spec"] ?? .emptyMap }
        let map = try await injectorMap(file, revision)
        let configuration = try file ?? map?.required("config") ?? BuiltIn.configuration
        let values = try values(installation, map)
        let mesh = try await mesh(installation, revision)
        return Injector(
            try InjectionConfiguration(
                configuration, name: map?.name ?? options.injectConfigFile ?? "built-in"),
            InjectionValues(images.changing(values)), MeshSettings(mesh), revision: revision ?? "",
            usesNativeSidecars: await usesNativeSidecars())
    }

    private func revision() async throws -> String? {
        guard let webhook = options.webhookConfig else { return options.revision }
        guard let cluster else {
            throw Failure.usage("--webhookConfig asks the cluster, which --offline excludes")
        }
        return try await cluster.revision(ofWebhook: webhook)
    }

    private func injectorMap(_ file: String?, _ revision: String?) async throws -> InjectionCluster.Map? {
        let hasValues = options.valuesFile != nil || options.operatorFileName != nil
        guard file == nil || !hasValues else { return nil }
        return try await cluster?.injectorMap(options.injectConfigMapName, revision)
    }

    private func values(_ installation: Node?, _ map: InjectionCluster.Map?) throws -> Node {
        if let values = installation?["values"] { return values }
        if let path = options.valuesFile { return try document(path) }
        guard let text = map?["values"] else { return BuiltIn.values }
        return try root(Source(name: map?.name ?? "", text))
    }

    private func mesh(_ installation: Node?, _ revision: String?) async throws -> Node {
        let source: Source
        if let path = options.meshConfigFile {
            source = try FileOptions.read(path, in: world)
        } else if let mesh = installation?["meshConfig"] {
            return mesh
        } else if installation == nil, let cluster {
            let name = options.meshConfigMapName ?? InjectionCluster.name("istio", revision)
            let map = try await cluster.map(name)
            source = Source(name: map.name, try map.required("mesh"))
        } else {
            return BuiltIn.mesh
        }
        guard let document = YAMLReader.documents(in: source).first else { return .emptyMap }
        try world.check(Validation.checkMeshConfig(document), of: source, .auto)
        return document.root
    }

    /// Init containers that stay: by the variable of istiod's, else as the nodes can do.
    private func usesNativeSidecars() async -> Bool {
        switch world.variable("ENABLE_NATIVE_SIDECARS") {
        case "true": true
        case "false": false
        default: await cluster?.runsNativeSidecars() ?? false
        }
    }

    private func document(_ path: String) throws -> Node { try root(FileOptions.read(path, in: world)) }

    private func root(_ source: Source) throws -> Node {
        guard let document = YAMLReader.documents(in: source).first else { return .emptyMap }
        try world.check(document.problems, of: source, .auto)
        return document.root
    }
}

extension ClassicSidecarOptions {
    /// Values with what the flags say of images.
    fileprivate func changing(_ values: Node) -> Node {
        var values = values
        let changes = [("hub", hub), ("tag", tag), ("imagePullPolicy", imagePullPolicy)]
        for case (let name, let value?) in changes { values.set(path: ["global", name], Node(value)) }
        if let includeIPRanges {
            values.set(path: ["global", "proxy", "includeIPRanges"], Node(includeIPRanges))
        }
        return values
    }
}
