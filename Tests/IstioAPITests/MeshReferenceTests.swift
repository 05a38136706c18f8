import Schema
import Testing
import YAML

@testable import IstioAPI

/// What is no custom resource has the fields that the reference lists: names, types, one-ofs, enumerations,
/// order.
@Suite struct MeshReferenceTests {
    @Test func meshConfigurationIsTheSame() {
        guard let bytes = Reference.bytes("mesh-config.md") else { return }
        let page = MessageTable.page(String(decoding: bytes, as: UTF8.self))
        var seen: Set<String> = []
        #expect(page.differences(MeshConfig.fields, &seen) == [])
        #expect(page.differences(MeshNetworks.fields, &seen) == [])
        #expect(Set(page.messages.keys).subtracting(seen) == [], "messages that are not declared")
    }

    @Test func valuesOfInstallationsAreTheSame() {
        guard let bytes = Reference.bytes("istio-operator.md") else { return }
        let page = MessageTable.page(String(decoding: bytes, as: UTF8.self))
        var seen: Set<String> = []
        // The charts of these two are this program's own.
        let differences = page.differences(IstioOperator.Values.fields, &seen).filter { difference in
            !["addons", "classic"].contains { difference.contains("name: \"\($0)\"") }
        }
        #expect(differences == [])
    }

    @Test func namesThatAreNoIdentifiersAreKept() {
        #expect(IstioOperator.Values.GatewaysConfig.fields.field(named: "istio-ingressgateway") != nil)
        #expect(IstioOperator.fields.field(protoNamed: "install_package_path") == nil)
    }
}
