import Testing
import YAML

@testable import Installation

@Suite struct ProfileTests {
    @Test(arguments: Profile.names) func everyNameHasSettings(_ name: String) throws {
        let profile = try #require(Profile.settings(name))
        #expect(profile["kind"] == "IstioOperator")
        #expect(profile[["spec", "values", "global", "istioNamespace"]] == "istio-system")
    }

    @Test func componentsAreThoseOfTheProfile() throws {
        func components(_ name: String) throws -> [String] {
            try InstallationSettings(files: [], flags: [SettingFlag("profile=\(name)")]) {
                name throws(InstallationError) in Profile.settings(name) ?? .emptyMap
            }.releases().map(\.component.name)
        }
        #expect(try components("default") == ["Base", "Pilot", "IngressGateways"])
        #expect(try components("demo") == ["Base", "Pilot", "IngressGateways", "EgressGateways"])
        #expect(try components("minimal") == ["Base", "Pilot"])
        #expect(try components("empty") == [])
        #expect(try components("ambient") == ["Base", "Pilot", "Cni", "Ztunnel"])
    }
}
