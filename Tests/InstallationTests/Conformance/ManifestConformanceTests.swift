import TestSupport
import Testing
import YAML

@testable import Installation

/// What charts get, and what becomes of what they make.
@Suite struct ManifestConformanceTests {
    /// What the command line of a case asks for. Upstream's tests have no images of a release.
    private static func settings(_ recorded: ManifestCase) throws -> InstallationSettings {
        var files: [Node] = []
        var flags: [SettingFlag] = []
        var words = recorded.arguments[...]
        while let word = words.popFirst() {
            switch word {
            case "-f":
                let path = "\(ManifestCase.folder)/\(words.popFirst() ?? "")"
                files += ManifestCase.documents(Repository.bytes(of: path) ?? [])
            case "-s", "--set": flags.append(try SettingFlag(words.popFirst() ?? ""))
            case "--revision": flags.append(try SettingFlag("revision=\(words.popFirst() ?? "")"))
            default: break
            }
        }
        let release = try ["hub=registry.istio.io/testing", "tag=latest"].map(SettingFlag.init)
        return try InstallationSettings(files: files, flags: flags, detected: release) {
            name throws(InstallationError) in
            guard let profile = Profile.settings(name) else { throw InstallationError("no profile \(name)") }
            return profile
        }
    }

    @Test(arguments: ["own", "generate", "assert"]) func chartsGetTheirValues(_ group: String) throws {
        for recorded in try ManifestCase.all(of: group) {
            guard let wanted = recorded.documents("chartInputs").first?.list else { continue }
            let releases = try Self.settings(recorded).releases()
            let found: [Node] = releases.map { release in
                [
                    "chart": Node(release.component.released ?? ""),
                    "component": Node(release.component.name),
                    "namespace": Node(release.namespace), "release": Node(ComponentRelease.name),
                    "values": release.values,
                ]
            }
            #expect(found.count == wanted.count, "\(recorded.id)")
            for (found, wanted) in zip(found, wanted) {
                #expect(
                    found.comparable == wanted.comparable,
                    "\(recorded.id) \(found["component"]?.string ?? "")")
            }
        }
    }

    @Test func settingsAreMerged() throws {
        for recorded in try ManifestCase.all(of: "own") {
            guard let wanted = recorded.documents("merged").first else { continue }
            #expect(try Self.settings(recorded).root.comparable == wanted.comparable, "\(recorded.id)")
        }
    }

    /// What charts made, with overlays, in the order of Istio's installer.
    @Test func overlaysAreLaidOver() throws {
        for recorded in try ManifestCase.all(of: "generate") {
            let golden = recorded.documents("golden")
            var objects = recorded.documents("helmOutput")
            for release in try Self.settings(recorded).releases() {
                objects = try release.customized(objects)
            }
            let found = ObjectOrder.sorted(objects)
            #expect(found.map(\.objectName) == golden.map(\.objectName), "\(recorded.id)")
            for (found, wanted) in zip(found, golden) {
                #expect(found.comparable == wanted.comparable, "\(recorded.id) \(wanted.objectName ?? "")")
            }
        }
    }
}
