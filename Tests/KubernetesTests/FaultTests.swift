import TestSupport
import Testing
import YAML

@testable import Kubernetes

/// What each kind of bad answer becomes.
@Suite struct FaultTests {
    static let rules = ResourceType(
        group: "config.istio.io", version: "v1alpha2", plural: "routerules", kind: "RouteRule")

    private func status(_ transport: ScriptedTransport, _ settings: RESTSettings = Fixture.settings())
        async throws -> APIStatus?
    {
        do {
            _ = try await Fixture.cluster(transport, settings)
                .create(Self.rules, namespace: "default", .emptyMap, WriteOptions())
        } catch ClusterError.status(let status) {
            return status
        }
        return nil
    }

    @Test(arguments: [
        (400, "BadRequest"), (401, "Unauthorized"), (403, "Forbidden"), (404, "NotFound"),
        (409, "AlreadyExists"),
        (422, "Invalid"), (500, "InternalError"), (503, "ServiceUnavailable"),
    ])
    func aStatusKeepsItsWords(_ code: Int, _ reason: String) async throws {
        let transport = ScriptedTransport({
            FakeAPI.json(code, FakeAPI.status(code, reason, "says the server"))
        })
        let status = try await status(transport)
        #expect(status?.code == code)
        #expect(status?.reason == reason)
        #expect(status?.message == "says the server")
        #expect(transport.requests.count == 1, "a create is not repeated unless the server asks for it")
    }

    @Test(arguments: [
        (
            500, "boom\n",
            "an error on the server (\"boom\") has prevented the request from succeeding"
                + " (post routerules.config.istio.io)"
        ),
        (
            404, "404 page not found\n",
            "the server could not find the requested resource (post routerules.config.istio.io)"
        ),
    ])
    func aTextBecomesKubectlsSentence(_ code: Int, _ body: String, _ message: String) async throws {
        let header = HTTPHeader("Content-Type", "text/plain; charset=utf-8")
        let status = try await status(
            ScriptedTransport({ HTTPResponse(status: code, headers: [header], bytes: Array(body.utf8)) }))
        #expect(status?.message == message)
    }

    @Test func discoveryErrorsNameNoResource() async {
        let cluster = Fixture.cluster(
            ScriptedTransport({ HTTPResponse(status: 500, bytes: Array("oops".utf8)) }))
        await #expect {
            try await cluster.document(at: "/apis/config.istio.io/v1alpha2")
        } throws: { error in
            guard case ClusterError.status(let status) = error else { return false }
            return status.message
                == "an error on the server (\"oops\") has prevented the request from succeeding"
        }
    }

    @Test(arguments: [429, 503])
    func everyRequestIsRepeatedWhenTheServerAsks(_ code: Int) async throws {
        let busy = FakeAPI.json(code, FakeAPI.status(code, "Busy"), [HTTPHeader("Retry-After", "0")])
        let transport = ScriptedTransport({ busy }, { busy }, { FakeAPI.json(201, ["kind": "RouteRule"]) })
        #expect(try await status(transport) == nil)
        #expect(transport.requests.count == 3)
    }

    @Test func repeatingEnds() async throws {
        let busy = FakeAPI.json(429, FakeAPI.status(429, "TooManyRequests"), [HTTPHeader("Retry-After", "0")])
        let transport = ScriptedTransport({ busy })
        #expect(try await status(transport, Fixture.settings(tries: 4))?.code == 429)
        #expect(transport.requests.count == 5)
    }

    @Test func readingIsRepeatedUnasked() async throws {
        let transport = ScriptedTransport(
            { HTTPResponse(status: 502) }, { throw TransportError.cutShort("gone", beforeAnswer: true) },
            { FakeAPI.json(200, ["kind": "RouteRule"]) })
        _ = try await Fixture.cluster(transport).get(Self.rules, namespace: "default", name: "a")
        #expect(transport.requests.count == 3)
    }

    @Test(arguments: ["", "{", "<html>login</html>", "{\"a\":1,}", "[1"])
    func whatIsNoJSONIsMalformed(_ body: String) async {
        let cluster = Fixture.cluster(
            ScriptedTransport({ HTTPResponse(status: 200, bytes: Array(body.utf8)) }))
        await #expect {
            try await cluster.get(Self.rules, namespace: "default", name: "a")
        } throws: { error in
            if case ClusterError.malformed = error { true } else { false }
        }
    }

    @Test func aFailureWithinASuccessIsAnError() async throws {
        let transport = ScriptedTransport({ FakeAPI.json(200, FakeAPI.status(403, "Forbidden")) })
        #expect(try await status(transport)?.code == 403)
    }

    @Test func hugeAnswersAreRefused() async {
        var settings = Fixture.settings()
        settings.sizeLimit = 1000
        let transport = ScriptedTransport({
            HTTPResponse(
                status: 200,
                body: HTTPResponse.Body { [UInt8](repeating: 32, count: 100) })
        })
        let cluster = Fixture.cluster(transport, settings)
        await #expect {
            try await cluster.get(Self.rules, namespace: "default", name: "a")
        } throws: { error in
            guard case ClusterError.malformed(_, let reason) = error else { return false }
            return reason == "it is larger than 1000 bytes"
        }
    }

    @Test func redirectsAreNotFollowed() async throws {
        let location = HTTPHeader("Location", "https://elsewhere.example/\u{1B}[2J")
        let transport = ScriptedTransport({ HTTPResponse(status: 302, headers: [location]) })
        let message = try await status(transport)?.message ?? ""
        #expect(
            message.hasPrefix("the server answered with a redirect to \"https://elsewhere.example/\\x1b[2J\"")
        )
        #expect(transport.requests.count == 1)
    }

    @Test func anExpiredPageBeginsTheListAnew() async throws {
        let item: Node = ["metadata": ["name": "a"]]
        let first: Node = ["metadata": ["continue": "t"], "items": [item]]
        let transport = ScriptedTransport(
            { FakeAPI.json(200, first) }, { FakeAPI.json(410, FakeAPI.status(410, "Expired")) },
            { FakeAPI.json(200, ["metadata": ["resourceVersion": "7"], "items": [item, item]]) })
        let items = try await Pager(Fixture.cluster(transport), Self.rules).all()
        #expect(items.count == 2)
        #expect(items.first?["kind"] == "RouteRule")
        #expect(
            transport.requests.map(\.target) == [
                "/apis/config.istio.io/v1alpha2/routerules?limit=500",
                "/apis/config.istio.io/v1alpha2/routerules?limit=500&continue=t",
                "/apis/config.istio.io/v1alpha2/routerules",
            ])
    }

    @Test func aWatchEndsByItsError() async throws {
        let gone: Node = ["type": "ERROR", "object": FakeAPI.status(410, "Expired")]
        let cluster = Fixture.cluster(
            ScriptedTransport({ HTTPResponse(status: 200, bytes: JSONWriter.bytes(gone) + [0x0A]) }))
        await #expect {
            for try await _ in cluster.watch(Self.rules, namespace: nil, ListOptions()) {}
        } throws: { error in
            guard case ClusterError.status(let status) = error else { return false }
            return status.code == 410
        }
    }
}
