import Diagnostics
import Injection
import Kubernetes
import Validation
import YAML

/// Finds what the sidecar is made of: in files, in the ConfigMaps of the cluster, or in this program.
struct InjectionSource {
    private let options: InjectionSourceOptions
    private let classic: ClassicSidecarOptions
    private let global: GlobalOptions
    private let world: World

    init(
        _ options: InjectionSourceOptions, _ classic: ClassicSidecarOptions, _ global: GlobalOptions,
        _ world: World
    ) {
        self.options = options
        self.classic = classic
        self.global = global
        self.world = world
    }

    /// The injector of the generation that was named, or that the flags and the configuration belong to.
    func injector() async throws -> any PodInjector {
        let file = try options.injectConfigFile.map { try text($0) }
        switch try generation(file) {
        case .classic: return try await classicInjector(file, try await classicCluster(file))
        case .today:
            return try await TodayInjection(options, classic, world, try await cluster()).injector(file)
        case nil:
            guard let cluster = try await cluster() else {
                return try await TodayInjection(options, classic, world, nil).injector(nil)
            }
            // The cluster's own injector tells.
            let map = try await cluster.injectorMap(options.injectConfigMapName, options.revision)
            let text = try map.required("config")
            if Self.isClassic(text, name: map.name), map["values"] == nil {
                return try await classicInjector(text, cluster)
            }
            return try await TodayInjection(options, classic, world, cluster).injector(nil)
        }
    }

    /// The template of 0.7's sidecar: from a file, a ConfigMap, or made of the flags.
    func classicTemplate() async throws -> String {
        let file = try options.injectConfigFile.map { try text($0) }
        let cluster = try await classicCluster(file)
        _ = try await classicMesh(cluster)
        return try await classicTemplate(file, cluster)
    }

    private func generation(_ file: String?) throws -> SidecarGeneration? {
        if let generation = options.generation { return generation }
        if options.valuesFile != nil || options.operatorFileName != nil { return .today }
        if let file { return Self.isClassic(file, name: "") ? .classic : .today }
        if classic.isGiven { return .classic }
        if options.revision != nil || options.webhookConfig != nil { return .today }
        return nil
    }

    /// Whether a configuration has one template, as in 0.7; what is no map has none of today's.
    private static func isClassic(_ text: String, name: String) -> Bool {
        let root = YAMLReader.documents(in: Source(name: name, text)).first?.root
        return root?["templates"] == nil
    }

    // MARK: 0.7

    private func classicInjector(_ file: String?, _ cluster: InjectionCluster?) async throws
        -> any PodInjector
    {
        let mesh = try await classicMesh(cluster)
        return try ClassicInjector(template: try await classicTemplate(file, cluster), mesh)
    }

    private func classicTemplate(_ file: String?, _ cluster: InjectionCluster?) async throws -> String {
        if let file {
            return try ClassicInjector.template(
                ofConfiguration: file, name: options.injectConfigFile ?? "the cluster's configuration")
        }
        guard let name = options.injectConfigMapName else { return classic.sidecar.template }
        guard let cluster else {
            throw Failure.usage("--injectConfigMapName asks the cluster, which --offline excludes")
        }
        let map = try await cluster.map(name)
        return try ClassicInjector.template(ofConfiguration: try map.required("config"), name: map.name)
    }

    private func classicMesh(_ cluster: InjectionCluster?) async throws -> ClassicMeshSettings {
        let source: Source
        if let path = options.meshConfigFile {
            do {
                source = try FileOptions.read(path, in: world)
            } catch let failure as Failure {
                throw Failure("cannot read mesh config file \(failure.message ?? path)")
            }
        } else if let cluster {
            let map = try await cluster.map(options.meshConfigMapName ?? "istio")
            source = Source(name: map.name, try map.required("mesh"))
        } else {
            return ClassicMeshSettings(.null)
        }
        guard let document = YAMLReader.documents(in: source).first else { return ClassicMeshSettings(.null) }
        try world.check(Validation.checkClassicMeshConfig(document), of: source, global.color)
        return ClassicMeshSettings(document.root)
    }

    /// The cluster, where files do not say all.
    private func classicCluster(_ file: String?) async throws -> InjectionCluster? {
        let asks = options.meshConfigFile == nil || (file == nil && options.injectConfigMapName != nil)
        return asks ? try await cluster() : nil
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try FileOptions.read(path, in: world).text, as: UTF8.self)
    }

    /// nil with `--offline`, where no cluster is configured or needed, and in a sandbox without Istio.
    private func cluster() async throws -> InjectionCluster? {
        guard !options.offline, !options.hasAllFiles, try world.configuration(global.connection) != nil else {
            return nil
        }
        let cluster = InjectionCluster(
            try world.connect(global).cluster, namespace: world.controlPlaneNamespace(global))
        return try await cluster.isSandboxWithoutIstio() ? nil : cluster
    }
}

extension World {
    /// Prints what was found about a source, and ends the run if it cannot be used.
    func check(_ findings: [Diagnostic], of source: Source, _ color: ColorChoice) throws {
        errors.write(text(findings, of: [source], color, on: errors))
        if findings.hasErrors { throw Failure.invalidInput }
    }
}
