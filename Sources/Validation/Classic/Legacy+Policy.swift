package import IstioAPI
import Schema

extension Legacy.Policy: Validated {
    package static let checks: [Check<Legacy.Policy>] = [
        .init("targets", checkTargets), .init("peers", checkPeers), .init("origins", checkOrigins),
    ]
}

private func checkTargets(_ policy: Object<Legacy.Policy>, _ report: inout Report) {
    for target in policy.targets {
        report.checkHost(target.name, at: target.place(\.name))
        if !target.subset.isEmpty { report.checkSubset(target.subset, at: target.place(\.subset)) }
        for port in target.ports { report.checkPortSelector(port) }
    }
}

private func checkPeers(_ policy: Object<Legacy.Policy>, _ report: inout Report) {
    for peer in policy.peers where peer.jwt.isPresent { token(peer.jwt, &report) }
}

private func checkOrigins(_ policy: Object<Legacy.Policy>, _ report: inout Report) {
    for origin in policy.origins where origin.jwt.isPresent { token(origin.jwt, &report) }
}

private func token(_ token: Object<Legacy.Policy.Jwt>, _ report: inout Report) {
    report.checkToken(token)
    for (name, mark) in token.each(\.jwtHeaders) { report.checkLocation(name, "header", at: .value(mark)) }
    for (name, mark) in token.each(\.jwtParams) { report.checkLocation(name, "query", at: .value(mark)) }
}
