import Kubernetes
import Synchronization
import Testing
import YAML

@testable import Sandbox

/// Webhooks that are registered in the sandbox are asked over TLS about what comes in.
@Suite(.timeLimit(.minutes(3))) struct WebhookTests {
    private static let maps = "/api/v1/namespaces/default/configmaps"
    private static let registrations = "/apis/admissionregistration.k8s.io/v1/"

    private static func map(_ name: String, labels: Node = .emptyMap) -> Node {
        ["metadata": ["name": Node(name), "labels": labels], "data": ["a": "1"]]
    }

    private static func register(_ configuration: Node, in api: Asking) async throws {
        let plural = (configuration["kind"]?.string ?? "").lowercased() + "s"
        let (status, made) = try await api.ask("POST", registrations + plural, configuration)
        #expect(status == 201, "\(made)")
    }

    private static func patch(_ operations: Node) -> Node {
        [
            "allowed": true, "patchType": "JSONPatch",
            "patch": Node(Base64.encode(JSONWriter.bytes(operations))),
        ]
    }

    @Test func aMutatingWebhookChangesWhatIsStored() async throws {
        let asked = Mutex<[Node]>([])
        try await WebhookServer.with({ request in
            asked.withLock { $0.append(request) }
            return Self.patch([["op": "add", "path": "/data/b", "value": "2"]])
        }) { webhook in
            let api = try await Asking()
            try await Self.register(webhook.configuration(mutating: true), in: api)
            let (status, made) = try await api.ask("POST", Self.maps, Self.map("colors"))
            #expect(status == 201 && made["data"] == ["a": "1", "b": "2"], "\(made)")
            let read = try await api.ask("GET", Self.maps + "/colors").body
            #expect(read["data"] == ["a": "1", "b": "2"])
        }
        let request = try #require(asked.withLock { $0.first })
        #expect(request["operation"] == "CREATE" && request["namespace"] == "default")
        #expect(request["kind"] == ["group": "", "version": "v1", "kind": "ConfigMap"])
        #expect(request["resource"] == ["group": "", "version": "v1", "resource": "configmaps"])
        #expect(request["object"]?["data"] == ["a": "1"] && request["oldObject"]?.isNull == true)
        #expect(request["dryRun"] == false)
    }

    @Test func aValidatingWebhookRefusesAndIsShownWhatMutatingOnesMade() async throws {
        try await WebhookServer.with({ request in
            if request["object"]?["data"]?["stamp"] == nil, request["object"]?["data"]?["mutate"] != nil {
                return Self.patch([["op": "add", "path": "/data/stamp", "value": "x"]])
            }
            return request["object"]?["data"]?["stamp"] == "x"
                ? ["allowed": false, "status": ["message": "stamped", "code": 422, "reason": "Invalid"]]
                : ["allowed": true, "warnings": ["look at \"this\""]]
        }) { webhook in
            let api = try await Asking()
            try await Self.register(webhook.configuration("m", mutating: true), in: api)
            try await Self.register(webhook.configuration("v", mutating: false), in: api)
            var map = Self.map("seal")
            let response = await api.server.respond(
                to: APIRequest(method: "POST", target: Self.maps, body: JSONWriter.bytes(map)))
            #expect(response.status == 201)
            #expect(response.headers.contains { $0 == ("Warning", #"299 - "look at \"this\"""#) })
            map = Self.map("other").setting("data", ["mutate": "yes"])
            let (status, refused) = try await api.ask("POST", Self.maps, map)
            #expect(status == 422 && refused["reason"] == "Invalid")
            #expect(
                refused["message"] == #"admission webhook "v.example.org" denied the request: stamped"#)
            #expect(try await api.ask("GET", Self.maps + "/other").status == 404)
        }
    }

    @Test func selectorsAndRulesDecideWhoIsAsked() async throws {
        let count = Mutex(0)
        try await WebhookServer.with({ _ in
            count.withLock { $0 += 1 }
            return ["allowed": true]
        }) { webhook in
            let api = try await Asking()
            try await Self.register(
                webhook.configuration(
                    mutating: false,
                    [
                        ("objectSelector", ["matchLabels": ["review": "yes"]]),
                        (
                            "namespaceSelector",
                            [
                                "matchExpressions": [
                                    [
                                        "key": "kubernetes.io/metadata.name", "operator": "NotIn",
                                        "values": ["kube-system"],
                                    ]
                                ]
                            ]
                        ),
                    ]), in: api)
            _ = try await api.ask("POST", Self.maps, Self.map("plain"))
            #expect(count.withLock { $0 } == 0)
            _ = try await api.ask("POST", Self.maps, Self.map("chosen", labels: ["review": "yes"]))
            #expect(count.withLock { $0 } == 1)
            _ = try await api.ask(
                "POST", "/api/v1/namespaces/kube-system/configmaps",
                Self.map("away", labels: ["review": "yes"]))
            #expect(count.withLock { $0 } == 1)
            _ = try await api.ask("DELETE", Self.maps + "/chosen")
            #expect(count.withLock { $0 } == 1, "the rule names no deletions")
        }
    }

    @Test func deletionsCanBeRefused() async throws {
        try await WebhookServer.with({ request in
            ["allowed": Node(request["oldObject"]?["data"]?["a"] != "1")]
        }) { webhook in
            let api = try await Asking()
            _ = try await api.ask("POST", Self.maps, Self.map("kept"))
            var configuration = webhook.configuration(mutating: false)
            configuration.set(
                "webhooks",
                Node(
                    (configuration["webhooks"]?.list ?? []).map { webhook in
                        var rule = webhook["rules"]?.list?.first ?? .null
                        rule.set("operations", ["DELETE"])
                        return webhook.setting("rules", [rule])
                    }))
            try await Self.register(configuration, in: api)
            let (status, refused) = try await api.ask("DELETE", Self.maps + "/kept")
            #expect(status == 400)
            #expect(
                refused["message"]
                    == #"admission webhook "test.example.org" denied the request without explanation"#)
            #expect(try await api.ask("GET", Self.maps + "/kept").status == 200)
        }
    }

    @Test func anEarlierWebhookIsAskedAgainWhenALaterOneChangedTheObject() async throws {
        try await WebhookServer.with({ request in
            let data = request["object"]?["data"]
            // `a` counts what it sees, `b` adds once.
            if request["object"]?["metadata"]?["annotations"]?["b"] == nil, data?["counted"] != nil {
                return Self.patch([["op": "add", "path": "/metadata/annotations", "value": ["b": "1"]]])
            }
            let seen = data?["counted"]?.string ?? ""
            return Self.patch([["op": "add", "path": "/data/counted", "value": Node(seen + "i")]])
        }) { webhook in
            let api = try await Asking()
            try await Self.register(
                webhook.configuration("a", mutating: true, [("reinvocationPolicy", "IfNeeded")]), in: api)
            try await Self.register(webhook.configuration("b", mutating: true), in: api)
            let made = try await api.ask("POST", Self.maps, Self.map("twice")).body
            #expect(
                made["data"]?["counted"] == "ii" && made["metadata"]?["annotations"] == ["b": "1"], "\(made)")
        }
    }

    @Test(arguments: [("Fail", 500), ("Ignore", 201)])
    func aWebhookThatCannotBeAskedFailsOrIsIgnored(policy: String, status: Int) async throws {
        try await WebhookServer.with({ _ in
            try await Task.sleep(for: .seconds(3))
            return ["allowed": true]
        }) { webhook in
            let api = try await Asking()
            let slow: [(String, Node)] = [("timeoutSeconds", 1), ("failurePolicy", Node(policy))]
            try await Self.register(webhook.configuration(mutating: false, slow), in: api)
            let answer = try await api.ask("POST", Self.maps, Self.map("late"))
            #expect(answer.status == status)
            guard status == 500 else { return }
            let message = answer.body["message"]?.string ?? ""
            #expect(message.contains(#"failed calling webhook "test.example.org""#), "\(message)")
            #expect(message.hasSuffix("context deadline exceeded"), "\(message)")
        }
    }

    @Test func aWrongAuthorityIsNotTrusted() async throws {
        try await WebhookServer.with({ _ in ["allowed": true] }) { webhook in
            let api = try await Asking()
            let other = try await TemporaryDirectory.with {
                try Sandbox.Credentials(SandboxDirectory($0), address: "127.0.0.1").authorityPEM
            }
            let client: Node = [
                "url": Node("https://127.0.0.1:\(webhook.port)/"),
                "caBundle": Node(Base64.encode(Array(other.utf8))),
            ]
            try await Self.register(
                webhook.configuration(mutating: false, [("clientConfig", client)]), in: api)
            let answer = try await api.ask("POST", Self.maps, Self.map("unsafe"))
            #expect(answer.status == 500)
            #expect(answer.body["message"]?.string?.contains("not signed by a known authority") == true)
        }
    }

    @Test func aServiceLeadsToItsEndpoint() async throws {
        try await WebhookServer.with({ _ in ["allowed": false, "status": ["message": "reached"]] }) {
            webhook in
            let api = try await Asking()
            let service: Node = [
                "metadata": ["name": "kubernetes"], "spec": ["ports": [["name": "https", "port": 443]]],
            ]
            _ = try await api.ask("POST", "/api/v1/namespaces/default/services", service)
            let endpoints: Node = [
                "metadata": ["name": "kubernetes"],
                "subsets": [
                    [
                        "addresses": [["ip": "127.0.0.1"]],
                        "ports": [["name": "https", "port": Node(webhook.port)]],
                    ]
                ],
            ]
            _ = try await api.ask("POST", "/api/v1/namespaces/default/endpoints", endpoints)
            let client: Node = [
                "service": ["namespace": "default", "name": "kubernetes", "path": "/validate"],
                "caBundle": Node(webhook.bundle),
            ]
            try await Self.register(
                webhook.configuration(mutating: false, [("clientConfig", client)]), in: api)
            let answer = try await api.ask("POST", Self.maps, Self.map("x"))
            #expect(answer.status == 400)
            #expect(
                answer.body["message"]?.string?.hasSuffix("denied the request: reached") == true,
                "\(answer.body)")
        }
    }

    @Test func aBrokenConfigurationCanBeTakenAway() async throws {
        let api = try await Asking()
        let webhook = WebhookServer(port: 1, bundle: "")
        try await Self.register(
            webhook.configuration(
                mutating: false,
                [
                    (
                        "rules",
                        [
                            [
                                "operations": ["*"], "apiGroups": ["*"], "apiVersions": ["*"],
                                "resources": ["*/*", "*"],
                            ]
                        ]
                    )
                ]), in: api)
        #expect(try await api.ask("POST", Self.maps, Self.map("x")).status == 500)
        let path = Self.registrations + "validatingwebhookconfigurations/test"
        #expect(try await api.ask("DELETE", path).status == 200)
        #expect(try await api.ask("POST", Self.maps, Self.map("x")).status == 201)
    }
}
