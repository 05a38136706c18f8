import Diagnostics
import IstioAPI
import Schema

/// Istio 1.30, what it warns of in extension providers. A wrong one stops nothing until a policy names it.
extension Report {
    mutating func providers(_ providers: Items<MeshConfig.ExtensionProvider>) {
        var names: Set<String> = []
        for provider in providers {
            if provider.name.isEmpty {
                doubt(.missingField, "an extension provider needs a name", at: provider.place(\.name))
            } else if !names.insert(provider.name).inserted {
                doubt(
                    .duplicateValue, "another extension provider is called \(provider.name.quoted) already",
                    at: provider.place(\.name))
            }
            authorizer(provider)
            tracer(provider)
            logger(provider)
        }
    }

    private mutating func authorizer(_ provider: Object<MeshConfig.ExtensionProvider>) {
        if provider.has(\.envoyExtAuthzHttp) {
            let service = provider.envoyExtAuthzHttp
            target(service.viewed(as: ProviderTarget.self))
            status(service.statusOnError, at: service.place(\.statusOnError))
            if !service.pathPrefix.isEmpty, !service.pathPrefix.hasPrefix("/") {
                doubt(.invalidURL, "the path prefix must begin with a slash", at: service.place(\.pathPrefix))
            }
        }
        if provider.has(\.envoyExtAuthzGrpc) {
            let service = provider.envoyExtAuthzGrpc
            target(service.viewed(as: ProviderTarget.self))
            status(service.statusOnError, at: service.place(\.statusOnError))
        }
    }

    private mutating func tracer(_ provider: Object<MeshConfig.ExtensionProvider>) {
        if provider.has(\.zipkin) { target(provider.zipkin.viewed(as: ProviderTarget.self)) }
        if provider.has(\.datadog) { target(provider.datadog.viewed(as: ProviderTarget.self)) }
        if provider.has(\.opencensus) { target(provider.opencensus.viewed(as: ProviderTarget.self)) }
        if provider.has(\.skywalking) { target(provider.skywalking.viewed(as: ProviderTarget.self)) }
        if provider.has(\.lightstep) {
            target(provider.lightstep.viewed(as: ProviderTarget.self))
            if provider.lightstep.accessToken.isEmpty {
                doubt(
                    .missingField, "Lightstep needs an access token",
                    at: provider.lightstep.place(\.accessToken))
            }
        }
        guard provider.has(\.opentelemetry) else { return }
        let collector = provider.opentelemetry
        target(collector.viewed(as: ProviderTarget.self))
        if collector.has(\.grpc), collector.has(\.http) {
            doubt(
                .exclusiveFields, "\"grpc\" and \"http\" exclude each other", at: collector.place(\.http))
        }
    }

    private mutating func logger(_ provider: Object<MeshConfig.ExtensionProvider>) {
        if provider.has(\.envoyHttpAls) { target(provider.envoyHttpAls.viewed(as: ProviderTarget.self)) }
        if provider.has(\.envoyTcpAls) { target(provider.envoyTcpAls.viewed(as: ProviderTarget.self)) }
        if provider.has(\.envoyOtelAls) { target(provider.envoyOtelAls.viewed(as: ProviderTarget.self)) }
    }

    private mutating func target(_ target: Object<ProviderTarget>) {
        if !(1...65_535).contains(target.port) {
            doubt(
                .invalidPort, "port number \(target.port) must be in the range 1..65535",
                at: target.place(\.port))
        }
        if let problem = target.service.serviceProblem {
            doubt(.invalidHost, problem, at: target.place(\.service))
        }
    }

    private mutating func status(_ status: String, at place: Place) {
        if status.isEmpty || Int(status).map(envoyStatuses.contains) == true { return }
        doubt(.unknownValue, "Envoy cannot answer with the status \(status.quoted)", at: place)
    }

    private mutating func doubt(_ code: Code, _ message: String, at place: Place) {
        warning(code, message, at: place, hint: "the provider fails where a policy or Telemetry names it")
    }
}

/// What providers of all sorts that talk to a service have in common.
private struct ProviderTarget: Message {
    static let schema = Schema(ProviderTarget(), "A service that a provider talks to.")

    let service = Field<String>("Name of the service.")
    let port = Field<UInt32>("Port of the service.")
}

extension String {
    /// What is wrong with the name of a service, which may follow a namespace and a slash.
    fileprivate var serviceProblem: String? {
        if isEmpty { return "the service must be named" }
        guard let slash = firstIndex(of: "/") else {
            return Address.isAddress(self) ? nil : HostName.problem(with: self)
        }
        let (namespace, host) = (self[..<slash], String(self[index(after: slash)...]))
        if !["*", ".", "~"].contains(namespace), !HostName.isLabel(namespace) {
            return "\(String(namespace).quoted) is no namespace"
        }
        if host != "*", !host.contains(".") { return "\(host.quoted) is no full name" }
        if host.contains("*"), host != "*", !host.hasPrefix("*.") {
            return "a wildcard must stand before a dot"
        }
        return HostName.wildcardProblem(with: host)
    }
}

/// The statuses that Envoy's API names.
private let envoyStatuses: Set<Int> = [
    0, 100, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307, 308, 400,
    401,
    402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424, 426,
    428, 429, 431, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
]
