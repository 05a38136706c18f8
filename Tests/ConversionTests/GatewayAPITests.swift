import Testing
import YAML

@testable import Conversion

/// Today's routes and gateways as the Gateway API's, each rule by a telling case.
@Suite struct GatewayAPITests {
    private static func convert(_ text: String, to target: ConversionTarget = .gatewayAPI) -> Converted {
        let documents = YAMLReader.documents(in: Source(name: "mesh.yaml", text))
        return Conversion.convert(documents, to: target, ConversionOptions(namespace: "books"))
    }

    private static func service(_ http: String, hosts: String = "[reviews]", gateways: String = "[mesh]")
        -> String
    {
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: books}
        spec: {hosts: \(hosts), gateways: \(gateways), http: \(http)}
        ---

        """
    }

    private static let reviews = """
        apiVersion: v1
        kind: Service
        metadata: {name: reviews, namespace: books}
        spec: {selector: {app: reviews}, ports: [{name: http, port: 9080}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: reviews, namespace: books}
        spec:
          host: reviews
          subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]
        ---

        """

    private func only(_ kind: String, _ converted: Converted) throws -> Node {
        try #require(converted.objects.first { $0["kind"]?.string == kind })
    }

    private func dropped(_ converted: Converted) -> [String] {
        converted.outcomes.compactMap { outcome in
            if case .dropped = outcome.fate { outcome.path.description } else { nil }
        }
    }

    @Test func subsetsWithWeightsBecomeServices() throws {
        let text =
            Self.reviews
            + Self.service(
                "[{route: [{destination: {host: reviews, subset: v1}, weight: 90}, "
                    + "{destination: {host: reviews, subset: v2}, weight: 10}]}]")
        let converted = Self.convert(text)
        let route = try only("HTTPRoute", converted)
        #expect(route["spec"]?["parentRefs"] == [["group": "", "kind": "Service", "name": "reviews"]])
        #expect(
            route["spec"]?["rules"] == [
                [
                    "backendRefs": [
                        ["name": "reviews-v1", "port": 9080, "weight": 90],
                        ["name": "reviews-v2", "port": 9080, "weight": 10],
                    ]
                ]
            ])
        let parts = converted.objects.filter { $0["kind"] == "Service" }.map(\.objectName)
        #expect(Set(parts) == ["reviews", "reviews-v1", "reviews-v2"])
        #expect(dropped(converted).isEmpty)
    }

    @Test(
        arguments: [
            (
                "grpc", "{match: [{uri: {exact: /a.B/C}}], route: [{destination: {host: reviews}}]}",
                "GRPCRoute"
            ),
            (
                "http", "{match: [{uri: {exact: /a.B/C}}], route: [{destination: {host: reviews}}]}",
                "HTTPRoute"
            ),
            ("grpc-web", "{route: [{destination: {host: reviews}}]}", "HTTPRoute"),
            (
                "grpc", "{match: [{uri: {exact: /books}}], route: [{destination: {host: reviews}}]}",
                "HTTPRoute"
            ),
            ("grpc", "{timeout: 5s, route: [{destination: {host: reviews}}]}", "HTTPRoute"),
            ("grpc", "{route: [{destination: {host: reviews}}]}", "GRPCRoute"),
        ])
    func servicesThatSpeakGRPCGetItsRoutes(port: String, rule: String, kind: String) throws {
        let text = """
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: books}
            spec: {selector: {app: reviews}, ports: [{name: \(port), port: 9080}]}
            ---

            """
        let route = try only(kind, Self.convert(text + Self.service("[\(rule)]")))
        guard kind == "GRPCRoute", rule.contains("uri") else { return }
        #expect(
            route["spec"]?["rules"]?.list?.first?["matches"] == [
                ["method": ["service": "a.B", "method": "C"]]
            ])
    }

    @Test func subsetsOfUnknownServicesAreNamedAsLost() throws {
        let converted = Self.convert(
            Self.service("[{route: [{destination: {host: reviews, subset: v1, port: {number: 80}}}]}]"))
        #expect(dropped(converted) == ["spec.http[0].route[0].destination.subset"])
    }

    @Test func matchesTimeoutsRetriesMirrorsAndHeaders() throws {
        let converted = Self.convert(
            Self.service(
                """
                [{match: [{uri: {exact: /a}, method: {exact: GET}, headers: {user: {prefix: ja}}}],
                  headers: {request: {set: {x: "1"}, remove: [old]}}, timeout: 1.5s,
                  retries: {attempts: 3, perTryTimeout: 500ms, retryOn: "5xx,reset"},
                  mirror: {host: copies, port: {number: 80}}, mirrorPercentage: {value: 50},
                  route: [{destination: {host: reviews.other.svc.cluster.local, port: {number: 80}}}]}]
                """))
        let rule = try only("HTTPRoute", converted)["spec"]?["rules"]?.list?.first
        #expect(
            rule?["matches"] == [
                [
                    "path": ["type": "Exact", "value": "/a"],
                    "headers": [["name": "user", "value": "ja.*", "type": "RegularExpression"]],
                    "method": "GET",
                ]
            ])
        #expect(rule?["timeouts"] == ["request": "1s500ms", "backendRequest": "500ms"])
        #expect(rule?["retry"] == ["attempts": 3, "codes": [500, 502, 503, 504]])
        #expect(
            rule?["filters"]?.list?.map { $0["type"] ?? "" } == ["RequestHeaderModifier", "RequestMirror"])
        #expect(rule?["backendRefs"] == [["name": "reviews", "port": 80, "namespace": "other"]])
        #expect(try only("ReferenceGrant", converted)["metadata"]?["namespace"] == "other")
    }

    @Test func gatewaysBecomeListenersForEachHost() throws {
        let converted = Self.convert(
            """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: shop, namespace: books}
            spec:
              selector: {istio: ingressgateway}
              servers:
              - port: {number: 80, name: http, protocol: HTTP}
                hosts: ["./a.example.com", "*"]
                tls: {httpsRedirect: true}
              - port: {number: 443, name: https, protocol: HTTPS}
                hosts: [a.example.com]
                tls: {mode: SIMPLE, credentialName: a}
            """)
        let gateway = try only("Gateway", converted)
        let listeners = gateway["spec"]?["listeners"]?.list ?? []
        #expect(gateway["apiVersion"] == "gateway.networking.k8s.io/v1" && listeners.count == 3)
        #expect(listeners[0]["allowedRoutes"] == ["namespaces": ["from": "Same"]])
        #expect(listeners[1]["hostname"] == nil && listeners[1]["protocol"] == "HTTP")
        #expect(listeners[2]["tls"] == ["mode": "Terminate", "certificateRefs": [["name": "a"]]])
        let redirect = try only("HTTPRoute", converted)
        #expect(redirect.objectName == "shop-redirect-to-https")
        #expect(dropped(converted) == ["spec.selector.istio"])
    }

    @Test func rewritesArePerMatch() throws {
        let converted = Self.convert(
            Self.service(
                "[{match: [{uri: {prefix: /a}}, {uri: {exact: /b}}], rewrite: {uri: /c}, "
                    + "route: [{destination: {host: reviews, port: {number: 80}}}]}]"))
        let rules = try only("HTTPRoute", converted)["spec"]?["rules"]?.list ?? []
        let types = rules.map { $0["filters"]?.list?.first?["urlRewrite"]?["path"]?["type"] ?? "" }
        #expect(types == ["ReplacePrefixMatch", "ReplaceFullPath"])
    }

    @Test func faultsAndCallersLabelsAreNamedAsLost() {
        let converted = Self.convert(
            Self.service(
                """
                [{match: [{sourceLabels: {app: a}}], route: [{destination: {host: reviews}}]},
                 {fault: {abort: {httpStatus: 500, percentage: {value: 50}}},
                  route: [{destination: {host: reviews, port: {number: 80}}}]}]
                """))
        let lost = dropped(converted)
        #expect(lost.contains("spec.http[0].match[0].sourceLabels.app"))
        #expect(lost.contains("spec.http[1].fault.abort.httpStatus"))
    }

    @Test func anOrderThatChangesIsTold() {
        let rules =
            "[{match: [{uri: {prefix: /}}], route: [{destination: {host: a, port: {number: 80}}}]}, "
            + "{match: [{uri: {prefix: /b}}], route: [{destination: {host: b, port: {number: 80}}}]}]"
        let converted = Self.convert(Self.service(rules))
        let told = converted.remarks.contains { $0.contains("rule 2 of VirtualService/books/reviews") }
        #expect(told)
    }

    @Test func linkerdTakesTimeoutsAndRetriesAsAnnotations() throws {
        let converted = Self.convert(
            Self.service(
                "[{timeout: 10s, retries: {attempts: 2, perTryTimeout: 2s, retryOn: 5xx}, "
                    + "route: [{destination: {host: reviews, port: {number: 80}}}]}]"), to: .linkerd)
        #expect(
            try only("HTTPRoute", converted)["metadata"]?["annotations"] == [
                "retry.linkerd.io/http": "5xx", "retry.linkerd.io/limit": "2",
                "retry.linkerd.io/timeout": "2s", "timeout.linkerd.io/request": "10s",
            ])
    }

    @Test func linkerdTakesOutlierDetectionAsAnnotationsOfTheService() throws {
        let rule = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: reviews, namespace: books}
            spec:
              host: reviews
              trafficPolicy: {outlierDetection: {consecutive5xxErrors: 7, baseEjectionTime: 30s}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: books}
            spec: {ports: [{port: 80}]}
            """
        let annotations = try only("Service", Self.convert(rule, to: .linkerd))["metadata"]?["annotations"]
        #expect(annotations?["balancer.linkerd.io/failure-accrual"] == "consecutive")
        #expect(annotations?["balancer.linkerd.io/failure-accrual-consecutive-max-failures"] == "7")
        #expect(annotations?["balancer.linkerd.io/failure-accrual-consecutive-min-penalty"] == "30s")
    }

    @Test func linkerdAllowsCallersByIdentity() throws {
        let converted = Self.convert(
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: reviews, namespace: books}
            spec:
              selector: {matchLabels: {app: reviews}}
              rules:
              - from: [{source: {principals: [cluster.local/ns/books/sa/page]}}]
                to: [{operation: {ports: ["9080"]}}]
            """, to: .linkerd)
        let server = try only("Server", converted)
        #expect(server["spec"] == ["podSelector": ["matchLabels": ["app": "reviews"]], "port": 9080])
        let identities = try only("MeshTLSAuthentication", converted)["spec"]?["identities"]
        #expect(identities == ["page.books.serviceaccount.identity.linkerd.cluster.local"])
        let policy = try only("AuthorizationPolicy", converted)
        #expect(policy["apiVersion"] == "policy.linkerd.io/v1alpha1")
        #expect(policy["spec"]?["targetRef"]?["name"]?.string == server.objectName)
    }

    @Test func linkerdNeverWidensAPolicy() {
        let converted = Self.convert(
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: deny, namespace: books}
            spec: {action: DENY, rules: [{from: [{source: {namespaces: [shop]}}]}]}
            """, to: .linkerd)
        #expect(converted.objects.isEmpty && dropped(converted).contains("spec.action"))
    }
}
