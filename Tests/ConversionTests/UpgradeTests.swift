import Diagnostics
import Testing
import YAML

@testable import Conversion

/// Older versions of today's API.
@Suite struct UpgradeTests {
    @Test func theVersionIsRaisedAndEverythingElseCarried() {
        let result = Conversion.convert(
            text: """
                apiVersion: networking.istio.io/v1alpha3
                kind: ServiceEntry
                metadata: {name: a}
                spec:
                  hosts: [a.example.com]
                  ports: [{number: 80, name: http, protocol: HTTP}]
                  resolution: DNS
                """)
        #expect(result.objects.first?["apiVersion"] == "networking.istio.io/v1")
        let fates = Dictionary(
            uniqueKeysWithValues: result.outcomes.map { ($0.path.description, $0.fate) })
        #expect(fates["apiVersion"] == .changed("now \"networking.istio.io/v1\""))
        #expect(fates["spec.ports[0].number"] == .carried)
        #expect(fates.count == 8)
        #expect(result.outcomes.last?.position.mark == Mark(line: 7, column: 15))
    }

    @Test func inputThatDoesNotValidateIsRefused() {
        let result = Conversion.convert(
            text: "apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: a}\nspec: {egres: []}")
        #expect(result.diagnostics.hasErrors)
        #expect(result.objects.isEmpty)
    }
}
