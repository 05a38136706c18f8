import ArgumentParser
import Injection
import Kubernetes
import Serving
import YAML

/// `istioctl sandbox stand-in`: the program of a known image, for pods of the sandbox; hidden.
struct SandboxStandIn: Verb {
    static let configuration = CommandConfiguration(
        commandName: "stand-in", abstract: "Stand for the program of an image in a pod of the sandbox.",
        discussion: """
            The sandbox has no containers. What stands for Istio's images answers on the ports of the pod; \
            for `pilot` with a port for webhooks it is the injection webhook of the revision, too.

            Examples:
              istioctl sandbox stand-in proxyv2 --address 127.0.0.1 --port 15021
            """, shouldDisplay: false)

    /// Where API servers ask istiod.
    private static let webhookPort = 15_017

    @Argument(help: "The image's name.") var image: String
    @Option(help: "Address to listen on.") var address = "127.0.0.1"
    @Option(help: "Ports to listen on.") var port: [Int] = []
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let text = "The sandbox of istioctl stands here for the image \(image)."
        world.print(text)
        // Istio's control plane of then had an injector beside it.
        let injects = image == "pilot" && port.contains(Self.webhookPort)
        let ports = Set(port).filter { (1...65_535).contains($0) && !(injects && $0 == Self.webhookPort) }
        await withTaskGroup(of: Void.self) { group in
            for port in ports.sorted() {
                group.addTask {
                    do {
                        try await StandIn(address: address, port: port, text: text).run()
                    } catch {
                        // Low ports are not everybody's.
                        world.warn("cannot listen on \(address):\(port): \(error)")
                    }
                }
            }
            if injects {
                group.addTask {
                    do {
                        try await StandInInjector(world, global).run(address: address, port: Self.webhookPort)
                    } catch {
                        world.warn("no injection: \((error as? Failure)?.message ?? "\(error)")")
                    }
                }
            }
        }
    }
}

/// istiod's injector: templates and values are those of the control plane's own objects.
private struct StandInInjector {
    private let world: World
    private let global: GlobalOptions
    private let namespace: String
    private let revision: String?
    private let cluster: any Cluster

    /// How often the objects are looked at.
    private static let interval = Duration.seconds(2)
    /// Of a certificate that nobody sees but the sandbox, in seconds.
    private static let lifetime: Int64 = 365 * 86_400

    init(_ world: World, _ global: GlobalOptions) throws {
        self.world = world
        self.global = global
        namespace = world.variable("POD_NAMESPACE") ?? "istio-system"
        revision = world.variable("REVISION").flatMap { $0 == "default" ? nil : $0 }
        cluster = try world.connect(global).cluster
    }

    func run(address: String, port: Int) async throws {
        let suffix = revision.map { "-\($0)" } ?? ""
        let authority = try CertificateAuthority(
            named: "sandbox", now: world.now(), lifetime: Self.lifetime)
        let pair = try authority.certificate(
            named: "istiod", ServerNames(service: "istiod\(suffix)", namespace: namespace), now: world.now(),
            lifetime: Self.lifetime)
        try write("ca.pem", authority.certificatePEM)
        try write("cert.pem", pair.certificatePEM)
        try write("key.pem", pair.keyPEM)
        try await writeConfiguration(suffix)
        let files = try InjectorFiles.parse([
            "--inject-config", "config", "--values", "values", "--mesh-config", "mesh", "--tls-cert-file",
            "cert.pem",
            "--tls-key-file", "key.pem",
        ])
        let service = try WebhookService(
            files, revision: revision ?? "default", usesNativeSidecars: false, logsRequests: false, world)
        var server = HTTPSServer(service.identity, limits: ConnectionLimits(bodyBytes: 6 << 20)) {
            service.answer($0)
        }
        server.address = address
        server.port = port
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [server] in try await server.run() }
            group.addTask { await service.followFiles() }
            group.addTask { try await keepUp(suffix) }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Follows the objects, and makes the webhooks trust this server.
    private func keepUp(_ suffix: String) async throws {
        while true {
            try? await writeConfiguration(suffix)
            for webhooks in (try? await webhooks()) ?? [] {
                let options = try BundleOptions.parse([
                    "--ca-cert-file", "ca.pem", "--webhook-config-name", webhooks,
                ])
                _ = try? await BundleKeeper(options, world, cluster: { cluster })?.write()
            }
            try await Task.sleep(for: Self.interval)
        }
    }

    private func webhooks() async throws -> [String] {
        let options = ListOptions(
            labelSelector: "app=sidecar-injector,istio.io/rev=\(revision ?? "default")")
        return try await Pager(cluster, .mutatingWebhooks, options).all()
            .compactMap { $0[["metadata", "name"]]?.string }
    }

    private func writeConfiguration(_ suffix: String) async throws {
        let injector = try await cluster.get(
            .configMaps, namespace: namespace, name: "istio-sidecar-injector\(suffix)")
        let mesh = try await cluster.get(.configMaps, namespace: namespace, name: "istio\(suffix)")
        try write("config", injector[["data", "config"]]?.string ?? "")
        try write("values", injector[["data", "values"]]?.string ?? "")
        try write("mesh", mesh[["data", "mesh"]]?.string ?? "")
    }

    /// Below the working directory, which is the pod's own.
    private func write(_ name: String, _ text: String) throws {
        do throws(FileError) {
            let bytes = Array(text.utf8)
            if (try? world.environment.files.read(name, limit: 8 << 20)) == bytes { return }
            try world.environment.files.publish(name, bytes)
        } catch {
            throw Failure("\(name): \(error.reason)")
        }
    }
}
