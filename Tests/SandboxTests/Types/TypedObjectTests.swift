import Kubernetes
import Testing
import YAML

@testable import Sandbox

/// Objects of Kubernetes' own kinds are read by their types.
@Suite struct TypedObjectTests {
    private static let maps = "/api/v1/namespaces/default/configmaps"
    private static let pods = "/api/v1/namespaces/default/pods"
    private static let typo: Node = ["metadata": ["name": "a"], "dta": ["k": "v"], "data": ["x": .null]]

    @Test func unknownFieldsAreDropped() async throws {
        let api = try await Asking()
        let (status, made) = try await api.ask("POST", Self.maps, Self.typo)
        #expect(status == 201 && made["dta"] == nil && made["data"] == ["x": ""], "\(made)")
    }

    @Test func orRefusedWhoWantsIt() async throws {
        let api = try await Asking()
        let (status, answer) = try await api.ask("POST", Self.maps + "?fieldValidation=Strict", Self.typo)
        #expect(status == 400)
        #expect(
            answer["message"]
                == #"ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "dta""#
        )
        #expect(try await api.ask("POST", Self.maps + "?fieldValidation=Maybe", Self.typo).status == 400)
    }

    private static let wrong: [(Node, String)] = [
        (["data": ["k": 1]], "data.k: expected a string, found a whole number"),
        (["data": [1]], "data: expected an object, found a list"),
        (["immutable": "yes"], "immutable: expected a boolean, found a string"),
        (["binaryData": ["k": "%"]], "binaryData.k: expected text in base64, found a string"),
        (
            ["metadata": ["name": "a", "labels": ["a": 1]]],
            "metadata.labels.a: expected a string, found a whole number"
        ),
    ]

    @Test(arguments: wrong) func valuesOfTheWrongType(fields: Node, problem: String) async throws {
        var object: Node = ["metadata": ["name": "a"]]
        for field in fields.map ?? [] { object.set(field.key, field.value) }
        let (status, answer) = try await Asking().ask("POST", Self.maps, object)
        #expect(status == 400)
        let begin = #"ConfigMap in version "v1" cannot be handled as a ConfigMap: "#
        #expect(answer["message"]?.string == begin + problem)
    }

    @Test func quantitiesAndTimes() async throws {
        let api = try await Asking()
        for (amount, status) in [("100m", 201), ("1Gi", 201), ("much", 400)] {
            let container: Node = [
                "name": "a", "image": "a", "resources": ["limits": ["memory": Node(amount)]],
            ]
            let pod: Node = ["metadata": ["generateName": "a-"], "spec": ["containers": [container]]]
            #expect(try await api.ask("POST", Self.pods, pod).status == status, "\(amount)")
        }
        let path = "/apis/coordination.k8s.io/v1/namespaces/default/leases"
        let times = [
            ("2026-01-02T03:04:05.000006Z", 201), ("2026-01-02T03:04:05+02:00", 201), ("today", 400),
        ]
        for (time, status) in times {
            let lease: Node = ["metadata": ["generateName": "a-"], "spec": ["renewTime": Node(time)]]
            #expect(try await api.ask("POST", path, lease).status == status, "\(time)")
        }
    }

    @Test func customKindsHaveTypedMetadata() async throws {
        var rule = Asking.rule("a")
        rule.set(path: ["metadata", "annotations"], ["a": true])
        let (status, answer) = try await Asking().ask("POST", Asking.rules, rule)
        #expect(status == 400)
        #expect(
            answer["message"]?.string?.hasSuffix("metadata.annotations.a: expected a string, found a boolean")
                == true)
    }
}
