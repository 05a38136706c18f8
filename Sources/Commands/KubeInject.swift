import ArgumentParser
import Diagnostics
import Injection
import YAML

/// Puts sidecars into manifests.
struct KubeInject: Verb {
    static let configuration = CommandConfiguration(
        commandName: "kube-inject",
        abstract: "Put Istio's sidecar into the workloads of manifests.",
        discussion: """
            Workloads of all kinds that make pods get the sidecar; all other documents are passed on byte \
            for byte, so that whole applications can be given. What became of each document is told on \
            standard error.

            Templates, values and the mesh's settings come from files, else from the ConfigMaps of the \
            cluster, else (with --offline or without a cluster) from the ones that this program has: for \
            Istio 1.30, or 0.7 with --generation 0.7 or any of the flags of its kube-inject.

            Examples:
              istioctl kube-inject -f app.yaml | kubectl apply -f -
              istioctl kube-inject -f app.yaml --offline -o app-injected.yaml
              istioctl kube-inject -f k8s/ -R --in-place
              kubectl get deployment web -o yaml | istioctl kube-inject -f - | kubectl apply -f -
              istioctl kube-inject -f app.yaml --hub istio --tag 0.7.1
              istioctl kube-inject -f app.yaml --proxy linkerd
              istioctl kube-inject -f review.json
            """)

    @OptionGroup var files: FileOptions
    @OptionGroup var output: InjectionOutputOptions
    @OptionGroup(title: "Where the sidecar comes from") var source: InjectionSourceOptions
    @OptionGroup(title: "The sidecar of Istio 0.7") var classic: ClassicSidecarOptions
    @Flag(help: "Print a JSON patch (RFC 6902) for each workload in place of the manifests, one a line.")
    var patch = false
    @Option(help: "Whose proxy: istio, or linkerd for the annotations that ask its webhook for one.")
    var proxy = ProxyChoice.istio
    @Option(
        help: ArgumentHelp(
            "A setting of Linkerd's proxy, such as proxy-cpu-request=100m; may be repeated.",
            valueName: "name=value"))
    var linkerdConfig: [String] = []
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        if classic.emitTemplate { return try await emit(in: world) }
        guard !files.files.isEmpty else {
            throw Failure.usage("filename not specified (see --filename or -f)")
        }
        try output.check()
        let sources = try files.sources(in: world)
        let injector = try await injector(in: world)
        if sources.count == 1, isReview(sources[0]) {
            return try answer(sources[0], injector, world)
        }
        let stream = StreamInjector(.inject(injector), makingPatches: patch)
        let results = try InjectionRun(stream, world).run(sources)
        try patch ? output.writePatches(results, in: world) : output.write(results, in: world)
    }

    private func injector(in world: World) async throws -> any PodInjector {
        switch proxy {
        case .istio:
            if !linkerdConfig.isEmpty {
                throw Failure.usage("--linkerd-config belongs to --proxy linkerd")
            }
            return try await InjectionSource(source, classic, global, world).injector()
        case .linkerd:
            do {
                return try LinkerdInjector(linkerdConfig)
            } catch {
                throw Failure.usage(error.message)
            }
        }
    }

    /// Manifests are large: only what has the word is read to see whether it is a review.
    private func isReview(_ source: Source) -> Bool {
        source.text.prefix(64 << 10).firstRange(of: Array("AdmissionReview".utf8)) != nil
            && InjectionWebhook.isReview(source.text)
    }

    /// An admission review is answered as the webhook would.
    private func answer(_ source: Source, _ injector: any PodInjector, _ world: World) throws {
        guard let webhook = injector.webhook else {
            throw Failure.usage("admission reviews are answered with Istio's sidecar only")
        }
        let answer = InjectionWebhook(webhook).answer(source.text)
        try output.write(answer.body + Array("\n".utf8), in: world)
        if case .refused(let message) = answer.outcome { throw Failure(message, code: .badInput) }
    }

    /// The template of 0.7's sidecar by its flags, as a configuration of the injector.
    private func emit(in world: World) async throws {
        let template = try await InjectionSource(source, classic, global, world).classicTemplate()
        let configuration: Node = ["policy": "enabled", "template": Node(template)]
        try output.write(Array(YAMLWriter.text(configuration).utf8), in: world)
    }
}

/// Whose proxy workloads get.
enum ProxyChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case istio, linkerd
}
