import FoundationEssentials
import Kubernetes
import Testing

@testable import Commands

/// Charts in an archive of a release, as people download it.
@Suite(.timeLimit(.minutes(1))) struct ReleaseArchiveTests {
    /// A release in a folder of its own, packed; `link` leads out of a folder of it.
    private func packed(link: String?, _ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/release-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = ManifestGenerateTests.charts.map { ("manifests/" + $0.dropFirst(2), $1) }
        for (path, text) in files + [("bin/istioctl", String(repeating: "x", count: 1 << 23))] {
            let path = "\(folder)/istio-1.30.3/\(path)"
            let parent = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
        }
        if let link {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/istio-1.30.3/\(link)", withDestinationPath: "/etc")
        }
        let packing = try await SystemProcesses().run(
            ProcessCommand(
                "tar", ["czf", "\(folder)/release.tgz", "-C", folder, "istio-1.30.3"],
                environment: ["PATH": "/usr/bin:/bin"]))
        #expect(packing.exitStatus == 0)
        try await body(folder)
    }

    private func generate(_ manifests: String) async -> (TestWorld, ExitCode) {
        let test = TestWorld()
        var world = test.world
        world.environment = Environment(
            variables: [:], homeDirectory: nil, files: DiskFiles(), processes: NoProcesses())
        let words = ["manifest", "generate", "--profile", "minimal", "-d", manifests]
        return (test, await Program.run(words, in: world))
    }

    @Test func anArchiveIsAsGoodAsItsFolder() async throws {
        // What is no chart may be large, and may be a link.
        try await packed(link: "bin/other") { folder in
            let (unpacked, done) = await generate("\(folder)/istio-1.30.3")
            let (archived, also) = await generate("\(folder)/release.tgz")
            #expect(done == .done && also == .done, "\(archived.errors)")
            #expect(archived.output == unpacked.output && archived.output.contains("name: istiod"))
        }
    }

    @Test func linksAmongChartsAreRefused() async throws {
        try await packed(link: "manifests/charts/other") { folder in
            let (world, code) = await generate("\(folder)/release.tgz")
            #expect(code == .badInput && world.errors.contains("is a link"), "\(world.errors)")
        }
    }

    @Test func whatIsNoReleaseIsSaidSo() async throws {
        try await packed(link: nil) { folder in
            let (world, code) = await generate("\(folder)/istio-1.30.3/bin/istioctl")
            #expect(code == .badInput && world.errors.contains("neither a folder nor a gzipped archive"))
        }
    }
}
