import Testing

@testable import Sandbox

@Suite struct SandboxControlTests {
    @Test func theDirectoryFollowsTheEnvironment() {
        func path(_ environment: [String: String]) -> String? {
            SandboxDirectory.standard(environment: environment)?.path
        }
        #expect(path(["XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/istioctl/sandbox")
        #expect(path(["HOME": "/h"]) == "/h/.local/share/istioctl/sandbox")
        #expect(path(["XDG_DATA_HOME": "relative"]) == nil)
        #expect(SandboxDirectory("/a/b//").path == "/a/b")
    }

    @Test func aStalePidFileDeceivesNobody() async throws {
        try await TemporaryDirectory.with { path in
            let directory = SandboxDirectory(path)
            let store = try SandboxStore(directory: path)
            store.close()
            try PrivateFile.write(#"{"pid": 7, "address": "127.0.0.1", "port": 7}"#, to: directory.state)
            #expect(SandboxControl.status(directory) == .stopped(hasData: true))
            #expect(try await !SandboxControl.down(directory))
        }
    }

    @Test func resetRemovesOnlyWhatASandboxWrote() async throws {
        try await TemporaryDirectory.with { path in
            let directory = SandboxDirectory(path)
            try SandboxStore(directory: path).close()
            try PrivateFile.write("mine", to: path + "/notes")
            try await SandboxControl.reset(directory)
            #expect(!directory.hasData)
            #expect(try PrivateFile.read(path + "/notes", limit: 10) == Array("mine".utf8))
        }
    }

    @Test func aRunningSandboxIsNotReset() async throws {
        try await TemporaryDirectory.with { path in
            let store = try SandboxStore(directory: path)
            await #expect(throws: SandboxError.running(pid: nil)) {
                try await SandboxControl.reset(SandboxDirectory(path))
            }
            store.close()
        }
    }

    @Test func otherAddressesThanLoopbackNeedTheOption() async throws {
        var options = SandboxOptions(directory: SandboxDirectory("/nowhere"))
        options.address = "0.0.0.0"
        await #expect(throws: SandboxError.notLoopback(address: "0.0.0.0")) {
            try await SandboxControl.up(options)
        }
    }

    @Test func theTokenAndTheAuthorityStay() async throws {
        try await TemporaryDirectory.with { path in
            let directory = SandboxDirectory(path)
            let first = try Credentials(directory, address: "127.0.0.1")
            let second = try Credentials(directory, address: "127.0.0.1")
            #expect(first.token == second.token && first.token.utf8.count == 64)
            #expect(first.authorityPEM == second.authorityPEM)
            #expect(first.serverPEM != second.serverPEM)
        }
    }
}
