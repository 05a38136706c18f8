import ArgumentParser
import Injection
import Kubernetes
import YAML

/// `istioctl injector webhook-config`: how a cluster comes to ask the webhook.
struct InjectorWebhookConfig: Verb {
    static let configuration = CommandConfiguration(
        commandName: "webhook-config",
        abstract: "Print the MutatingWebhookConfiguration that makes a cluster ask the webhook.",
        discussion: """
            The authority that the cluster is to trust comes from a file, from a Secret of the cluster, or, \
            when the cluster signed the webhook's certificate itself, from the kubeconfig; the last is what \
            is done unless told otherwise. Pods are chosen by the labels istio-injection and istio.io/rev of \
            their namespaces, and sidecar.istio.io/inject and istio.io/rev of their own.

            Examples:
              istioctl injector webhook-config --ca-secret sidecar-injector-certs | kubectl apply -f -
              istioctl injector webhook-config --ca-file certs/ca-cert.pem --url https://192.0.2.1:9443/inject
              istioctl injector webhook-config --revision canary --service injector-canary
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "Name of the configuration; istio-sidecar-injector, and the revision, unless given.")
    var name: String?
    @Option(name: .shortAndLong, help: "Revision whose pods are injected; the default one unless given.")
    var revision = ""
    @Option(help: "Service in front of the webhook.") var service = InjectorDefaults.service
    @Option(help: "Port of the service.") var port = 443
    @Option(help: "Path at which the webhook is asked.") var path = "/inject"
    @Option(help: "Address of a webhook that has no service, such as https://192.0.2.1:9443/inject.")
    var url: String?
    @Option(help: "Authorities to trust: a file in PEM.", completion: .file()) var caFile: String?
    @Option(help: "Authorities to trust: a Secret of the cluster, its key ca-cert.pem or ca.crt.")
    var caSecret: String?
    @Flag(help: "Authorities to trust: those of the kubeconfig's cluster.") var caKubeconfig = false
    @Flag(help: "Inject pods that nobody labelled in namespaces that nobody labelled.")
    var injectUnlabelled = false
    @Option(help: "What happens to pods while the webhook does not answer: Fail or Ignore.")
    var failurePolicy = FailurePolicy.fail
    @Option(help: "How many seconds a cluster waits for the webhook, 1 to 30.") var timeout: Int?

    enum FailurePolicy: String, ExpressibleByArgument, CaseIterable {
        case fail = "Fail"
        case ignore = "Ignore"
    }

    private static let sizeLimit = 1 << 20

    func run(in world: World) async throws {
        guard (1...65_535).contains(port) else { throw Failure.usage("--port \(port) is not in 1..65535") }
        guard path.hasPrefix("/") else { throw Failure.usage("--path \"\(path)\" does not begin with /") }
        if let timeout, !(1...30).contains(timeout) {
            throw Failure.usage("--timeout \(timeout) is not in 1..30")
        }
        guard [caFile != nil, caSecret != nil, caKubeconfig].filter({ $0 }).count <= 1 else {
            throw Failure.usage("--ca-file, --ca-secret and --ca-kubeconfig exclude each other")
        }
        var registration = WebhookRegistration(name: name ?? standardName, place: try place(world))
        registration.revision = revision
        registration.takesUnlabelled = injectUnlabelled
        registration.isRequired = failurePolicy == .fail
        registration.timeout = timeout
        registration.authority = try await authority(world)
        world.output.write(YAMLWriter.text(registration.node))
    }

    private var standardName: String { "istio-sidecar-injector" + (revision.isEmpty ? "" : "-\(revision)") }

    private func place(_ world: World) throws -> WebhookRegistration.Place {
        guard let url else {
            return .service(name: service, namespace: namespace(world), port: port, path: path)
        }
        guard let parsed = try? ServerURL.parse(url), parsed.isSecure else {
            throw Failure.usage(
                "--url \"\(url)\" is not the address of a webhook, such as https://192.0.2.1:9443/inject")
        }
        return .url(url)
    }

    private func namespace(_ world: World) -> String {
        global.connection.namespace ?? world.controlPlaneNamespace(global)
    }

    // MARK: Whom to trust

    private func authority(_ world: World) async throws -> String {
        if let caFile { return try Self.checked(try Self.read(caFile, world), caFile) }
        if let caSecret { return try await authority(ofSecret: caSecret, world) }
        guard let configuration = try world.configuration(global.connection),
            let bundle = configuration.tls.certificateAuthority
        else {
            throw Failure(
                "no kubeconfig names an authority to trust; name one with --ca-file or --ca-secret")
        }
        return String(decoding: bundle, as: UTF8.self)
    }

    private func authority(ofSecret name: String, _ world: World) async throws -> String {
        let namespace = namespace(world)
        let secret = try await world.connect(global).cluster.get(.secrets, namespace: namespace, name: name)
        for key in [InjectorDefaults.authority, "ca.crt", "root-cert.pem"] {
            if let text = secret[["data", key]]?.string, let pem = Base64.decode(text) {
                return try Self.checked(pem, "\(key) of Secret \(namespace)/\(name)")
            }
        }
        throw Failure("Secret \(namespace)/\(name) has no \(InjectorDefaults.authority) and no ca.crt")
    }

    private static func read(_ path: String, _ world: World) throws(Failure) -> [UInt8] {
        do throws(FileError) {
            return try world.environment.files.read(path, limit: sizeLimit)
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
    }

    private static func checked(_ pem: [UInt8], _ name: String) throws(Failure) -> String {
        let text = String(decoding: pem, as: UTF8.self)
        guard text.contains("-----BEGIN CERTIFICATE-----") else {
            throw Failure("\(name): there is no certificate in PEM", code: .badInput)
        }
        return text
    }
}
