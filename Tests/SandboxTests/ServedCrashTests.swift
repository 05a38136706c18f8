import FoundationEssentials
import Kubernetes
import Synchronization
import Testing
import YAML

@testable import Sandbox

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `kill -9` of the program itself while clients write over HTTP. Most runs are those of `CrashTests`, which
/// need no other process; these few go the whole way. One suite, so that no two processes start at once: what
/// starts a sandbox in the background closes the descriptors of others.
extension CrashTests {
    @Suite(.serialized, .timeLimit(.minutes(3))) struct ServedCrashTests {
        private static let program =
            URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .path + "/.build/debug/istioctl"

        @Test(arguments: 1...5) func nothingAcknowledgedOverHTTPIsLost(run: Int) async throws {
            guard FileManager.default.isExecutableFile(atPath: Self.program) else {
                return print("skipped: there is no \(Self.program)")
            }
            try await TemporaryDirectory.with { path in
                let directory = SandboxDirectory(path)
                let state = try await SandboxControl.start(
                    .init(directory: directory), executable: Self.program)
                // The process keeps its number until its end is noted here. Without that, Swift Testing
                // would not hear of the end of any other process.
                defer {
                    kill(state.pid, SIGKILL)
                    waitpid(state.pid, nil, 0)
                }
                let acknowledged = try await Self.write(directory, killing: state.pid, after: 60 * run)
                #expect(!acknowledged.isEmpty)
                #expect(try await Self.isGone(directory))
                let store = try SandboxStore(directory: path)
                defer { store.close() }
                let scope = StateQuery.Scope(group: "config.istio.io", plural: "routerules", namespace: nil)
                let stored = Dictionary(
                    uniqueKeysWithValues: try store.page(scope).objects.map {
                        ($0.key.name, "\($0.revision)")
                    })
                for (name, revision) in acknowledged {
                    #expect(stored[name] == revision, "lost: \(name) at \(revision)")
                }
            }
        }

        /// The revision of each new object by its name.
        private final class Acknowledged: Sendable {
            let revisions = Mutex<[String: String]>([:])
        }

        /// Writes with four clients until the server is killed; names and revisions that it acknowledged.
        private static func write(_ directory: SandboxDirectory, killing pid: Int32, after milliseconds: Int)
            async throws -> [String: String]
        {
            var overrides = KubeconfigOverrides()
            overrides.kubeconfig = directory.kubeconfig
            let configuration = try #require(try ClusterConfiguration.load(overrides, in: Environment()))
            let acknowledged = Acknowledged()
            await withTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    let cluster = RESTCluster(configuration, in: Environment())
                    group.addTask {
                        for number in 0... {
                            let name = "w\(writer)-\(number)"
                            guard let made = try? await create(name, cluster) else { break }
                            acknowledged.revisions.withLock { $0[name] = made }
                        }
                        await cluster.close()
                    }
                }
                group.addTask {
                    // The first writes need a connection; the kill is to come among later ones.
                    for _ in 0..<2_000 where acknowledged.revisions.withLock({ $0.isEmpty }) {
                        try? await Task.sleep(for: .milliseconds(5))
                    }
                    try? await Task.sleep(for: .milliseconds(milliseconds))
                    kill(pid, SIGKILL)
                }
            }
            return acknowledged.revisions.withLock { $0 }
        }

        /// The revision of the new object.
        private static func create(_ name: String, _ cluster: RESTCluster) async throws -> String {
            let rules = ResourceType(
                group: "config.istio.io", version: "v1alpha2", plural: "routerules", kind: "RouteRule")
            let made = try await cluster.create(
                rules, namespace: "default", Asking.rule(name), WriteOptions())
            return try #require(made[["metadata", "resourceVersion"]]?.string)
        }

        private static func isGone(_ directory: SandboxDirectory) async throws -> Bool {
            for _ in 0..<500 where DirectoryLock.isHeld(directory: directory.path) {
                try await Task.sleep(for: .milliseconds(10))
            }
            return !DirectoryLock.isHeld(directory: directory.path)
        }
    }
}
