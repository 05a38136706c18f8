import Chart
import FoundationEssentials
import Installation
import Kubernetes
import TestSupport
import Testing
import YAML

@testable import Commands

/// Helm 4 makes of our charts what our engine makes of them, byte for byte.
@Suite(.serialized, .timeLimit(.minutes(3))) struct OwnChartsTests {
    private static let helm = Repository.root + "/.tools/helm-4"

    private static let installations = [
        ["profile=demo"], ["profile=ambient", "values.global.networkPolicy.enabled=true"],
        ["profile=openshift-ambient", "values.cni.resourceQuotas.enabled=true"],
        ["profile=remote", "values.global.remotePilotAddress=10.0.0.1"],
        [
            "profile=stable", "revision=canary", "values.defaultRevision=canary",
            "values.revisionTags[0]=prod",
            "values.pilot.autoscaleMin=2", "values.global.proxy.tracer=zipkin",
        ],
        [
            "profile=classic", "values.classic.mtls=true", "values.classic.components.injector.enabled=true",
        ],
        ["profile=empty"] + Component.addons.map { "addons.\($0.key).enabled=true" }
            + ["values.addons.fluentd.mixer=true", "values.addons.prometheus.storage.size=5Gi"],
    ]

    @Test(arguments: installations) func helmAgrees(flags: [String]) async throws {
        guard FileManager.default.isExecutableFile(atPath: Self.helm) else {
            return print("skipped: there is no \(Self.helm); scripts/clients fetches it")
        }
        let settings = try InstallationSettings(
            files: [], flags: flags.map { try SettingFlag($0) },
            profiles: { name throws(InstallationError) in Profile.settings(name) ?? .emptyMap })
        let folder = FileManager.default.temporaryDirectory.path + "/charts-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for release in try settings.releases() {
            let chart = "\(folder)/\(release.component.chart)"
            try Self.write(release, to: chart)
            let words = [
                "istio", "-n", release.namespace, "-f", "\(chart)-values.yaml", "--kube-version", "1.32.0",
            ]
            let theirs = try await SystemProcesses().run(
                ProcessCommand(
                    Self.helm, ["template", words[0], chart] + words.dropFirst(),
                    environment: ["HOME": folder, "PATH": "/usr/bin:/bin"]))
            #expect(theirs.exitStatus == 0, "\(String(decoding: theirs.errors, as: UTF8.self))")
            let ours = TestWorld()
            var world = ours.world
            world.environment = Environment(
                variables: [:], homeDirectory: nil, files: DiskFiles(), processes: NoProcesses())
            let code = await Program.run(["x", "template", chart] + words, in: world)
            #expect(code == .done, "\(ours.errors)")
            #expect(Array(ours.output.utf8) == theirs.output, "\(release.component.name) of \(flags)")
        }
    }

    /// The chart as helm finds it, and its values.
    private static func write(_ release: ComponentRelease, to folder: String) throws {
        for file in BuiltInCharts.files(of: release.component.chart) {
            let path = "\(folder)/\(file.path)"
            let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            try FileManager.default.createDirectory(
                atPath: parent.joined(separator: "/"), withIntermediateDirectories: true)
            #expect(FileManager.default.createFile(atPath: path, contents: Data(file.bytes)))
        }
        let values = Data(YAMLWriter.text(try release.builtInValues()).utf8)
        #expect(FileManager.default.createFile(atPath: "\(folder)-values.yaml", contents: values))
    }
}
