import ArgumentParser
import Kubernetes
import Serving

/// `istioctl injector serve`: the mutating webhook itself. Flags in one word are those of 0.7.1's
/// sidecar-injector.
struct InjectorServe: Verb {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the mutating webhook that injects sidecars into new pods.",
        discussion: """
            API servers ask at /inject, or at /inject/cluster/NAME/net/NAME to tell sidecars where they are. \
            /healthz says that it serves, /metrics what it has done. Certificate and configuration are read \
            again when their files change; broken files keep the old ones in use. Ends on SIGTERM and SIGINT.

            Examples:
              istioctl injector serve --inject-config config --values values --mesh-config mesh
              istioctl injector serve --port 9443 --tls-cert-file cert.pem --tls-key-file key.pem
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var files: InjectorFiles
    @OptionGroup var bundle: BundleOptions
    @Option(help: "Port to listen on; 0 for any free one.") var port = 443
    @Option(help: "Address to listen on; all unless given.") var address = "0.0.0.0"
    @Option(help: "Revision of the control plane that sidecars connect to.") var revision = ""
    @Flag(help: "Let sidecars be init containers that stay, for clusters of Kubernetes 1.29 and later.")
    var nativeSidecars = false
    @Option(
        name: [.customLong("health-check-interval"), .customLong("healthCheckInterval")],
        help: "How often to write the health check file, such as 2s; 0 for never.")
    var healthCheckInterval: TimeSpan?
    @Option(
        name: [.customLong("health-check-file"), .customLong("healthCheckFile")],
        help: "File to write while the webhook serves.", completion: .file())
    var healthCheckFile: String?

    func run(in world: World) async throws {
        guard (0...65_535).contains(port) else { throw Failure.usage("--port \(port) is not in 0..65535") }
        let service = try WebhookService(
            files, revision: revision, usesNativeSidecars: nativeSidecars,
            logsRequests: (global.verbosity ?? 0) > 0, world)
        var server = HTTPSServer(service.identity, limits: Self.limits) { service.answer($0) }
        server.address = address
        server.port = port
        server.whenListening = { [address] port in
            let host = address.contains(":") ? "[\(address)]" : address
            world.note("injector listening on https://\(host):\(port)/inject")
        }
        let keeper = try BundleKeeper(bundle, world) { try world.connect(global).cluster }
        try await serve(server, service, keeper, world)
    }

    /// Istio takes as much; the largest object of a cluster and its predecessor fit in.
    private static let limits = ConnectionLimits(bodyBytes: 6 << 20)

    private func serve(
        _ server: HTTPSServer, _ service: WebhookService, _ keeper: BundleKeeper?, _ world: World
    ) async throws {
        let health = healthCheckInterval?.duration ?? .zero
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await service.followFiles() }
            if let keeper { group.addTask { await keeper.keep() } }
            if let file = healthCheckFile, health > .zero {
                group.addTask { await Self.writeHealth(to: file, every: health, world) }
            }
            defer { group.cancelAll() }
            do {
                try await server.runUntilSignal()
            } catch {
                throw Failure("cannot serve on \(address):\(port): \(error)")
            }
        }
    }

    private static func writeHealth(to file: String, every interval: Duration, _ world: World) async {
        while !Task.isCancelled {
            do throws(FileError) {
                try world.environment.files.publish(file, Array("ok".utf8))
            } catch {
                world.warn("\(file): \(error.reason)")
            }
            try? await Task.sleep(for: interval)
        }
    }
}
