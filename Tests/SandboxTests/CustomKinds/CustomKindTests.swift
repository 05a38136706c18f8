import Testing
import YAML

@testable import Sandbox

/// Kinds that users bring along by a CustomResourceDefinition.
@Suite struct CustomKindTests {
    private static let definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
    private static let boats = "/apis/sea.example.org/v1/namespaces/default/boats"

    private static let definition: Node = [
        "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
        "metadata": ["name": "boats.sea.example.org"],
        "spec": [
            "group": "sea.example.org", "scope": "Namespaced",
            "names": ["plural": "boats", "kind": "Boat", "shortNames": ["bt"], "categories": ["all"]],
            "versions": [
                [
                    "name": "v1alpha1", "served": true, "storage": false,
                    "schema": [
                        "openAPIV3Schema": ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
                    ],
                ],
                [
                    "name": "v1", "served": true, "storage": true,
                    "selectableFields": [["jsonPath": ".spec.flag"]],
                    "additionalPrinterColumns": [
                        ["name": "Masts", "type": "integer", "jsonPath": ".spec.masts"],
                        [
                            "name": "Afloat", "type": "string",
                            "jsonPath": #".status.conditions[?(@.type=="Afloat")].status"#,
                        ],
                    ],
                    "schema": [
                        "openAPIV3Schema": [
                            "type": "object",
                            "properties": [
                                "spec": [
                                    "type": "object", "required": ["masts"],
                                    "properties": [
                                        "masts": ["type": "integer", "minimum": 1],
                                        "flag": ["type": "string", "default": "white"],
                                    ],
                                ],
                                "status": [
                                    "type": "object", "x-kubernetes-preserve-unknown-fields": true,
                                ],
                            ],
                        ]
                    ],
                ],
            ],
        ],
    ]

    private static func boat(_ name: String, _ spec: Node) -> Node {
        [
            "apiVersion": "sea.example.org/v1", "kind": "Boat", "metadata": ["name": Node(name)],
            "spec": spec,
        ]
    }

    private func withBoats() async throws -> Asking {
        let api = try await Asking(.standard)
        let (status, made) = try await api.ask("POST", Self.definitions, Self.definition)
        #expect(status == 201, "\(made)")
        return api
    }

    @Test func aDefinitionIsEstablishedAtOnce() async throws {
        let api = try await withBoats()
        let read = try await api.ask("GET", Self.definitions + "/boats.sea.example.org").body
        let conditions = read["status"]?["conditions"]?.list ?? []
        #expect(conditions.contains { $0["type"] == "Established" && $0["status"] == "True" })
        #expect(read["status"]?["storedVersions"] == ["v1"])
        #expect(read["spec"]?["names"]?["listKind"] == "BoatList")
        let found = try await api.ask("GET", "/apis/sea.example.org/v1").body
        #expect(found["resources"]?.list?.first?["name"] == "boats")
        #expect(found["resources"]?.list?.first?["shortNames"] == ["bt"])
        let group = try await api.ask("GET", "/apis/sea.example.org").body
        #expect(group["preferredVersion"]?["version"] == "v1")
        let schemas = try await api.ask("GET", "/openapi/v3/apis/sea.example.org/v1").body
        let schema = schemas["components"]?["schemas"]?["org.example.sea.v1.Boat"]
        #expect(schema?["properties"]?["spec"]?["properties"]?["masts"]?["type"] == "integer")
    }

    @Test func objectsGetDefaultsAndLoseWhatIsUnknown() async throws {
        let api = try await withBoats()
        let response = await api.server.respond(
            to: APIRequest(
                method: "POST", target: Self.boats,
                body: JSONWriter.bytes(Self.boat("gull", ["masts": 2, "sails": 4]))))
        #expect(response.status == 201)
        #expect(response.headers.contains { $0 == ("Warning", #"299 - "unknown field \"spec.sails\"""#) })
        let read = try await api.ask("GET", Self.boats + "/gull").body
        #expect(read["spec"] == ["masts": 2, "flag": "white"])
        let strict = try await api.ask(
            "POST", Self.boats + "?fieldValidation=Strict", Self.boat("tern", ["masts": 2, "sails": 4]))
        #expect(strict.status == 400)
        #expect(strict.body["message"] == #"strict decoding error: unknown field "spec.sails""#)
    }

    @Test func objectsAreCheckedByTheSchema() async throws {
        let api = try await withBoats()
        let (status, refused) = try await api.ask("POST", Self.boats, Self.boat("raft", ["masts": 0]))
        #expect(status == 422 && refused["reason"] == "Invalid")
        #expect(
            refused["message"]
                == #"Boat.sea.example.org "raft" is invalid: spec.masts: Invalid value: 0: spec.masts in body should be greater than or equal to 1"#
        )
        let missing = try await api.ask("POST", Self.boats, Self.boat("raft", .emptyMap)).body
        #expect(missing["details"]?["causes"]?.list?.first?["reason"] == "FieldValueRequired")
        _ = try await api.ask("POST", Self.boats, Self.boat("gull", ["masts": 2]))
        let patched = try await api.ask(
            "PATCH", Self.boats + "/gull", ["spec": ["masts": "two"]], type: "application/merge-patch+json")
        #expect(patched.status == 422)
    }

    @Test func eachVersionServesTheSameObject() async throws {
        let api = try await withBoats()
        _ = try await api.ask("POST", Self.boats, Self.boat("gull", ["masts": 2]))
        let old = try await api.ask("GET", "/apis/sea.example.org/v1alpha1/namespaces/default/boats/gull")
            .body
        #expect(old["apiVersion"] == "sea.example.org/v1alpha1" && old["spec"]?["masts"] == 2)
    }

    @Test func fieldsThatTheDefinitionNamesSelect() async throws {
        let api = try await withBoats()
        for (name, flag) in [("ant", "red"), ("bee", "blue"), ("cat", "red")] {
            _ = try await api.ask(
                "POST", Self.boats, Self.boat(name, ["masts": 1, "flag": Node(flag)]))
        }
        let red = try await api.ask("GET", Self.boats + "?fieldSelector=spec.flag%3Dred").body
        #expect(red["items"]?.list?.map(\.name) == ["ant", "cat"])
        let refused = try await api.ask("GET", Self.boats + "?fieldSelector=spec.masts%3D1")
        #expect(refused.status == 400)
        let known = "use one of metadata.name, metadata.namespace, spec.flag"
        #expect(refused.body["message"]?.string?.hasSuffix(known) == true)
    }

    @Test func theDefinitionsColumnsAreShown() async throws {
        let api = try await withBoats()
        var boat = Self.boat("gull", ["masts": 2])
        boat.set("status", ["conditions": [["type": "Afloat", "status": "True"]]])
        _ = try await api.ask("POST", Self.boats, boat)
        let table = try await api.ask(
            "GET", Self.boats, accept: "application/json;as=Table;v=v1;g=meta.k8s.io"
        ).body
        let titles = (table["columnDefinitions"]?.list ?? []).compactMap { $0["name"]?.string }
        #expect(titles == ["Name", "Masts", "Afloat"])
        #expect(table["rows"]?.list?.first?["cells"] == ["gull", "2", "True"])
    }

    @Test func serverSideApplyMergesListsByTheKeysOfTheSchema() async throws {
        let api = try await Asking()
        var definition = Self.definition
        var versions = definition["spec"]?["versions"]?.list ?? []
        versions[1].set(
            path: ["schema", "openAPIV3Schema", "properties", "spec"],
            [
                "type": "object",
                "properties": [
                    "sails": [
                        "type": "array", "x-kubernetes-list-type": "map",
                        "x-kubernetes-list-map-keys": ["name"],
                        "items": [
                            "type": "object",
                            "properties": ["name": ["type": "string"], "area": ["type": "integer"]],
                        ],
                    ]
                ],
            ])
        definition.set(path: ["spec", "versions"], Node(versions))
        _ = try await api.ask("POST", Self.definitions, definition)
        for (manager, sail) in [("ann", "jib"), ("bob", "main")] {
            let applied = try await api.ask(
                "PATCH", Self.boats + "/gull?fieldManager=\(manager)",
                Self.boat("gull", ["sails": [["name": Node(sail), "area": 5]]]),
                type: "application/apply-patch+yaml")
            #expect(applied.status < 300, "\(applied.body)")
        }
        let read = try await api.ask("GET", Self.boats + "/gull").body
        let sails = (read["spec"]?["sails"]?.list ?? []).compactMap { $0["name"]?.string }
        #expect(sails.sorted() == ["jib", "main"])
    }

    @Test func withTheDefinitionGoItsObjectsAndItsPlace() async throws {
        let api = try await withBoats()
        _ = try await api.ask("POST", Self.boats, Self.boat("gull", ["masts": 2]))
        #expect(try await api.ask("DELETE", Self.definitions + "/boats.sea.example.org").status == 200)
        #expect(try await api.ask("GET", Self.boats + "/gull").status == 404)
        #expect(try await api.ask("GET", "/apis/sea.example.org/v1").status == 404)
        _ = try await api.ask("POST", Self.definitions, Self.definition)
        #expect(try await api.ask("GET", Self.boats).body["items"] == [])
    }

    @Test func definitionsOfKnownKindsAreKeptButChangeNothing() async throws {
        let api = try await Asking(.standard)
        var definition = Self.definition
        definition.set(path: ["metadata", "name"], "gateways.networking.istio.io")
        definition.set(path: ["spec", "group"], "networking.istio.io")
        definition.set(path: ["spec", "names"], ["plural": "gateways", "kind": "Gateway"])
        #expect(try await api.ask("POST", Self.definitions, definition).status == 201)
        let gateways = "/apis/networking.istio.io/v1/namespaces/default/gateways"
        let gateway: Node = ["metadata": ["name": "in"], "spec": ["servers": "none"]]
        #expect(try await api.ask("POST", gateways, gateway).status == 400)
        #expect(try await api.ask("DELETE", Self.definitions + "/gateways.networking.istio.io").status == 200)
        #expect(try await api.ask("GET", gateways).status == 200)
    }

    @Test(
        arguments: [
            (["metadata", "name"], "other", "metadata.name"), (["spec", "scope"], "Galaxy", "spec.scope"),
            (["spec", "names", "kind"], "", "spec.names.kind"), (["spec", "versions"], [], "spec.versions"),
        ] as [([String], Node, String)])
    func brokenDefinitionsAreRefused(path: [String], value: Node, field: String) async throws {
        let api = try await Asking()
        let (status, refused) = try await api.ask(
            "POST", Self.definitions, Self.definition.setting(path: path, value))
        #expect(status == 422)
        #expect(refused["details"]?["causes"]?.list?.contains { $0["field"]?.string == field } == true)
    }

    @Test func definitionsOutliveARestart() async throws {
        try await TemporaryDirectory.with { path in
            let store = try SandboxStore(directory: path)
            let api = try await Asking(.none, store)
            _ = try await api.ask("POST", Self.definitions, Self.definition)
            store.close()
            let again = try SandboxStore(directory: path)
            defer { again.close() }
            #expect(try await Asking(.none, again).ask("GET", Self.boats).status == 200)
        }
    }
}

extension Node {
    fileprivate func setting(path: [String], _ value: Node) -> Node {
        var copy = self
        copy.set(path: path, value)
        return copy
    }
}
