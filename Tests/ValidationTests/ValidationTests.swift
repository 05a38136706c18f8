import Testing
import YAML

@testable import Validation

/// What a document is, before its spec is looked at.
@Suite struct ValidationTests {
    private let good = "{destination: {name: a}}"

    @Test func emptyDocumentsHoldNothing() {
        #expect(verdict("# nothing\n").items.isEmpty)
        #expect(verdict("{}\n").items.isEmpty)
    }

    @Test func listsAreTakenApart() {
        let item =
            "{apiVersion: config.istio.io/v1alpha2, kind: RouteRule, metadata: {name: a}, spec: \(good)}"
        let verdict = verdict("apiVersion: v1\nkind: List\nitems:\n- \(item)\n- \(item)\n")
        #expect(verdict.items.map(\.outcome) == [.valid, .valid])
    }

    @Test func unknownKindsAreSkippedWithTheNearest() {
        let items = verdict("apiVersion: config.istio.io/v1alpha2\nkind: RouteRul\nmetadata: {name: a}\n")
            .items
        #expect(
            items.map(\.outcome) == [
                .skipped(reason: "kind RouteRul is not known, did you mean `RouteRule`?")
            ])
    }

    @Test func otherProjectsKindsAreSkipped() {
        let items = verdict("apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: a}\n")
            .items
        #expect(
            items.map(\.outcome)
                == [.skipped(reason: "kind Gateway is not known in gateway.networking.k8s.io/v1")])
    }

    @Test func dashedKindsAreKnown() {
        #expect(verdict(rule("route-rule", good)).items.first?.kind?.name == "RouteRule")
        #expect(verdict(rule("HttpApiSpec", "{}")).items.first?.kind?.name == "HTTPAPISpec")
    }

    @Test func wrongVersionsOfClassicKindsAreWarnings() {
        let text =
            "apiVersion: config.istio.io/v1alpha1\nkind: RouteRule\nmetadata: {name: a}\nspec: \(good)\n"
        #expect(!verdict(text).hasErrors)
        #expect(verdict(text).diagnostics.map(\.code) == [.wrongVersion])
    }

    @Test func outerKeysMatchInAnyCase() {
        let text =
            "{\"APIVERSION\": \"config.istio.io/v1alpha2\", \"Kind\": \"RouteRule\", "
            + "\"METADATA\": {\"Name\": \"j\"}, \"Spec\": \(good)}"
        let verdict = verdict(text)
        #expect(!verdict.hasErrors)
        #expect(verdict.items.first?.name == "j")
        #expect(verdict.items.first?.node["spec"]?["destination"]?["name"] == "a")
    }

    @Test func generationsAreToldApartByTheirFields() {
        let classic = network("VirtualService", "{hosts: [a], http: [{route: [{destination: {name: a}}]}]}")
        let today = network("VirtualService", "{hosts: [a], http: [{route: [{destination: {host: a}}]}]}")
        #expect(verdict(classic).items.first?.kind?.generation == .classic)
        #expect(verdict(today).items.first?.kind?.generation == .today)
    }

    @Test func mixerKindsAreKnownByNameOnly() {
        let items = verdict(rule("denier", "{status: {code: 7}}")).items
        #expect(items.map(\.outcome) == [.valid])
        #expect(items.map(\.isSpecChecked) == [false])
    }

    @Test func objectsNeedNames() {
        expectErrors(
            "apiVersion: config.istio.io/v1alpha2\nkind: RouteRule\nmetadata: 1️⃣{namespace: b}\nspec: \(good)\n",
            "missing \"name\"")
    }
}
