import TestSupport
import Testing

@testable import Chart

@Suite struct ChartArchiveTests {
    private func files(_ entries: [(String, String, Character)]) throws -> [String] {
        var tar = TarBuilder()
        for (path, text, type) in entries { tar.add(path, text, type: type) }
        return try ChartArchive.files(tar.archive).map {
            "\($0.path)=\(String(decoding: $0.bytes, as: UTF8.self))"
        }
    }

    @Test func filesLoseTheFolderThatAllAreIn() throws {
        let found = try files([
            ("shop/", "", "5"), ("shop/Chart.yaml", "name: shop", "0"),
            ("shop\\templates\\a.yaml", "a: 1", "0"),
            ("pax_global_header", "52 comment=x\n", "g"), ("outside", "", "0"),
        ])
        #expect(found == ["Chart.yaml=name: shop", "templates/a.yaml=a: 1"])
    }

    @Test func longPathsComeBeforeTheirFiles() throws {
        let long = "shop/" + String(repeating: "a", count: 120)
        let record = "path=shop/posix\n"
        let found = try files([
            ("././@LongLink", long + "\0", "L"), ("shop/cut", "1", "0"),
            ("x", "\(record.count + 3) \(record)", "x"),
            ("shop/cut", "2", "0"), ("shop/own", "3", "0"),
        ])
        #expect(found == ["\(long.dropFirst(5))=1", "posix=2", "own=3"])
    }

    @Test(
        arguments: [
            ("/etc/passwd", "0", "absolute paths"), ("shop/../../x", "0", "parent directory"),
            ("shop/templates/..\\..\\x", "0", "parent directory"), ("shop/link", "2", "is a link"),
            ("shop/link", "1", "is a link"), ("shop/device", "3", "is a link"),
            ("c:/x", "0", "illegally named"),
            ("Chart.yaml", "0", "not in base directory"),
        ] as [(String, Character, String)])
    func whatLeadsElsewhereIsRefused(_ path: String, _ type: Character, _ reason: String) throws {
        #expect { try files([("shop/Chart.yaml", "", "0"), (path, "", type)]) } throws: { error in
            (error as? ChartError)?.message.contains(reason) ?? false
        }
    }

    @Test func largeFilesAreRefused() throws {
        let text = String(repeating: "x", count: ChartArchive.fileLimit + 1)
        #expect { try files([("shop/big", text, "0")]) } throws: { error in
            (error as? ChartError)?.message.contains("larger than the maximum file size") ?? false
        }
    }

    @Test func brokenArchivesAreRefused() throws {
        var tar = TarBuilder()
        tar.add("shop/Chart.yaml", "name: shop")
        let archive = tar.archive
        #expect(throws: ChartError.self) { try ChartArchive.files(Array(archive.dropLast(20))) }
        #expect(throws: ChartError.self) { try ChartArchive.files([0x1F, 0x8B]) }
        #expect(throws: ChartError.self) { try ChartArchive.files(TarBuilder().archive) }
    }

    /// Whatever is in an archive, reading it ends.
    @Test func fuzzedArchivesEnd() throws {
        var tar = TarBuilder()
        tar.add("shop/Chart.yaml", SmallChart.metadata)
        tar.add("x", "20 path=shop/posix\n", type: "x")
        tar.add("shop/cut", "content")
        var random = Seeded(7)
        for _ in 0..<Mutator.inputs(2_000) {
            var changed = tar
            changed.damage(using: &random)
            _ = try? HelmChart(ChartArchive.files(changed.archive))
        }
    }
}

extension TarBuilder {
    fileprivate mutating func damage(using random: inout Seeded) {
        for _ in 0...random.below(4) { replace(random.below(bytes.count), UInt8(random.below(256))) }
    }
}
