import Testing
import YAML

@testable import Sandbox

/// Version, health and metrics, and the forms in which answers are shown.
@Suite struct ServerDocumentTests {
    private func text(_ api: Asking, _ target: String, method: String = "GET", accept: String = "*/*")
        async -> (status: Int, text: String)
    {
        let request = APIRequest(method: method, target: target, accept: accept)
        let response = await api.server.respond(to: request)
        guard case .bytes(let bytes) = response.body else { return (response.status, "") }
        return (response.status, String(decoding: bytes, as: UTF8.self))
    }

    @Test func theVersionTellsOfThisProgram() async throws {
        let version = try await Asking().ask("GET", "/version").body
        #expect(version["major"] == "1" && version["minor"] == "32")
        let built = try #require(version["buildDate"]?.string.flatMap(Timestamp.seconds))
        #expect(built > 1_700_000_000 && built <= Timestamp.now())
    }

    @Test(arguments: ["healthz", "livez", "readyz"]) func healthIsToldAsAWholeAndByCheck(endpoint: String)
        async throws
    {
        let store = try SandboxStore()
        let api = try await Asking(.none, store)
        #expect(await text(api, "/\(endpoint)") == (200, "ok"))
        #expect(
            await text(api, "/\(endpoint)?verbose")
                == (200, "[+]ping ok\n[+]store ok\n\(endpoint) check passed\n"))
        #expect(await text(api, "/\(endpoint)/store") == (200, "ok"))
        #expect(await text(api, "/\(endpoint)/absent").status == 404)
        store.close()
        let ill = await text(api, "/\(endpoint)")
        #expect(ill.status == 500 && ill.text.contains("[-]store failed"))
        #expect(await text(api, "/\(endpoint)?exclude=store") == (200, "ok"))
    }

    @Test func metricsCountRequestsAndObjects() async throws {
        let api = try await Asking()
        try await api.make("a")
        _ = try await api.ask("GET", Asking.rules)
        _ = try await api.ask("GET", Asking.rules + "/absent")
        let metrics = await text(api, "/metrics").text
        let place = #"group="config.istio.io",version="v1alpha2",resource="routerules",subresource="""#
        #expect(metrics.contains("apiserver_request_total{verb=\"POST\",\(place),code=\"201\"} 1\n"))
        #expect(metrics.contains("apiserver_request_total{verb=\"LIST\",\(place),code=\"200\"} 1\n"))
        #expect(metrics.contains("apiserver_request_total{verb=\"GET\",\(place),code=\"404\"} 1\n"))
        let bucket = "apiserver_request_duration_seconds_bucket{verb=\"LIST\",\(place),le=\"+Inf\"} 1\n"
        #expect(metrics.contains(bucket))
        #expect(metrics.contains("apiserver_storage_objects{resource=\"routerules.config.istio.io\"} 1\n"))
        #expect(metrics.contains("apiserver_longrunning_requests{verb=\"WATCH\"} 0\n"))
    }

    @Test func bucketsHoldWhatIsBelowThem() {
        let metrics = RequestMetrics()
        let label = RequestMetrics.Label(verb: "GET", code: 200)
        for milliseconds in [1, 3, 20_000] { metrics.count(label, took: .milliseconds(milliseconds)) }
        let count = metrics.all.first?.count
        #expect(count?.requests == 3 && count?.buckets == [1, 1, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test func answersAreIndentedOrYAMLWhenAsked() async throws {
        let api = try await Asking()
        try await api.make("a")
        let plain = await text(api, Asking.rules + "/a").text
        #expect(!plain.contains("\n"))
        let pretty = await text(api, Asking.rules + "/a?pretty=true").text
        #expect(pretty.hasPrefix("{\n    \"apiVersion\": ") && pretty.hasSuffix("}\n"))
        let yaml = await text(api, Asking.rules + "/a", accept: "application/yaml").text
        #expect(yaml.hasPrefix("apiVersion: config.istio.io/v1alpha2\nkind: RouteRule\n"))
        let refusal = await text(api, Asking.rules + "/b", accept: "application/yaml")
        #expect(refusal.status == 404 && refusal.text.contains("reason: NotFound\n"))
    }

    @Test func aHeadHasNoBody() async throws {
        let api = try await Asking()
        try await api.make("a")
        #expect(await text(api, Asking.rules + "/a", method: "HEAD") == (200, ""))
        #expect(await text(api, Asking.rules + "/b", method: "HEAD") == (404, ""))
        #expect(await text(api, Asking.rules + "?watch=1", method: "HEAD") == (200, ""))
    }
}
