import ArgumentParser
import Diagnostics
import Injection
import Kubernetes
import YAML

/// The files that an injection webhook lives on; where none are named, those are used that 0.7.1's
/// sidecar-injector had, and where these are not there either, templates of our own.
struct InjectorFiles: ParsableArguments {
    @Option(
        name: [.customLong("inject-config"), .customLong("injectConfig")],
        help: "Templates and policy, as the key config of the ConfigMap istio-sidecar-injector.",
        completion: .file())
    var injectConfig: String?
    @Option(
        name: [.customLong("values"), .customLong("valuesFile")],
        help: "Values for templates, as the key values of the same ConfigMap.", completion: .file())
    var values: String?
    @Option(
        name: [.customLong("mesh-config"), .customLong("meshConfig")],
        help: "Settings of the mesh, as the key mesh of the ConfigMap istio.", completion: .file())
    var meshConfig: String?
    @Option(
        name: [.customLong("tls-cert-file"), .customLong("tlsCertFile")],
        help: "Certificate for HTTPS in PEM, its chain after it.", completion: .file())
    var certificate = "/etc/istio/certs/cert.pem"
    @Option(
        name: [.customLong("tls-key-file"), .customLong("tlsKeyFile")],
        help: "Private key of the certificate in PEM.", completion: .file())
    var key = "/etc/istio/certs/key.pem"

    /// Bytes that a file may have; a ConfigMap holds less.
    private static let sizeLimit = 4 << 20

    private enum Standard {
        static let injectConfig = "/etc/istio/inject/config"
        static let values = "/etc/istio/inject/values"
        static let meshConfig = "/etc/istio/config/mesh"
    }

    /// A file's path and content.
    struct Content: Equatable, Sendable {
        let path: String
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// The contents that make the injection; what is nil is ours or the default.
    struct Settings: Equatable, Sendable {
        var injectConfig: Content?
        var meshConfig: Content?
        var values: Content?
    }

    struct Credentials: Equatable, Sendable {
        var certificate: [UInt8]
        var key: [UInt8]
    }

    func settings(_ files: any FileAccess) throws(Failure) -> Settings {
        Settings(
            injectConfig: try Self.content(injectConfig, orOf: Standard.injectConfig, files),
            meshConfig: try Self.content(meshConfig, orOf: Standard.meshConfig, files),
            values: try Self.content(values, orOf: Standard.values, files))
    }

    func credentials(_ files: any FileAccess) throws(Failure) -> Credentials {
        Credentials(certificate: try Self.read(certificate, files), key: try Self.read(key, files))
    }

    /// Of a file that is named, or else of a usual one if it is there.
    private static func content(
        _ path: String?, orOf standard: String, _ files: any FileAccess
    ) throws(Failure) -> Content? {
        if path == nil, !files.exists(standard) { return nil }
        let path = path ?? standard
        return Content(path: path, bytes: try read(path, files))
    }

    private static func read(_ path: String, _ files: any FileAccess) throws(Failure) -> [UInt8] {
        do throws(FileError) {
            return try files.read(path, limit: sizeLimit)
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
    }

    // MARK: What they say

    /// The injection that the contents describe; the error names the file that is broken.
    static func injection(
        _ settings: Settings, revision: String, usesNativeSidecars: Bool
    ) throws(Failure) -> any PodInjection {
        let isOurs = settings.injectConfig == nil
        let mesh = try document(settings.meshConfig) ?? (isOurs ? BuiltIn.mesh : .emptyMap)
        let values = try document(settings.values) ?? (isOurs ? BuiltIn.values : .emptyMap)
        let text = settings.injectConfig?.text ?? BuiltIn.configuration
        let name = settings.injectConfig?.path ?? "built-in"
        do throws(InjectionError) {
            if let policy = ClassicPodInjection.policy(ofConfiguration: text) {
                let template = try ClassicInjector.template(ofConfiguration: text, name: name)
                let injector = try ClassicInjector(template: template, ClassicMeshSettings(mesh))
                return ClassicPodInjection(injector, policy: policy)
            }
            return Injector(
                try InjectionConfiguration(text, name: name), InjectionValues(values), MeshSettings(mesh),
                revision: revision, usesNativeSidecars: usesNativeSidecars)
        } catch {
            throw Failure("\(name): \(error.message)", code: .badInput)
        }
    }

    /// The one map of a YAML file, which may be empty; nil without a file.
    private static func document(_ content: Content?) throws(Failure) -> Node? {
        guard let content else { return nil }
        let documents = YAMLReader.documents(in: Source(name: content.path, text: content.bytes))
        if let problem = documents.flatMap(\.problems).first(where: { $0.severity == .error }) {
            let place = problem.position.map { ":\($0.mark.line):\($0.mark.column)" } ?? ""
            throw Failure("\(content.path)\(place): \(problem.message)", code: .badInput)
        }
        guard let root = documents.first?.root, !root.isNull else { return .emptyMap }
        guard root.map != nil, documents.count == 1 else {
            throw Failure("\(content.path): expected one map, found \(root.kindName)", code: .badInput)
        }
        return root
    }
}
