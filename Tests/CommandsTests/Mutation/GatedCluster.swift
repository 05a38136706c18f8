import Kubernetes
import YAML

/// A cluster whose creations end only when the test lets them, by the names of their objects.
actor GatedCluster: Cluster {
    private let failing: Set<String>
    private var held: [String: CheckedContinuation<Void, Never>] = [:]
    private var opened: Set<String> = []
    private var expected: (names: Set<String>, continuation: CheckedContinuation<Void, Never>)?

    /// `+a` where the creation of `a` began, `-a` where it ended.
    private(set) var events: [String] = []
    /// The most creations that were under way at once.
    private(set) var peak = 0

    init(failing: Set<String> = []) { self.failing = failing }

    /// Returns once the creations of all these are under way.
    func waits(for names: String...) async { await waits(for: names) }

    func waits(for names: [String]) async {
        await withCheckedContinuation { continuation in
            expected = (Set(names), continuation)
            announce()
        }
    }

    /// Lets creations end, those that have not begun too.
    func open(_ names: String...) { open(names) }

    func open(_ names: [String]) {
        opened.formUnion(names)
        for name in names { held.removeValue(forKey: name)?.resume() }
    }

    private func announce() {
        guard let wish = expected, wish.names.isSubset(of: held.keys) else { return }
        expected = nil
        wish.continuation.resume()
    }

    func create(_ type: ResourceType, namespace: String?, _ object: Node, _ options: WriteOptions)
        async throws
        -> Node
    {
        let name = object[["metadata", "name"]]?.string ?? ""
        events.append("+\(name)")
        if !opened.contains(name) {
            await withCheckedContinuation { continuation in
                held[name] = continuation
                peak = max(peak, held.count)
                announce()
            }
        }
        events.append("-\(name)")
        if failing.contains(name) {
            throw ClusterError.status(APIStatus(code: 403, reason: "Forbidden", message: "no, Ann"))
        }
        return object.settingRevision("7")
    }

    // MARK: What these tests do not ask for

    func get(_ type: ResourceType, namespace: String?, name: String) async throws -> Node {
        throw RecordingCluster.missing
    }

    func page(_ type: ResourceType, namespace: String?, _ options: ListOptions) async throws -> Node {
        throw RecordingCluster.missing
    }

    func replace(
        _ type: ResourceType, namespace: String?, name: String, _ object: Node, _ options: WriteOptions
    ) async throws -> Node {
        throw RecordingCluster.missing
    }

    func patch(
        _ type: ResourceType, namespace: String?, name: String, _ patch: Patch, _ options: WriteOptions
    ) async throws -> Node {
        throw RecordingCluster.missing
    }

    func delete(_ type: ResourceType, namespace: String?, name: String, _ options: WriteOptions) async throws
        -> Node
    {
        throw RecordingCluster.missing
    }

    nonisolated func watch(_ type: ResourceType, namespace: String?, _ options: ListOptions)
        -> AsyncThrowingStream<WatchEvent, any Error>
    {
        AsyncThrowingStream { $0.finish() }
    }

    func document(at path: String) async throws -> Node { throw RecordingCluster.missing }

    func bytes(at path: String) async throws -> [UInt8] { throw RecordingCluster.missing }
}
