import Analysis
import Diagnostics
import Dispatch
import FoundationEssentials
import Kubernetes
import Synchronization
import Validation
import YAML

/// One run of `analyze`, from the words of the command line to a report.
struct AnalysisRun {
    let options: AnalyzeOptions
    let global: GlobalOptions
    let isOffline: Bool
    let configuration: RepositoryConfiguration
    let world: World
    private let analyzers: [Analyzer]
    private let suppressions: [Suppression]

    init(
        options: AnalyzeOptions, global: GlobalOptions, isOffline: Bool,
        configuration: RepositoryConfiguration, world: World
    ) throws(Failure) {
        if isOffline, !options.remoteContexts.isEmpty {
            throw .usage("--remote-contexts asks clusters, which --offline and --use-kube=false exclude")
        }
        if options.allNamespaces, let namespace = global.connection.namespace, !namespace.isEmpty {
            throw .usage("--all-namespaces and --namespace \(namespace) exclude each other")
        }
        analyzers = try Self.analyzers(options.analyzer)
        var flags: [Suppression] = []
        for text in options.suppress {
            if let remark = Suppression.remark(onFlag: text) { world.warn(remark) }
            flags.append(try Suppression(flag: text))
        }
        suppressions = configuration.suppressions + flags
        self.options = options
        self.global = global
        self.isOffline = isOffline
        self.configuration = configuration
        self.world = world
    }

    private static func analyzers(_ names: [String]) throws(Failure) -> [Analyzer] {
        if names.isEmpty { return Analyzer.all }
        let words = names.flatMap { $0.split(separator: ",").map(String.init) }
        let known = Analyzer.all + Analyzer.optional
        for word in words where !known.contains(where: { $0.name == word }) {
            let near = Suggestion.nearest(to: word, among: known.map(\.name))
            throw .usage(
                "no analyzer is called \"\(word)\"\(near.map { "; did you mean \($0)?" } ?? "")\n"
                    + "`istioctl analyze --list-analyzers` lists them.")
        }
        return known.filter { words.contains($0.name) }
    }
}

// MARK: Reading

extension AnalysisRun {
    /// The files to analyze, read on all cores.
    func read(_ files: FileOptions, _ arguments: [String]) throws -> [Source] {
        var arguments = arguments
        if files.files.isEmpty, arguments.isEmpty, isOffline {
            guard let folder = configuration.defaultFolder else {
                throw Failure.usage("say which files to analyze, or - for standard input")
            }
            arguments = [folder]
        }
        let paths = try files.paths(arguments, isRecursive: true, keeping: configuration.filter)
        let isAsked = !files.files.isEmpty || !arguments.isEmpty
        if isAsked, paths.isEmpty {
            world.note("note: no files are left to analyze\(configuration.path.map { " with \($0)" } ?? "")")
        }
        let world = world
        let read = Mutex([Result<Source, any Error>?](repeating: nil, count: paths.count))
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            let result = Result { try FileOptions.read(paths[index], in: world) }
            read.withLock { $0[index] = result }
        }
        return try read.withLock { $0 }.compactMap { try $0?.get() }
    }

    func outcome(_ sources: [Source]) async throws -> AnalysisOutcome {
        let meshConfigFile = try meshConfigFile()
        var meshConfig = meshConfigFile?.root
        let namespace: String
        var connection: Connection?
        if isOffline {
            namespace = global.connection.namespace ?? "default"
        } else {
            let made = try connect()
            (connection, namespace) = (made, made.namespace)
        }
        let input = MeshInput(sources, namespace: options.allNamespaces ? "" : namespace)
        var mesh = Self.assumed + input.withoutSystem.objects
        var coverage = MeshSnapshot.Coverage.files
        var notes: [String] = []
        if let connection {
            let reading = ClusterReading(
                connection, controlPlane: world.controlPlaneNamespace(global),
                namespace: options.allNamespaces ? nil : namespace, timeout: options.timeout.duration)
            let read = try await reading.read(
                analyzers.flatMap(\.reads), revision: options.revision, files: input.objects,
                mustExist: global.connection.namespace != nil)
            mesh = read.objects + input.withoutSystem.objects
            for context in remoteContexts {
                let remote = try await services(of: context)
                mesh += remote.objects
                notes += remote.notes
            }
            coverage = .cluster(unreadable: read.unreadable)
            notes = read.notes + notes
            meshConfig = meshConfig ?? read.meshConfig
        }
        // It concerns all namespaces, so it is shown whichever is asked for.
        if let meshConfigFile { mesh.append(MeshObject(meshConfig: meshConfigFile, namespace: "")) }
        let snapshot = MeshSnapshot(
            mesh, coverage: coverage, meshConfig: meshConfig,
            istioNamespace: world.controlPlaneNamespace(global),
            now: Date(timeIntervalSince1970: Double(world.now())))
        let scope = NamespaceView(
            isAll: options.allNamespaces, given: global.connection.namespace, current: namespace)
        return try outcome(snapshot, input, sources, scope, notes)
    }

    private var remoteContexts: [String] {
        options.remoteContexts.flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// The services of another cluster of the mesh.
    private func services(of context: String) async throws -> ClusterReading.Mesh {
        let reading = ClusterReading(
            try connect(context), controlPlane: world.controlPlaneNamespace(global), namespace: nil,
            timeout: options.timeout.duration)
        return try await reading.services()
    }

    private static var assumed: [MeshObject] { MeshObject.assumedGateway }

    private func connect(_ context: String? = nil) throws -> Connection {
        do {
            return try world.connect(global, context: context)
        } catch var failure as Failure where failure.code == .unavailable {
            failure.message = (failure.message ?? "") + "\n" + ClusterReading.hint
            throw failure
        }
    }

    private func meshConfigFile() throws -> Document? {
        guard let path = options.meshConfigFile else { return nil }
        let source = try FileOptions.read(path, in: world)
        guard let document = YAMLReader.documents(in: source).first else { return nil }
        if document.problems.hasErrors {
            let text = world.text(document.problems, of: [source], global.color, on: world.errors)
            world.errors.write(text)
            throw Failure.invalidInput
        }
        return document
    }
}

// MARK: Judging

extension AnalysisRun {
    private func outcome(
        _ mesh: MeshSnapshot, _ input: MeshInput, _ sources: [Source], _ scope: NamespaceView,
        _ notes: [String]
    ) throws -> AnalysisOutcome {
        let result = Analysis.run(mesh, analyzers: analyzers)
        var sieve = Sieve(suppressions, sources: sources, objects: mesh.objects)
        let replaced = input.withoutSystem.replaced(in: mesh)
        let further = options.analyzer.isEmpty ? Analysis.validation(of: replaced.map(\.old)) : []
        let kept = sieve.filter(result.findings + further)
        let shown = kept.filter { scope.shows($0.subject, at: $0.position) }
        let failureThreshold =
            options.failureThreshold?.severity ?? configuration.failureThreshold ?? .error
        // What the run fails for is always told.
        let outputThreshold = min(
            options.outputThreshold?.severity ?? configuration.outputThreshold ?? .info, failureThreshold)
        let told = shown.filter { $0.severity >= outputThreshold }
        let known = try baseline(told, input, sources)

        var report = DiagnosticReport(kind: "AnalysisReport", toolVersion: Build.version)
        report.failureThreshold = failureThreshold
        report.rules = RuleCatalog.all
        report.files = input.checkedFiles(sources.map(\.name))
        report.findings = (options.ignoreUnknown ? [] : input.problems) + known.new
        report.isIncomplete = input.problems.hasErrors
        report.suppressed =
            sieve.suppressed + known.known.map { .init($0, by: .baseline, reason: nil) }
        report.unresolved = result.unresolved.filter { scope.shows($0.subject, at: $0.position) }.map {
            .init($0.subject, $0.reference, at: $0.position)
        }
        report.notes =
            configuration.notes + replacements(replaced) + sieve.notes
            + (options.analyzer.isEmpty ? sieve.unused : []) + known.notes
        var outcome = AnalysisOutcome(report: report, failures: known.new, sources: sources, scope: scope)
        outcome.isOffline = isOffline
        outcome.unread = options.ignoreUnknown ? 0 : input.problems.count { $0.severity == .error }
        outcome.notes = notes
        outcome.addNotes(
            elsewhere: kept.count - shown.count, below: shown.count - told.count,
            left: options.ignoreUnknown ? input.problems.count : 0)
        if options.verbose || global.verbosity ?? 0 > 0 {
            outcome.addDetails(mesh: mesh, analyzers: analyzers.count)
        }
        return outcome
    }

    private func replacements(_ pairs: [(old: MeshObject, new: MeshObject)]) -> [Diagnostic] {
        pairs.prefix(Self.mostReplacements).map { old, new in
            Diagnostic(
                Code("replaced-object"), .warning,
                "\(old.subject) is given again; the last one counts, this one is only validated",
                at: old.document.source.position(old.place.mark),
                notes: [.init("given again here", at: new.document.source.position(new.place.mark))])
        }
    }

    private static let mostReplacements = 10

    private func baseline(_ findings: [Diagnostic], _ input: MeshInput, _ sources: [Source]) throws -> (
        new: [Diagnostic], known: [Diagnostic], notes: [Diagnostic]
    ) {
        let path = options.baseline ?? configuration.baseline
        if options.writeBaseline {
            let baseline = Baseline(path: path ?? Baseline.fileName, of: findings)
            try baseline.write(in: world)
            world.note("note: \(findings.count) findings written to \(baseline.path)")
            return ([], findings, [])
        }
        guard let path else { return (findings, [], []) }
        let baseline = try Baseline(reading: path, in: world)
        let (new, known, stale) = baseline.sort(findings, files: Set(sources.map(\.name)))
        if stale.isEmpty || !options.analyzer.isEmpty { return (new, known, []) }
        let about = stale.prefix(Self.mostStale).map { "\($0.code) \($0.object ?? "")" }
        let more = stale.count > about.count ? " and \(stale.count - about.count) more" : ""
        let message =
            "\(stale.count) entries of the baseline occur no more or less often: "
            + about.joined(separator: ", ") + more
        let note = Diagnostic(
            Code("stale-baseline"), .info, message, at: Position(file: path, mark: .none),
            hint: "--write-baseline drops them")
        return (new, known, [note])
    }

    private static let mostStale = 5
}
