import Diagnostics
import Testing
import YAML

@testable import Sandbox

@Suite struct APIServerTests {
    @Test func aNewObjectGetsWhatTheServerDecides() async throws {
        let api = try await Asking()
        let made = try await api.make("details")
        #expect(made["metadata"]?["uid"]?.string?.utf8.count == 36)
        #expect(made["metadata"]?["generation"] == 1)
        #expect(made["metadata"]?["creationTimestamp"]?.string?.hasSuffix("Z") == true)
        #expect(made["metadata"]?["resourceVersion"] == "104")
        let (status, read) = try await api.ask("GET", Asking.rules + "/details")
        #expect(status == 200 && read == made)
    }

    @Test func whatIsMissingIsNotFound() async throws {
        let api = try await Asking()
        let (status, body) = try await api.ask("GET", Asking.rules + "/absent")
        #expect(status == 404)
        #expect(body["message"] == #"routerules.config.istio.io "absent" not found"#)
        #expect(body["details"] == ["name": "absent", "group": "config.istio.io", "kind": "routerules"])
        #expect(try await api.ask("GET", "/apis/none/v1/things").body["reason"] == "NotFound")
        #expect(try await api.ask("DELETE", Asking.rules + "/absent").status == 404)
    }

    @Test func aNameIsTakenOnce() async throws {
        let api = try await Asking()
        try await api.make("details")
        let (status, body) = try await api.ask("POST", Asking.rules, Asking.rule("details"))
        #expect(status == 409 && body["reason"] == "AlreadyExists")
        #expect(body["message"] == #"routerules.config.istio.io "details" already exists"#)
    }

    @Test func namesAreChecked() async throws {
        let api = try await Asking()
        let (status, body) = try await api.ask("POST", Asking.rules, Asking.rule("No_Name"))
        #expect(status == 422 && body["reason"] == "Invalid")
        #expect(body["details"]?["causes"]?.list?.first?["field"] == "metadata.name")
        var nameless = Asking.rule("")
        #expect(try await api.ask("POST", Asking.rules, nameless).status == 422)
        nameless.set(path: ["metadata", "generateName"], "rule-")
        let made = try await api.ask("POST", Asking.rules, nameless).body
        #expect(made["metadata"]?["name"]?.string?.hasPrefix("rule-") == true)
    }

    @Test func namespacesMustExist() async throws {
        let api = try await Asking()
        var rule = Asking.rule("a")
        rule.set(path: ["metadata", "namespace"], "shop")
        let path = "/apis/config.istio.io/v1alpha2/namespaces/shop/routerules"
        let refused = try await api.ask("POST", path, rule)
        #expect(refused.status == 404 && refused.body["message"] == #"namespaces "shop" not found"#)
        let shop: Node = ["metadata": ["name": "shop"]]
        #expect(try await api.ask("POST", "/api/v1/namespaces", shop).status == 201)
        #expect(try await api.ask("POST", path, rule).status == 201)
        #expect(try await api.ask("DELETE", "/api/v1/namespaces/shop").status == 200)
        #expect(try await api.ask("GET", path + "/a").status == 404)
    }

    @Test func anUpdateOfAnOlderStateIsAConflict() async throws {
        let api = try await Asking()
        let made = try await api.make("details")
        let changed = made.setting("spec", Asking.rule("details", weight: 50)["spec"])
        let (status, after) = try await api.ask("PUT", Asking.rules + "/details", changed)
        #expect(status == 200 && after["metadata"]?["generation"] == 2)
        #expect(after["metadata"]?["uid"] == made["metadata"]?["uid"])
        let (again, body) = try await api.ask("PUT", Asking.rules + "/details", changed)
        #expect(again == 409 && body["reason"] == "Conflict")
        let begin =
            #"Operation cannot be fulfilled on routerules.config.istio.io "details": the object has been"#
        #expect(body["message"]?.string?.hasPrefix(begin) == true)
    }

    @Test func anUpdateWithoutAVersionIsInvalid() async throws {
        let api = try await Asking()
        try await api.make("details")
        let (status, body) = try await api.ask("PUT", Asking.rules + "/details", Asking.rule("details"))
        #expect(status == 422)
        #expect(body["message"]?.string?.contains("metadata.resourceVersion") == true)
    }

    @Test func dryRunsStoreNothing() async throws {
        let api = try await Asking()
        let query = "?dryRun=All"
        #expect(try await api.ask("POST", Asking.rules + query, Asking.rule("a")).status == 201)
        #expect(try await api.ask("GET", Asking.rules + "/a").status == 404)
        try await api.make("a")
        #expect(try await api.ask("DELETE", Asking.rules + "/a" + query).status == 200)
        #expect(try await api.ask("GET", Asking.rules + "/a").status == 200)
        #expect(try await api.ask("POST", Asking.rules + "?dryRun=Some", Asking.rule("b")).status == 400)
    }

    @Test func everyServedVersionShowsTheSameObject() async throws {
        let api = try await Asking()
        let path = "/apis/networking.istio.io/%/namespaces/default/virtualservices"
        func at(_ version: String) -> String { path.split(separator: "%").joined(separator: version) }
        let classic: Node = [
            "metadata": ["name": "a"],
            "spec": ["hosts": ["a"], "http": [["route": [["destination": ["name": "b"]]]]]],
        ]
        #expect(try await api.ask("POST", at("v1alpha3"), classic).status == 201)
        let read = try await api.ask("GET", at("v1") + "/a").body
        #expect(read["apiVersion"] == "networking.istio.io/v1" && read["spec"] == classic["spec"])
    }

    @Test func whatIsInvalidIsDeniedAsIstiosWebhookDenies() async throws {
        let admission = Admission { _ in
            ["total destination weight is 90", "second"].map { Diagnostic(Code("weights"), .error, $0) }
        }
        let api = try await Asking(admission)
        let (status, body) = try await api.ask("POST", Asking.rules, Asking.rule("a"))
        #expect(status == 400)
        let message = body["message"]?.string ?? ""
        #expect(
            message.hasPrefix(#"admission webhook "validation.istio.io" denied the request: configuration"#))
        #expect(message.contains("2 errors occurred:\n\t* total destination weight is 90\n\t* second\n"))
        #expect(body["details"]?["causes"]?.list?.count == 2)
    }

    @Test func theRulesOfValidateDecide() async throws {
        let api = try await Asking(.standard)
        try await api.make("right")
        let (status, body) = try await api.ask("POST", Asking.rules, Asking.rule("wrong", weight: 90))
        #expect(status == 400, "\(body)")
        let begin = "admission webhook \"validation.istio.io\" denied the request: configuration is invalid: "
        #expect(body["message"]?.string?.hasPrefix(begin) == true)
    }

    @Test func servicesGetAddressesOfTheirOwn() async throws {
        let api = try await Asking()
        let path = "/api/v1/namespaces/default/services"
        func service(_ name: String) -> Node {
            ["metadata": ["name": Node(name)], "spec": ["ports": [["port": 80]]]]
        }
        let first = try await api.ask("POST", path, service("a")).body
        let second = try await api.ask("POST", path, service("b")).body
        #expect(first["spec"]?["clusterIP"] == "127.64.0.1" && second["spec"]?["clusterIP"] == "127.64.0.2")
        #expect(first["spec"]?["ports"]?.list?.first?["protocol"] == "TCP")
    }

    @Test func badRequestsAreRefusedInWords() async throws {
        var limits = APILimits()
        limits.bodyBytes = 1_000
        let api = try await Asking(limits: limits)
        let long = Asking.rule("a").setting("text", Node(String(repeating: "x", count: 2_000)))
        #expect(try await api.ask("POST", Asking.rules, long).status == 413)
        #expect(try await api.ask("POST", Asking.rules, ["kind": "Other"]).status == 400)
        #expect(try await api.ask("POST", Asking.rules, []).status == 400)
        #expect(
            try await api.ask("POST", Asking.rules, type: "application/vnd.kubernetes.protobuf").status == 415
        )
        #expect(try await api.ask("PATCH", Asking.rules).status == 405)
        #expect(try await api.ask("GET", Asking.rules + "?limit=many").status == 400)
        #expect(try await api.ask("GET", Asking.rules + "?labelSelector=a%20b%20c").status == 400)
        let broken = await api.server.respond(
            to: APIRequest(method: "POST", target: Asking.rules, body: Array("{\"a\":".utf8)))
        #expect(broken.status == 400)
    }
}
