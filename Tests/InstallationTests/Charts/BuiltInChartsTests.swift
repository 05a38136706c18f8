import Chart
import FoundationEssentials
import TestSupport
import Testing
import YAML

@testable import Installation

@Suite struct BuiltInChartsTests {
    private static let folder = Repository.root + "/Sources/CCharts/charts"

    /// `make charts` writes the list of files anew; the bytes follow by themselves.
    @Test func everyFileOfTheFolderIsInTheProgramAsItIs() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.folder).filter { path in
            var isFolder: Bool = false
            return FileManager.default.fileExists(atPath: "\(Self.folder)/\(path)", isDirectory: &isFolder)
                && !isFolder
        }
        let embedded = Dictionary(
            uniqueKeysWithValues: BuiltInCharts.files(below: "").map { ($0.path, $0.bytes) })
        #expect(Set(embedded.keys) == Set(paths))
        for path in paths {
            #expect(embedded[path] == Repository.bytes(of: "\(Self.folder)/\(path)"), "\(path)")
        }
    }

    @Test func everyComponentHasAChart() throws {
        for component in Component.all {
            let chart = try BuiltInCharts.chart(component.chart)
            #expect(!chart.templates.isEmpty, "\(component.name)")
        }
        #expect(Set(BuiltInCharts.names) == Set(Component.all.map(\.chart)))
    }

    @Test func chartsThatNobodyHasAreNone() {
        #expect(throws: ChartError.self) { try BuiltInCharts.chart("nothing") }
        #expect(BuiltInCharts.layer("nothing") == nil)
    }

    @Test func definitionsComeFromTheDeclarations() {
        let today = IstioDefinitions.objects(.today)
        let names = today.compactMap { $0[["metadata", "name"]]?.string }
        #expect(names.contains("virtualservices.networking.istio.io"))
        #expect(names.contains("authorizationpolicies.security.istio.io"))
        let classic = IstioDefinitions.objects(.classic).compactMap { $0[["metadata", "name"]]?.string }
        #expect(classic.contains("routerules.config.istio.io") && classic.contains("deniers.config.istio.io"))
        // Two definitions of one name cannot be.
        #expect(Set(names).isDisjoint(with: classic))
        #expect(IstioDefinitions.objects(.today, excluding: Set(names)).isEmpty)
    }
}

@Suite struct ChartLayerTests {
    private func release(_ component: String, _ texts: String...) throws -> ComponentRelease {
        let flags = try texts.map { try SettingFlag($0) }
        let settings = try InstallationSettings(
            files: [], flags: flags,
            profiles: { name throws(InstallationError) in Profile.settings(name) ?? .emptyMap })
        return try #require(try settings.releases().first { $0.component.name == component })
    }

    @Test func profilesLieUnderWhatTheUserSays() throws {
        let demo = try release("Pilot", "profile=demo").builtInValues()
        #expect(demo[["pilot", "traceSampling"]] == 100)
        let own = try release("Pilot", "profile=demo", "values.pilot.traceSampling=7").builtInValues()
        #expect(own[["pilot", "traceSampling"]] == 7)
    }

    @Test func aCompatibilityVersionSwitchesLaterBehaviourOff() throws {
        let values = try release("Pilot", "compatibilityVersion=1.28").builtInValues()
        #expect(values[["pilot", "env", "DISABLE_TRACK_REMAINING_CB_METRICS"]] == "false")
        #expect(values[["pilot", "env", "ENABLE_NATIVE_SIDECARS"]] == nil)
    }

    @Test func platformsAndVersionsThatThereAreNotAreErrorsWithTheNearest() throws {
        #expect {
            try release("Cni", "components.cni.enabled=true", "values.global.platform=openshit")
                .builtInValues()
        } throws: { error in
            "\(error)".contains("did you mean openshift?")
        }
        #expect(throws: InstallationError.self) {
            try release("Pilot", "compatibilityVersion=1.2").builtInValues()
        }
    }

    @Test func ztunnelGetsItsValuesAtTheTop() throws {
        let values = try release("Ztunnel", "profile=ambient", "values.global.platform=openshift")
            .builtInValues()
        #expect(values["resourceName"] == "ztunnel" && values["seLinuxOptions"] == ["type": "spc_t"])
    }

    @Test func aGatewayKnowsWhichItIs() throws {
        #expect(
            try release("EgressGateways", "profile=demo").builtInValues()["gateway"] == "istio-egressgateway")
    }
}
