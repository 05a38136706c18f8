import Kubernetes
import Testing
import YAML

@testable import Commands

@Suite struct BundleKeeperTests {
    private static let pem = "-----BEGIN CERTIFICATE-----\n"
    private static let key = "mutatingwebhookconfigurations//hooks"

    private static func configuration(_ bundles: String?...) -> Node {
        let webhooks = bundles.enumerated().map { index, bundle -> Node in
            var client: Node = ["url": "https://192.0.2.1"]
            if let bundle { client.set("caBundle", Node(bundle)) }
            return ["name": Node("w\(index)"), "clientConfig": client]
        }
        return ["metadata": ["name": "hooks", "resourceVersion": "4"], "webhooks": Node(webhooks)]
    }

    private static func keeper(_ cluster: RecordingCluster, _ file: String, webhook: String? = nil) throws
        -> BundleKeeper?
    {
        let world = TestWorld(files: ["ca": file])
        let words = ["--caCertFile", "ca", "--webhookConfigName", "hooks"]
        let options = try BundleOptions.parse(words + (webhook.map { ["--webhookName", $0] } ?? []))
        return try BundleKeeper(options, world.world) { cluster }
    }

    @Test func theAuthorityIsWrittenWhereItIsNot() async throws {
        let wanted = Base64.encode(Array(Self.pem.utf8))
        let cluster = RecordingCluster([Self.key: Self.configuration(nil, wanted, "b2xk")])
        let keeper = try #require(try Self.keeper(cluster, Self.pem))
        #expect(try await keeper.write())
        let written = try #require(await cluster.bodies.first)
        #expect(written == Self.configuration(wanted, wanted, wanted))
    }

    @Test func nothingIsWrittenTwice() async throws {
        let wanted = Base64.encode(Array(Self.pem.utf8))
        let cluster = RecordingCluster([Self.key: Self.configuration(wanted, nil)])
        let keeper = try #require(try Self.keeper(cluster, Self.pem, webhook: "w0"))
        #expect(try await keeper.write() == false)
        #expect(await cluster.bodies.isEmpty)
    }

    @Test(arguments: [
        ("text", nil, "there is no certificate in PEM"), (pem, "w7", "it has no webhook w7"),
    ])
    func whatIsMissingIsSaid(_ file: String, _ webhook: String?, _ message: String) async throws {
        let cluster = RecordingCluster([Self.key: Self.configuration(nil)])
        let keeper = try #require(try Self.keeper(cluster, file, webhook: webhook))
        let failure = await #expect(throws: Failure.self) { try await keeper.write() }
        #expect(failure?.message?.contains(message) == true)
    }

    @Test func withoutAFileThereIsNothingToKeep() throws {
        let keeper = try BundleKeeper(try BundleOptions.parse([]), TestWorld().world) {
            throw Failure("no cluster is needed")
        }
        #expect(keeper == nil)
    }
}
