import Diagnostics
import Kubernetes
import Testing
import YAML

@testable import Commands

@Suite struct PlanTests {
    private static let service = """
        apiVersion: networking.istio.io/v1beta1
        kind: VirtualService
        metadata: {name: reviews, namespace: books}
        spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews}}]}]}
        """
    private static let rule = """
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: details}
        spec: {destination: {name: details}}
        """
    private static let denier = """
        apiVersion: config.istio.io/v1alpha2
        kind: denier
        metadata: {name: nope}
        spec: {}
        """

    private func plan(
        _ texts: String..., operation: Commands.Operation = .create, namespace: String? = nil,
        served: [String: String]? = nil
    ) -> Plan {
        let text = texts.joined(separator: "\n---\n")
        let source = Source(name: "in.yaml", text: Array(text.utf8))
        return Plan(
            Manifest(reading: [source]), operation: operation, namespace: namespace, fallback: "default",
            served: served)
    }

    private func labels(_ plan: Plan) -> [String] { plan.intents.map(\.reference.text) }

    @Test func objectsKeepTheirOrderButMixersComeLast() {
        let plan = plan(Self.denier, Self.service, Self.rule)
        #expect(
            labels(plan) == [
                "virtualservice.networking.istio.io/reviews", "route-rule/default/details",
                "denier/default/nope",
            ])
        #expect(plan.problems.isEmpty)
        #expect(plan.refused.isEmpty)
    }

    @Test func todaysKindsAreSentInTheVersionInWhichTheyAreWritten() {
        #expect(plan(Self.service).intents.map(\.type.version) == ["v1beta1"])
        #expect(plan(Self.rule).intents.map(\.type.version) == ["v1alpha2"])
    }

    @Test func theNamespaceIsTheObjectsThenTheFlagsThenTheContexts() {
        func namespaces(_ plan: Plan) -> [String?] { plan.intents.map(\.reference.namespace) }
        #expect(namespaces(plan(Self.service)) == ["books"])
        #expect(namespaces(plan(Self.rule)) == ["default"])
        #expect(namespaces(plan(Self.rule, namespace: "shop")) == ["shop"])
        #expect(namespaces(plan(Self.service, namespace: "books")) == ["books"])
        let empty = Self.rule.replacing("name: details}\nspec", with: "name: details, namespace: \"\"}\nspec")
        #expect(namespaces(plan(empty)) == ["default"])
    }

    @Test func anotherNamespaceThanTheFlagsIsAProblem() {
        let plan = plan(Self.rule, Self.service, namespace: "shop")
        #expect(labels(plan) == ["route-rule/shop/details"])
        #expect(plan.problems.map(\.code) == [.namespaceConflict])
        #expect(plan.problems.first?.position?.mark.line == 6)
        #expect(plan.problems.first?.hint == "leave --namespace out, or say --namespace=books")
    }

    @Test func clusterScopedKindsHaveNoNamespace() {
        let namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: books, namespace: odd}"
        let plan = plan(namespace, namespace: "shop")
        #expect(plan.problems.isEmpty)
        #expect(plan.intents.map(\.reference.namespace) == [nil])
    }

    @Test func unknownKindsAreProblemsWithTheNearestName() {
        let plan = plan(Self.rule.replacing("RouteRule", with: "RouteRul"), operation: .replace)
        #expect(plan.intents.isEmpty)
        #expect(plan.problems.map(\.message) == ["kind RouteRul is not known (config.istio.io/v1alpha2)"])
        #expect(plan.problems.first?.hint == "did you mean `RouteRule`?")
        let far = self.plan("apiVersion: example.io/v1\nkind: Zzzzzzzzzz\nmetadata: {name: w}")
        #expect(far.problems.first?.hint?.hasSuffix("kubectl create -f") == true)
    }

    @Test func mixersKindsDependOnTheCluster() {
        let known = plan(Self.denier, served: ["denier": "deniers"])
        #expect(labels(known) == ["denier/default/nope"])
        let absent = plan(Self.rule, Self.denier, served: ["rule": "rules"])
        #expect(labels(absent) == ["route-rule/default/details"])
        #expect(absent.problems.isEmpty)
        #expect(absent.refused.count == 1)
        #expect(absent.refused.first?.contains("kind denier is not known to the cluster") == true)
        let own = Self.denier.replacing("denier", with: "myadapter")
        #expect(plan(own).problems.count == 1)
        #expect(plan(own, served: ["myadapter": "myadapters"]).intents.map(\.type.plural) == ["myadapters"])
    }
}
