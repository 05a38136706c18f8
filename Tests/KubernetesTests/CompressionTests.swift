import Testing
import YAML

@testable import Kubernetes

/// Compressed answers, honest and hostile.
@Suite struct CompressionTests {
    /// 200,000 zero bytes.
    private static let bomb =
        "H4sIAAAAAAACA+3BMQEAAADCoPVPbQZ/o" + String(repeating: "A", count: 257) + "CA1wB7WOBcQA0DAA=="

    private func answer(_ bytes: [UInt8], limit: Int = 100_000) async throws -> Node {
        let encoding = HTTPHeader("Content-Encoding", "gzip")
        let server = try await LoopbackServer(
            .serve(ScriptedTransport({ HTTPResponse(status: 200, headers: [encoding], bytes: bytes) })))
        var settings = Fixture.settings()
        settings.sizeLimit = limit
        let cluster = RESTCluster(
            Fixture.configuration(port: server.port), in: Fixture.environment(), settings)
        let result: Result<Node, any Error>
        do {
            result = .success(try await cluster.document(at: "/version"))
        } catch {
            result = .failure(error)
        }
        await cluster.close()
        await server.stop()
        return try result.get()
    }

    private func reason(_ bytes: [UInt8]) async -> String? {
        do {
            _ = try await answer(bytes)
        } catch ClusterError.malformed(_, let reason) {
            return reason
        } catch {}
        return nil
    }

    @Test func anAnswerIsUnpacked() async throws {
        let bytes = try #require(Base64.decode("H4sIAAAAAAACA6tWys7MS1GyUvLMS8tXqgUAXtmjnw8AAAA="))
        #expect(try await answer(bytes) == ["kind": "Info"])
    }

    @Test func aBombIsRefusedAtTheLimit() async throws {
        let bytes = try #require(Base64.decode(Self.bomb))
        #expect(bytes.count < 1000)
        #expect(await reason(bytes) == "it is too large")
    }

    @Test func whatIsNotCompressedIsMalformed() async {
        #expect(await reason(Array("{\"kind\":\"Info\"}".utf8)) == "it is not validly compressed")
    }

    @Test func halfAnAnswerIsMalformed() async throws {
        let bytes = try #require(Base64.decode("H4sIAAAAAAACA6tWys7MS1GyUvLMS8tXqgUAXtmjnw8AAAA="))
        #expect(await reason(Array(bytes.prefix(bytes.count / 2))) == "it is not validly compressed")
    }
}
