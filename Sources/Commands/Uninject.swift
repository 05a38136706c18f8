import ArgumentParser
import Injection

/// Takes sidecars out of manifests.
struct Uninject: Verb {
    static let configuration = CommandConfiguration(
        commandName: "uninject",
        abstract: "Take Istio's sidecar out of the workloads of manifests.",
        discussion: """
            What kube-inject or the webhook put into a workload is taken out, and probes and annotations of \
            Prometheus become the application's own again. All other documents are passed on byte for byte.

            Examples:
              istioctl uninject -f app-injected.yaml
              kubectl get deployment web -o yaml | istioctl uninject -f - | kubectl apply -f -
              istioctl uninject -f k8s/ -R --in-place
            """)

    @OptionGroup var files: FileOptions
    @OptionGroup var output: InjectionOutputOptions
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        guard !files.files.isEmpty else {
            throw Failure.usage("filename not specified (see --filename or -f)")
        }
        try output.check()
        let sources = try files.sources(in: world)
        try output.write(try InjectionRun(StreamInjector(.remove), world).run(sources), in: world)
    }
}
