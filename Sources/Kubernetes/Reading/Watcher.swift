package import YAML

/// Follows a list: its state first, then every change, across connections that end.
package struct Watcher: Sendable {
    package enum Change: Sendable {
        /// The whole list, at the beginning and again whenever changes were missed.
        case all([Node])
        case added(Node), modified(Node), deleted(Node)
    }

    private let cluster: any Cluster
    private let type: ResourceType
    private let namespace: String?
    private let options: ListOptions
    /// How often in a row a connection may fail before following ends.
    private let failureLimit: Int
    private let firstWait: Duration

    package init(
        _ cluster: any Cluster, _ type: ResourceType, namespace: String? = nil,
        _ options: ListOptions = ListOptions(), failureLimit: Int = 10,
        firstWait: Duration = .milliseconds(500)
    ) {
        self.cluster = cluster
        self.type = type
        self.namespace = namespace
        self.options = options
        self.failureLimit = failureLimit
        self.firstWait = firstWait
    }

    /// Hands each change to `body` until that throws, the task is cancelled, or the server stays away. A
    /// server must be there at the beginning; `onInterruption` hears when it was lost later.
    package func follow(
        onInterruption: (ClusterError) -> Void = { _ in }, _ body: (Change) async throws -> Void
    ) async throws {
        var version: String?
        var hasBegun = false
        var failures = 0
        while true {
            try Task.checkCancellation()
            do {
                var from = try await start(version, body)
                defer { version = from.isEmpty ? nil : from }
                version = from
                hasBegun = true
                try await changes(since: &from) { change in
                    failures = 0
                    try await body(change)
                }
            } catch ClusterError.status(let status) where status.code == 410 && failures < failureLimit {
                version = nil
                failures += 1
            } catch let error as ClusterError where hasBegun && error.mayPass && failures < failureLimit {
                if failures == 0 { onInterruption(error) }
                failures += 1
            }
            // Also after a quiet end, or a server that ends every watch at once would be asked without pause.
            try await Task.sleep(for: wait(failures))
        }
    }

    /// The version to watch from: the known one, or that of a new list, which `body` gets.
    private func start(_ version: String?, _ body: (Change) async throws -> Void) async throws -> String {
        if let version { return version }
        let snapshot = try await Pager(cluster, type, namespace: namespace, options).snapshot()
        try await body(.all(snapshot.items))
        return snapshot.resourceVersion
    }

    private func changes(since version: inout String, _ body: (Change) async throws -> Void) async throws {
        var options = options
        options.resourceVersion = version
        for try await event in cluster.watch(type, namespace: namespace, options) {
            switch event {
            case .bookmark(let newer): version = newer.isEmpty ? version : newer
            case .added(let object), .modified(let object), .deleted(let object):
                if let newer = object["metadata"]?["resourceVersion"]?.string { version = newer }
                try await body(Change(event, object))
            }
        }
    }

    private func wait(_ failures: Int) -> Duration {
        min(firstWait * (1 << min(failures, 6)), .seconds(30))
    }
}

extension Watcher.Change {
    fileprivate init(_ event: WatchEvent, _ object: Node) {
        switch event {
        case .added, .bookmark: self = .added(object)
        case .modified: self = .modified(object)
        case .deleted: self = .deleted(object)
        }
    }
}

extension ClusterError {
    /// Whether trying again later may succeed.
    fileprivate var mayPass: Bool {
        switch self {
        case .unreachable, .timedOut, .malformed: true
        case .status(let status): status.code == 429 || status.code >= 500
        case .configuration, .credentials: false
        }
    }
}
