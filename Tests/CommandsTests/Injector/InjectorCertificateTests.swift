import Kubernetes
import Serving
import Testing
import YAML

@testable import Commands

@Suite struct InjectorCertificateTests {
    private static func secret(_ text: String) throws -> Node {
        try #require(YAMLReader.documents(in: .init(name: "output", text)).first?.root)
    }

    private static func text(_ secret: Node, _ key: String) -> String? {
        secret[["data", key]]?.string.flatMap(Base64.decode).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func theSecretServes() async throws {
        let world = TestWorld()
        #expect(await world.run("injector", "create-cert", "--service", "hook", "-n", "mesh") == .done)
        let secret = try Self.secret(world.output)
        #expect(secret["kind"] == "Secret")
        #expect(secret["metadata"] == ["name": "sidecar-injector-certs", "namespace": "mesh"])
        let certificate = try #require(Self.text(secret, "cert.pem"))
        let key = try #require(Self.text(secret, "key.pem"))
        _ = try TLSIdentity(certificate: Array(certificate.utf8), key: Array(key.utf8))
        #expect(Self.text(secret, "ca-cert.pem")?.hasPrefix("-----BEGIN CERTIFICATE-----") == true)
        #expect(secret["data"]?.map?.count == 3, "the authority's key is nobody's business")
    }

    @Test func filesAndTheirAuthorityCanBeUsedAgain() async throws {
        let world = TestWorld()
        #expect(await world.run("injector", "create-cert", "--out-dir", "c") == .done)
        #expect(world.output == "c/cert.pem\nc/key.pem\nc/ca-cert.pem\nc/ca-key.pem\n")
        let authority = world.files.text("c/ca-cert.pem")
        let first = world.files.text("c/cert.pem")
        #expect(
            await world.run(
                "injector", "create-cert", "--out-dir", "d", "--ca-cert", "c/ca-cert.pem", "--ca-key",
                "c/ca-key.pem") == .done)
        #expect(world.files.text("d/ca-cert.pem") == authority)
        #expect(world.files.text("d/cert.pem") != first)
        #expect(world.files.text("d/ca-key.pem") == nil)
    }

    @Test(arguments: [
        (["--days", "0"], "--days 0 is not in 1..36500"), (["--ca-cert", "c"], "belong together"),
        (["--name", "bücher"], "\"bücher\" cannot be the name of a server"),
        (["--service", "a b"], "\"a b\" cannot be the name of a server"),
        (["--csr", "--ca-cert", "c", "--ca-key", "k"], "exclude each other"),
    ])
    func wrongFlags(_ flags: [String], _ message: String) async {
        let world = TestWorld()
        #expect(await world.run(["injector", "create-cert"] + flags) == .usage)
        #expect(world.errors.contains(message))
    }

    @Test func wrongAuthorities() async {
        let world = TestWorld(files: ["c": "x", "k": "y"])
        #expect(await world.run("injector", "create-cert", "--ca-cert", "c", "--ca-key", "k") == .badInput)
        #expect(world.errors.contains("c and k are not the certificate of an authority and its key"))
        #expect(await world.run("injector", "create-cert", "--ca-cert", "c", "--ca-key", "z") == .failed)
        #expect(world.errors.contains("open z: no such file or directory"))
    }
}

@Suite struct ClusterSigningTests {
    private static let name = "hook.mesh"
    private static let key = "certificatesigningrequests//hook.mesh"
    private static let names = ServerNames(service: "hook", namespace: "mesh")

    private func sign(_ cluster: RecordingCluster, signer: String = ClusterSigning.servingSigner) async throws
        -> CertificateAuthority.Pair
    {
        try await ClusterSigning(cluster: cluster, signer: signer, timeout: .milliseconds(300), days: 10)
            .certificate(named: Self.name, Self.names)
    }

    @Test func requestsAreMadeApprovedAndWaitedFor() async throws {
        let cluster = SigningCluster(certificate: "PEM")
        let pair = try await ClusterSigning(
            cluster: cluster, signer: ClusterSigning.servingSigner, timeout: .seconds(5), days: 10
        ).certificate(named: Self.name, Self.names)
        #expect(pair.certificatePEM == "PEM")
        #expect(pair.keyPEM.contains("PRIVATE KEY"))
        let asked = await cluster.asked
        #expect(
            asked == ["delete hook.mesh", "create hook.mesh", "replace hook.mesh/approval", "get hook.mesh"])
        let request = await cluster.created?["spec"]
        #expect(request?["signerName"] == "kubernetes.io/kubelet-serving")
        #expect(request?["usages"]?.list?.contains("server auth") == true)
        #expect(request?["expirationSeconds"] == 864_000)
    }

    @Test func whoWaitsInVainIsTold() async {
        let failure = await #expect(throws: Failure.self) { try await sign(RecordingCluster()) }
        #expect(failure?.message?.contains("has not signed it within") == true)
    }

    @Test func refusalsEndTheWaiting() async {
        let cluster = SigningCluster(condition: ["type": "Failed", "message": "no such usage"])
        let failure = await #expect(throws: Failure.self) {
            _ = try await ClusterSigning(
                cluster: cluster, signer: "example.org/s", timeout: .seconds(5), days: 10
            ).certificate(named: Self.name, Self.names)
        }
        #expect(failure?.message == "CertificateSigningRequest hook.mesh was failed: no such usage")
    }
}

/// A cluster whose signer answers at once.
private actor SigningCluster: Cluster {
    private(set) var asked: [String] = []
    private(set) var created: Node?
    private let status: Node

    init(certificate: String) { status = ["certificate": Node(Base64.encode(Array(certificate.utf8)))] }
    init(condition: Node) { status = ["conditions": [condition]] }

    func get(_ type: ResourceType, namespace: String?, name: String) async throws -> Node {
        asked.append("get \(name)")
        return ["status": status]
    }

    func page(_ type: ResourceType, namespace: String?, _ options: ListOptions) async throws -> Node {
        ["items": []]
    }

    func create(_ type: ResourceType, namespace: String?, _ object: Node, _ options: WriteOptions)
        async throws -> Node
    {
        asked.append("create \(object[["metadata", "name"]]?.string ?? "")")
        created = object
        return object
    }

    func replace(
        _ type: ResourceType, namespace: String?, name: String, _ object: Node, _ options: WriteOptions
    ) async throws -> Node {
        asked.append("replace \(name)/\(options.subresource ?? "")")
        return object
    }

    func patch(
        _ type: ResourceType, namespace: String?, name: String, _ patch: Patch, _ options: WriteOptions
    ) async throws -> Node { patch.body }

    func delete(_ type: ResourceType, namespace: String?, name: String, _ options: WriteOptions) async throws
        -> Node
    {
        asked.append("delete \(name)")
        throw RecordingCluster.missing
    }

    nonisolated func watch(_ type: ResourceType, namespace: String?, _ options: ListOptions)
        -> AsyncThrowingStream<WatchEvent, any Error>
    {
        AsyncThrowingStream { $0.finish() }
    }

    func document(at path: String) async throws -> Node { throw RecordingCluster.missing }

    func bytes(at path: String) async throws -> [UInt8] { throw RecordingCluster.missing }
}
