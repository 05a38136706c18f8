import FoundationEssentials
import Testing

@testable import Kubernetes

/// Files that cannot be read, never end, or cannot be written.
@Suite struct DiskFilesTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path())
    }

    private func failure(_ path: String, limit: Int = 1000) -> FileError? {
        do {
            _ = try DiskFiles().read(path, limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test func missingFilesFoldersAndLinksToNothing() throws {
        try inFolder { folder in
            #expect(failure("\(folder)/none") == .missing)
            #expect(failure(folder) == .failed("is a directory"))
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/link", withDestinationPath: "\(folder)/none")
            #expect(failure("\(folder)/link") == .missing)
            try Data("x".utf8).write(to: URL(filePath: "\(folder)/file"))
            #expect(failure("\(folder)/file/below") == .failed("not a directory"))
        }
    }

    @Test func aFileThatNeverEndsIsTooLarge() { #expect(failure("/dev/zero") == .tooLarge(limit: 1000)) }

    @Test func aFileOfExactlyTheLimitIsRead() throws {
        try inFolder { folder in
            try Data(repeating: 7, count: 1000).write(to: URL(filePath: "\(folder)/file"))
            #expect(failure("\(folder)/file") == nil)
            #expect(failure("\(folder)/file", limit: 999) == .tooLarge(limit: 999))
        }
    }

    @Test func whatCannotBeReplacedStaysAndLeavesNothingBehind() throws {
        try inFolder { folder in
            // A folder in the place of the file: everything works but the last step.
            try FileManager.default.createDirectory(
                atPath: "\(folder)/target", withIntermediateDirectories: false)
            try Data("x".utf8).write(to: URL(filePath: "\(folder)/target/kept"))
            #expect(throws: FileError.self) { try DiskFiles().replace("\(folder)/target", with: [1]) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["target"])
            #expect(failure("\(folder)/target/kept") == nil)
        }
    }

    @Test func replacingFollowsLinksAndKeepsOthersOut() throws {
        try inFolder { folder in
            try Data("old".utf8).write(to: URL(filePath: "\(folder)/file"))
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/link", withDestinationPath: "\(folder)/file")
            try DiskFiles().replace("\(folder)/link", with: Array("new".utf8))
            #expect(try DiskFiles().read("\(folder)/file", limit: 10) == Array("new".utf8))
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/file")
            #expect((attributes[.posixPermissions] as? Int) == 0o600)
        }
    }
}
