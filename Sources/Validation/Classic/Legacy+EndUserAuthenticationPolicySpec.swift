package import IstioAPI
import Schema

extension Legacy.EndUserAuthenticationPolicySpec: Validated {
    package static let checks: [Check<Legacy.EndUserAuthenticationPolicySpec>] = [.init("jwts", checkJwts)]
}

private func checkJwts(_ spec: Object<Legacy.EndUserAuthenticationPolicySpec>, _ report: inout Report) {
    if spec.jwts.isEmpty {
        report.error(.missingField, "at least one JWT must be specified", at: spec.place(\.jwts))
    }
    for jwt in spec.jwts {
        report.checkToken(jwt)
        for location in jwt.locations {
            if location.has(\.header) {
                report.checkLocation(location.header, "header", at: location.place(\.header))
            }
            if location.has(\.query) {
                report.checkLocation(location.query, "query", at: location.place(\.query))
            }
        }
        if jwt.has(\.publicKeyCacheDuration) {
            report.checkDuration(jwt.node(\.publicKeyCacheDuration), at: jwt.place(\.publicKeyCacheDuration))
        }
    }
}
