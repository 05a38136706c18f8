import TestSupport
import Testing
import YAML

@testable import Conversion

/// Where nothing is lost and no order changes, routes of the Gateway API lead requests to the same pods.
@Suite struct TargetRoutingTests {
    private static let paths = ["/", "/a", "/a/b", "/c"]

    private static func rule(_ random: inout Seeded, isLast: Bool) -> String {
        let match = random.pick([
            "{uri: {exact: \(random.pick(paths))}}", "{uri: {prefix: \(random.pick(paths))}}",
            "{uri: {prefix: \(random.pick(paths))}, method: {exact: GET}}",
            "{headers: {user: {exact: \(random.pick(["ann", "bob"]))}}}",
        ])
        let action = random.pick([
            "route: [{destination: {host: reviews}}]", "route: [{destination: {host: reviews, subset: v1}}]",
            "route: [{destination: {host: reviews, subset: v1}, weight: 25}, "
                + "{destination: {host: ratings}, weight: 75}]",
            "redirect: {uri: /there, authority: other.example.com, redirectCode: 301}",
            "route: [{destination: {host: ratings}}], rewrite: {authority: x.example.com}",
        ])
        return isLast ? "{\(action)}" : "{match: [\(match)], \(action)}"
    }

    private static func mesh(_ random: inout Seeded, _ given: [String]? = nil) -> String {
        let count = 1 + random.below(3)
        let rules = given ?? (0...count).map { rule(&random, isLast: $0 == count) }
        return """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: default}
            spec: {hosts: [reviews], http: [\(rules.joined(separator: ", "))]}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: reviews, namespace: default}
            spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: default}
            spec: {selector: {app: reviews}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: ratings, namespace: default}
            spec: {selector: {app: ratings}, ports: [{name: http, port: 80}]}
            """
    }

    private static let calls = ["/shop.Cart/Add", "/shop.Cart/Remove", "/shop.v1.Pay/Charge"]

    /// A mesh whose services speak gRPC, with rules about services, methods and headers.
    private static func grpcMesh(_ random: inout Seeded) -> String {
        let rules = (0..<2).map { _ in
            let match = random.pick([
                "{uri: {exact: \(random.pick(calls))}}", "{uri: {prefix: /shop.Cart}}",
                "{uri: {exact: \(random.pick(calls))}, method: {exact: POST}}",
                "{headers: {user: {exact: ann}}}",
            ])
            let route = random.pick([
                "route: [{destination: {host: ratings}}]",
                "route: [{destination: {host: reviews, subset: v1}, weight: 25}, "
                    + "{destination: {host: ratings}, weight: 75}]",
            ])
            return "{match: [\(match)], \(route)}"
        }
        let last = "{route: [{destination: {host: reviews}}]}"
        return mesh(&random, rules + [last]).replacing("name: http, port", with: "name: grpc, port")
    }

    @Test func callsOfGRPCGoToTheSamePodsByGRPCRoutes() {
        var random = Seeded(11)
        var compared = 0
        for _ in 0..<Mutator.inputs(300) {
            let text = Self.grpcMesh(&random)
            let documents = YAMLReader.documents(in: Source(name: "mesh.yaml", text))
            let converted = Conversion.convert(documents, to: .gatewayAPI)
            let kinds = Set(converted.objects.compactMap { $0["kind"]?.string })
            #expect(kinds.contains("GRPCRoute") && !kinds.contains("HTTPRoute"), "\(text)")
            guard Self.isFaithful(converted) else { continue }
            compared += 1
            let (istio, gateway) = (TodayRouting(documents.map(\.root)), GatewayRouting(converted.objects))
            for path in Self.calls {
                for headers in [[:], ["user": "ann"]] {
                    let request = Request(
                        host: "reviews.default.svc.cluster.local", path: path, method: "POST",
                        headers: headers, caller: .init(namespace: "default", labels: [:], services: []))
                    let (expected, found) = (istio.answer(request), gateway.answer(request))
                    #expect(expected == found, "\(request)\n\(text)")
                    if expected != found { return }
                }
            }
        }
        #expect(compared > 100)
    }

    /// Whether the report says nothing of losses, or of rules that are tried in another order.
    private static func isFaithful(_ converted: Converted) -> Bool {
        let isSameOrder = !converted.remarks.contains { $0.contains("more special rules first") }
        return isSameOrder
            && converted.outcomes.allSatisfy { outcome in
                if case .dropped = outcome.fate { false } else { true }
            }
    }

    @Test func requestsGoToTheSamePods() {
        var random = Seeded(5)
        var compared = 0
        for _ in 0..<Mutator.inputs(800) {
            let text = Self.mesh(&random)
            let documents = YAMLReader.documents(in: Source(name: "mesh.yaml", text))
            let converted = Conversion.convert(documents, to: .gatewayAPI)
            guard !converted.diagnostics.hasErrors, Self.isFaithful(converted) else { continue }
            compared += 1
            let (istio, gateway) = (
                TodayRouting(documents.map(\.root)), GatewayRouting(converted.objects)
            )
            for path in Self.paths + ["/z", "/a/b/c"] {
                for method in ["GET", "POST"] {
                    for headers in [[:], ["user": "ann"]] {
                        let request = Request(
                            host: "reviews.default.svc.cluster.local", path: path, method: method,
                            headers: headers,
                            caller: .init(namespace: "default", labels: [:], services: []))
                        let (expected, found) = (istio.answer(request), gateway.answer(request))
                        #expect(expected == found, "\(request)\n\(text)")
                        if expected != found { return }
                    }
                }
            }
        }
        #expect(compared > 100)
    }
}
