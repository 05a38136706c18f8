import YAML

/// A request in the mesh, as routing sees it.
struct Request: CustomStringConvertible {
    /// Full name of the host that the caller asked for.
    let host: String
    let path: String
    let method: String
    let headers: [String: String]
    let caller: Pod

    /// The pod that makes the request.
    struct Pod {
        let namespace: String
        let labels: [String: String]
        /// Full names of the services whose pods it is one of.
        let services: [String]
    }

    /// The text that a condition named `name` is about; nil for headers that the request lacks.
    func text(_ name: String) -> String? {
        switch name {
        case "uri": path
        case "method": method
        case "scheme": "http"
        case "authority": host
        default: headers[name]
        }
    }

    var description: String { "\(method) \(host)\(path) \(headers) from \(caller.services) \(caller.labels)" }
}

/// What becomes of a request.
enum Answer: Equatable {
    case redirect(uri: String, authority: String)
    case forward(Forwarding)
    /// No route takes it.
    case refused
}

struct Forwarding: Equatable {
    /// Share of the traffic by destination, in parts of the whole.
    var shares: [Target: Double] = [:]
    var path: String
    var authority: String
    var timeout: Duration?
    var retries: Retries?
    var delay: Fault?
    var abort: Fault?
    var mirror: Target?
    var addedHeaders: [String: String] = [:]
    var origins: [String] = []

    struct Target: Hashable {
        let host: String
        let labels: [String: String]
    }

    struct Retries: Equatable {
        let attempts: Int64
        let perTry: Duration?
    }

    struct Fault: Equatable {
        let percent: Double
        /// The delay or the status.
        let value: String
    }

    init(_ request: Request) {
        path = request.path
        authority = request.host
    }

    mutating func share(_ targets: [(Target, Double)]) {
        let total = targets.reduce(0) { $0 + $1.1 }
        for (target, weight) in targets where weight > 0 { shares[target, default: 0] += weight / total }
    }
}

extension Node {
    /// Texts by key.
    var texts: [String: String] {
        Dictionary(uniqueKeysWithValues: (map ?? []).map { ($0.key, $0.value.string ?? "") })
    }
}
