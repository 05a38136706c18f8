import FoundationEssentials
import TestSupport
import Testing
import YAML

@testable import Commands

/// The recorded command lines of Istio 1.30's `validate` come to the same verdict about each file. Its exit
/// status for anything wrong is 1; ours tells wrong input (65) from wrong usage (64).
@Suite struct ValidateConformanceTests {
    private static let path = Repository.root + "/../shared/conformance/istio-1.30/validate/cases.jsonl"

    @Test func commandLinesAgree() async throws {
        guard let bytes = Repository.bytes(of: Self.path) else {
            return print("note: the recorded command lines of validate are absent, nothing is compared")
        }
        var count = 0
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let node = try JSONReader.node(Array(line))
            guard node["mode"] == "cli" else { continue }
            count += 1
            try await compare(node)
        }
        print("validate command lines: \(count) compared")
        #expect(count > 10)
    }

    private func compare(_ node: Node) async throws {
        let id = node["id"]?.string ?? ""
        let words = node["args"]?.list?.compactMap(\.string) ?? []
        try await Self.withFolder(of: node["files"]?.map ?? []) { folder, files in
            let world = TestWorld(files: files)
            let placed = words.enumerated().map { index, word in
                index > 0 && words[index - 1] == "-f"
                    ? word.split(separator: ",").map { "\(folder)/\($0)" }.joined(separator: ",") : word
            }
            let code = await world.run(placed + ["-o", "json"])
            let wanted = node[["expect", "exit"]]?.int ?? 0
            #expect((code == .done) == (wanted == 0), "\(id): exit status \(code.rawValue), \(world.errors)")
            guard code == .done || code == .badInput else { return }
            let report = try JSONReader.node(Array(world.output.utf8))
            let told = Self.told(node)
            for (file, hasWarnings) in told {
                let path = "\(folder)/\(file)"
                let found = (report["diagnostics"]?.list ?? []).filter { $0["file"]?.string == path }
                let isRead = (report["files"]?.list ?? []).contains { $0["file"]?.string == path }
                #expect(isRead, "\(id): \(file) is not read: \(world.output)")
                #expect(found.isEmpty != hasWarnings, "\(id): \(file): \(found)")
            }
        }
    }

    /// Directories are walked on the disk, files are read from the world: they lie in both.
    private static func withFolder(
        of files: [Node.Entry], _ body: (String, [String: String]) async throws -> Void
    ) async throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.path + "/validate-\(UUID().uuidString)"
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? manager.removeItem(atPath: folder) }
        var texts: [String: String] = [:]
        for file in files {
            let path = "\(folder)/\(file.key)"
            let parent = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
            try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try Data((file.value.string ?? "").utf8).write(to: URL(filePath: path))
            texts[path] = file.value.string
        }
        try await body(folder, texts)
    }

    /// The files of which the recorded output says that they are valid, and whether with warnings.
    private static func told(_ node: Node) -> [(file: String, hasWarnings: Bool)] {
        let expect = node["expect"]
        let texts =
            [expect?["stderr"]?.string ?? ""]
            + (expect?["stderrContains"]?.list ?? []).compactMap(\.string)
        return texts.flatMap { text in
            text.split(separator: "\n").compactMap { line -> (String, Bool)? in
                let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
                guard line.hasPrefix("\""), parts.count == 3 else { return nil }
                if parts[2].hasPrefix(" is valid") { return (String(parts[1]), false) }
                return parts[2].hasPrefix(" has warnings") ? (String(parts[1]), true) : nil
            }
        }
    }
}
