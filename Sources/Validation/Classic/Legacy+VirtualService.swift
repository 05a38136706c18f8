package import IstioAPI
import Schema

extension Legacy.VirtualService: Validated {
    package static let checks: [Check<Legacy.VirtualService>] = [
        .init("hosts", checkHosts), .init("http", checkHttp), .init("tcp", checkTcp),
    ]
}

private func checkHosts(_ service: Object<Legacy.VirtualService>, _ report: inout Report) {
    if service.hosts.isEmpty {
        report.error(
            .missingField, "route rule must have at least one host", at: service.place(\.hosts),
            hint: "list the hosts that these routes are for")
    }
    for (host, mark) in service.each(\.hosts) { report.checkHost(host, at: .value(mark)) }
}

/// Every route counts. In 0.7.1 the last one's result replaced what had been found before.
private func checkHttp(_ service: Object<Legacy.VirtualService>, _ report: inout Report) {
    for route in service.http { report.checkRoute(route) }
}

private func checkTcp(_ service: Object<Legacy.VirtualService>, _ report: inout Report) {
    guard !service.tcp.isEmpty else { return }
    report.error(.notImplemented, "TCP route rules have not been implemented", at: service.place(\.tcp))
}
