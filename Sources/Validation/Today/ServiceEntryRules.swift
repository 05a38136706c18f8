import Diagnostics
package import IstioAPI
package import Schema
package import YAML

/// Istio 1.30, what it refuses in a service entry; what depends on the resolution is in a file of its own.
extension ServiceEntry: Validated {
    package static let checks: [Check<ServiceEntry>] = [
        .init("hosts", hostNames), .init("addresses", virtualAddresses), .init("ports", servicePorts),
        .init("resolution", endpointsFit), .init("workloadSelector", selector), .init("exportTo", visibility),
    ]

    /// Ports of unknown protocols are told apart by address, which Istio allocates unless it is told not to.
    package static func checkMetadata(
        _ metadata: Node?, _ entry: Object<ServiceEntry>, _ report: inout Report
    ) {
        let isAllocated =
            ![.original, nil].contains(entry.resolution)
            && metadata?["labels"]?["networking.istio.io/enable-autoallocate-ip"]?.string?.lowercased()
                != "false"
        if entry.resolution == .dynamicDNS, entry.location == .internal, usesWaypoint(metadata) {
            report.error(
                .exclusiveFields,
                "resolution DYNAMIC_DNS with a waypoint is not for services in the mesh (MESH_INTERNAL)",
                at: entry.place(\.location))
        }
        guard entry.addresses.isEmpty, !isAllocated else { return }
        for port in entry.ports where ["", "TCP"].contains(port.protocol) {
            report.warning(
                .missingField, "port \(port.number) serves TCP or anything, but the entry has no addresses",
                at: port.place,
                hint: "give `addresses`, say which protocol it is, or resolve by DNS or STATIC")
        }
    }
}

private func usesWaypoint(_ metadata: Node?) -> Bool {
    let waypoint = metadata?["labels"]?["istio.io/use-waypoint"]?.string ?? ""
    return !waypoint.isEmpty && waypoint.lowercased() != "none"
}

private func hostNames(_ entry: Object<ServiceEntry>, _ report: inout Report) {
    for (host, mark) in entry.each(\.hosts) {
        if host == "*" {
            report.error(
                .invalidHost, "host * would take all traffic", at: .value(mark),
                hint: "name the hosts, or a domain such as `*.example.com`")
        } else if let problem = HostName.wildcardProblem(with: host) {
            report.error(.invalidHost, problem, at: .value(mark))
        } else if host.hasPrefix("*"), !host.hasPrefix("*."), entry.resolution != .dynamicDNS {
            report.warning(
                .invalidHost, "wildcard \"\(host)\" within a part of a name matches nothing",
                at: .value(mark),
                hint: "write `*.` before a whole domain")
        }
    }
}

private func virtualAddresses(_ entry: Object<ServiceEntry>, _ report: inout Report) {
    report.subnets(entry.each(\.addresses))
    guard let resolution = entry.resolution, ![.original, .fixed, .dynamicDNS].contains(resolution) else {
        return
    }
    for (address, mark) in entry.each(\.addresses) where address.contains("/") {
        report.error(
            .exclusiveFields, "subnet \(address.escapingControls) needs resolution NONE or STATIC",
            at: .value(mark), hint: "give a single address, or change the resolution")
    }
}

private func servicePorts(_ entry: Object<ServiceEntry>, _ report: inout Report) {
    var (names, numbers): (Set<String>, Set<Int>) = ([], [])
    for port in entry.ports {
        if port.has(\.name) {
            if !names.insert(port.name).inserted {
                report.error(
                    .duplicateValue, "port name \"\(port.name.escapingControls)\" is already taken",
                    at: port.place(\.name), hint: "names of ports are unique in an entry")
            }
            report.portName(port.name, at: port.place(\.name))
        }
        report.transportProtocol(port.protocol, at: port.place(\.protocol))
        guard port.has(\.number) else { continue }
        report.port(port.number, at: port.place(\.number))
        if !numbers.insert(port.number).inserted {
            report.error(
                .duplicateValue, "port \(port.number) is already defined", at: port.place(\.number),
                hint: "numbers of ports are unique in an entry")
        }
        if port.targetPort != 0 { report.port(port.targetPort, at: port.place(\.targetPort)) }
    }
}

private func selector(_ entry: Object<ServiceEntry>, _ report: inout Report) {
    guard entry.has(\.workloadSelector) else { return }
    if !entry.endpoints.isEmpty {
        report.error(
            .exclusiveFields, "\"workloadSelector\" and \"endpoints\" exclude each other",
            at: entry.place(\.endpoints), hint: "select the workloads, or list them")
    }
    report.selector(entry.workloadSelector, at: entry.place(\.workloadSelector))
}

private func endpointsFit(_ entry: Object<ServiceEntry>, _ report: inout Report) {
    report.resolution(of: entry)
}

private func visibility(_ entry: Object<ServiceEntry>, _ report: inout Report) {
    report.exportTo(entry.each(\.exportTo), allowsNone: true)
}
