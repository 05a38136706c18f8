import Synchronization

/// What the server has been asked, as `/metrics` counts it.
final class RequestMetrics: Sendable {
    /// Which requests are counted together.
    struct Label: Hashable, Sendable {
        var verb: String
        var group = ""
        var version = ""
        /// Empty for what is no resource.
        var resource = ""
        var subresource = ""
        var code: Int
    }

    struct Count: Sendable {
        var requests = 0
        var seconds = 0.0
        /// How many took no longer than the bound of the same place, each counted once.
        var buckets = [Int](repeating: 0, count: bounds.count)
    }

    /// Upper bounds in seconds.
    static let bounds = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10]
    /// More are counted without a resource, so that no client can fill the memory.
    private static let most = 2_000

    private let counts = Mutex<[Label: Count]>([:])

    func count(_ label: Label, took duration: Duration) {
        let parts = duration.components
        let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        counts.withLock { counts in
            let isKnown = counts.count < Self.most || counts[label] != nil
            let label = isKnown ? label : Label(verb: "OTHER", code: label.code)
            counts[label, default: Count()].add(seconds)
        }
    }

    /// In the order of their labels.
    var all: [(label: Label, count: Count)] {
        counts.withLock { $0 }.map { ($0.key, $0.value) }.sorted { $0.label < $1.label }
    }
}

extension RequestMetrics.Count {
    fileprivate mutating func add(_ seconds: Double) {
        requests += 1
        self.seconds += seconds
        if let place = RequestMetrics.bounds.firstIndex(where: { seconds <= $0 }) { buckets[place] += 1 }
    }
}

extension RequestMetrics.Label {
    /// Of a request that got this answer. A path that leads nowhere names no resource.
    init(_ request: APIRequest, status: Int, kinds: KindRegistry) {
        code = status
        verb = request.method
        let path = request.path
        let isCore = path.first == "api"
        guard isCore ? path.count > 2 : path.first == "apis" && path.count > 3 else { return }
        let (group, version) = isCore ? ("", path[1]) : (path[1], path[2])
        guard
            let target = APITarget(
                group: group, version: version, rest: path.dropFirst(isCore ? 2 : 3), kinds: kinds)
        else { return }
        (self.group, self.version, resource) = (group, version, target.kind.plural)
        subresource = target.subresource ?? ""
        guard request.method == "GET" else {
            if request.method == "DELETE", target.name == nil { verb = "DELETECOLLECTION" }
            return
        }
        verb = request.flag("watch") ? "WATCH" : target.name == nil ? "LIST" : "GET"
    }

    fileprivate static func < (a: Self, b: Self) -> Bool {
        (a.group, a.resource, a.subresource, a.verb, a.version, a.code)
            < (b.group, b.resource, b.subresource, b.verb, b.version, b.code)
    }
}
