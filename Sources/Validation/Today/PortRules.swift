import Diagnostics
import Schema

extension Report {
    /// Names of ports are labels.
    mutating func portName(_ name: String, at place: Place) {
        guard !HostName.isLabel(name) else { return }
        error(
            .invalidName, "\"\(name.escapingControls)\" is no name for a port", at: place,
            hint: "use letters, digits and \"-\", at most \(Name.longestLabel)")
    }

    /// Absent means that the proxy finds out by itself.
    mutating func transportProtocol(_ name: String, at place: Place) {
        guard !name.isEmpty, !TransportName.isKnown(name) else { return }
        error(
            .invalidProtocol, "protocol \"\(name.escapingControls)\" is not known", at: place,
            hint: Suggestion.nearest(to: name.uppercased(), among: TransportName.all)
                .map { "did you mean `\($0)`?" } ?? "one of \(TransportName.all.joined(separator: ", "))")
    }
}

/// What can be spoken at a port of Istio 1.30, in any case.
enum TransportName {
    static let all = [
        "HTTP", "HTTPS", "HTTP2", "GRPC", "GRPC-WEB", "TCP", "TLS", "UDP", "MONGO", "REDIS", "MYSQL", "HBONE",
    ]

    static func isKnown(_ name: String) -> Bool { all.contains(name.uppercased()) }

    /// Whether proxies can look into requests.
    static func isHTTP(_ name: String) -> Bool {
        ["HTTP", "HTTP2", "GRPC", "GRPC-WEB"].contains(name.uppercased())
    }

    /// Whether proxies see a stream of bytes only.
    static func isStream(_ name: String) -> Bool {
        ["TCP", "HTTPS", "TLS", "MONGO", "REDIS", "MYSQL"].contains(name.uppercased())
    }
}
