import Testing
import YAML

@testable import Sandbox

@Suite struct DiscoveryTests {
    @Test func groupsAndResourcesAreListed() async throws {
        let api = try await Asking()
        let groups = try await api.ask("GET", "/apis").body["groups"]?.list ?? []
        let networking = groups.first { $0["name"] == "networking.istio.io" }
        #expect(networking?["preferredVersion"]?["version"] == "v1")
        let rules = try await api.ask("GET", "/apis/config.istio.io/v1alpha2").body["resources"]?.list ?? []
        let rule = rules.first { $0["name"] == "routerules" }
        #expect(rule?["kind"] == "RouteRule" && rule?["namespaced"] == true)
        #expect(try await api.ask("GET", "/api/v1").body["groupVersion"] == "v1")
        for path in ["/apis/none.example", "/apis/none.example/v1", "/api/v2", "/apis/apps/v2", "/none"] {
            #expect(try await api.ask("GET", path).status == 404, "\(path)")
        }
    }

    @Test func discoveryIsAlsoOneDocument() async throws {
        let api = try await Asking()
        let accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json"
        let list = try await api.ask("GET", "/apis", accept: accept).body
        #expect(list["kind"] == "APIGroupDiscoveryList" && list["apiVersion"] == "apidiscovery.k8s.io/v2")
        #expect(list["items"]?.list?.isEmpty == false)
        #expect(try await api.ask("GET", "/api", accept: accept).body["items"]?.list?.count == 1)
    }

    @Test func podsHaveTheirParts() async throws {
        let api = try await Asking()
        let list = try await api.ask("GET", "/api/v1").body["resources"]?.list ?? []
        let parts = list.filter { $0["name"]?.string?.hasPrefix("pods/") == true }
        #expect(
            parts.map { "\($0["name"]?.string ?? "") \($0["kind"]?.string ?? "")" } == [
                "pods/attach PodAttachOptions", "pods/eviction Eviction", "pods/exec PodExecOptions",
                "pods/log Pod", "pods/portforward PodPortForwardOptions", "pods/status Pod",
            ])
        #expect(parts.map { $0["group"]?.string } == [nil, "policy", nil, nil, nil, nil])
    }

    @Test func healthAndVersionAnswer() async throws {
        let api = try await Asking()
        #expect(try await api.ask("GET", "/version").body["major"] == "1")
        for path in ["/healthz", "/livez", "/readyz"] {
            #expect(await api.server.respond(to: APIRequest(method: "GET", target: path)).status == 200)
        }
    }

    @Test func schemasAreServedForEveryVersion() async throws {
        let api = try await Asking()
        let paths = try await api.ask("GET", "/openapi/v3").body["paths"]?.map ?? []
        #expect(paths.count > 5)
        for path in paths {
            let (status, document) = try await api.ask("GET", "/openapi/v3/" + path.key)
            #expect(status == 200 && document["components"]?["schemas"]?.map?.isEmpty == false)
        }
    }
}
