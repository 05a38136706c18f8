import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in a workload entry.
extension WorkloadEntry: Validated {
    package static let checks: [Check<WorkloadEntry>] = [.init("workload", entry)]
}

private func entry(_ entry: Object<WorkloadEntry>, _ report: inout Report) {
    report.workload(entry, servicePorts: nil, allowsNames: true)
}

extension Report {
    /// Where a workload is. `servicePorts` are the names that its ports may have; nil when any will do.
    mutating func workload(
        _ entry: Object<WorkloadEntry>, servicePorts: Set<String>?, allowsNames: Bool,
        needsAddress: Bool = true
    ) {
        let address = entry.address
        if address.isEmpty {
            if needsAddress { noAddress(entry) }
        } else if address.hasPrefix(UnixAddress.scheme) {
            if let problem = UnixAddress.problem(with: address) {
                error(.invalidAddress, problem, at: entry.place(\.address))
            }
            if let first = entry.ports.first {
                error(
                    .exclusiveFields, "a Unix socket has no ports", at: .key(first.key, first.node.keyMark),
                    hint: "remove `ports`")
            }
        } else if !Address.isAddress(address), !allowsNames || HostName.problem(with: address) != nil {
            let what = allowsNames ? "neither an address nor a full name" : "no IP address"
            error(
                .invalidAddress, "\"\(address.escapingControls)\" is \(what)", at: entry.place(\.address))
        }
        workloadPorts(entry.ports, servicePorts)
        labels(entry.labels)
    }

    /// An endpoint that is looked up in DNS, or has an address.
    mutating func namedEndpoint(_ endpoint: Object<WorkloadEntry>, servicePorts: Set<String>) {
        let address = endpoint.address
        if !Address.isAddress(address), HostName.problem(with: address) != nil {
            error(
                .invalidAddress, "\"\(address.escapingControls)\" is neither an address nor a full name",
                at: endpoint.place(\.address))
        }
        workloadPorts(endpoint.ports, servicePorts)
        labels(endpoint.labels)
    }

    private mutating func noAddress(_ entry: Object<WorkloadEntry>) {
        if entry.network.isEmpty {
            error(
                .missingField, "a workload needs an address", at: entry.place(\.address),
                hint: "give an `address`, or a `network` whose gateways lead to it")
        } else {
            warning(
                .missingField,
                "without an address, traffic goes to a gateway of network "
                    + "\"\(entry.network.escapingControls)\"",
                at: entry.place)
        }
    }

    private mutating func workloadPorts(_ ports: Pairs<UInt32>, _ servicePorts: Set<String>?) {
        for port in ports {
            let place = Place.key(port.key, port.node.keyMark)
            portName(port.key, at: place)
            self.port(port.value, at: .value(port.node.value.mark))
            guard let servicePorts, !servicePorts.contains(port.key) else { continue }
            error(
                .invalidReference, "no port of the service is called \"\(port.key.escapingControls)\"",
                at: place,
                hint: Suggestion.nearest(to: port.key, among: servicePorts.sorted())
                    .map { "did you mean `\($0)`?" })
        }
    }
}

/// Unix sockets as texts: `unix:///path`, or `unix://@name` for an abstract one.
enum UnixAddress {
    static let scheme = "unix://"

    static func problem(with address: String) -> String? {
        let path = address.dropFirst(scheme.count)
        if path.isEmpty { return "a Unix socket needs a path" }
        if path.hasPrefix("@") { return nil }
        if !path.hasPrefix("/") { return "\(path.quoted) is no absolute path" }
        return path.hasSuffix("/") ? "\(path.quoted) is no file" : nil
    }
}
