import IstioAPI
import Kubernetes
import Schema
import Testing
import YAML

@testable import Commands

struct RequestBodyTests {
    private func body(_ object: Node, _ kind: Kind, namespace: String? = "books") -> Node {
        RequestBody.node(object, kind: kind, type: ResourceType(kind), namespace: namespace)
    }

    @Test func classicKindsGoAsTheOldProgramSentThem() {
        let object: Node = [
            "apiVersion": "v1", "kind": "route-rule", "extra": 1,
            "metadata": [
                "name": 5, "labels": ["tier": 1], "annotations": ["on": true], "uid": "u", "nickname": "x",
                "creationTimestamp": "2018-04-04T04:04:04Z",
            ],
            "spec": [
                "destination": ["name": "ledger"], "http_req_timeout": ["simple_timeout": ["timeout": "5s"]],
            ],
        ]
        #expect(
            body(object, Legacy.RouteRule.kind) == [
                "apiVersion": "config.istio.io/v1alpha2", "kind": "RouteRule",
                "metadata": [
                    "name": "5", "namespace": "books", "creationTimestamp": .null, "labels": ["tier": "1"],
                    "annotations": ["on": "true"],
                ],
                "spec": [
                    "destination": ["name": "ledger"],
                    "httpReqTimeout": ["simpleTimeout": ["timeout": "5.000s"]],
                ],
            ])
    }

    @Test func mixerKindsKeepTheirMetadataAndPassTheirSpecOn() throws {
        let kind = try #require(Catalog.types(named: "denier").first)
        let object: Node = [
            "metadata": [
                "name": "n", "uid": "u", "finalizers": ["f"], "nickname": "x", "resourceVersion": "",
            ],
            "data": 1,
        ]
        #expect(
            body(object, kind) == [
                "apiVersion": "config.istio.io/v1alpha2", "kind": "denier",
                "metadata": [
                    "name": "n", "namespace": "books", "uid": "u", "finalizers": ["f"],
                    "creationTimestamp": .null,
                ],
                "spec": .null,
            ])
    }

    @Test func todaysKindsGoAsWritten() {
        let object: Node = [
            "apiVersion": "networking.istio.io/v1beta1", "kind": "VirtualService", "extra": 1,
            "metadata": ["name": "n"],
        ]
        #expect(
            body(object, VirtualService.kind)
                == object.setting("metadata", ["name": "n", "namespace": "books"]))
    }
}
