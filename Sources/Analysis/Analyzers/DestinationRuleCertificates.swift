import IstioAPI
import Schema

extension Analyzer {
    static let destinationRuleCertificates = Analyzer(
        "destinationrule.CaCertificateAnalyzer",
        "Where a destination rule asks for TLS, it says who may vouch for the server.",
        reads: [ObjectType(DestinationRule.kind)],
        codes: [
            .noServerCertificateVerificationDestinationLevel, .noServerCertificateVerificationPortLevel,
        ]
    ) { mesh, report in
        for (object, rule) in mesh.all(DestinationRule.self) {
            let policy = rule.trafficPolicy
            if let mode = unverified(policy.tls, rule) {
                report(
                    .noServerCertificateVerificationDestinationLevel,
                    "TLS of mode \(mode.rawValue) to \"\(rule.host)\" trusts any server: caCertificates is not "
                        + "set",
                    on: object, at: policy.tls.place, hint: hint)
            }
            for settings in policy.portLevelSettings {
                guard let mode = unverified(settings.tls, rule) else { continue }
                report(
                    .noServerCertificateVerificationPortLevel,
                    "TLS of mode \(mode.rawValue) to \"\(rule.host)\" at port \(settings.port.number) trusts "
                        + "any server: caCertificates is not set",
                    on: object, at: settings.tls.place, hint: hint)
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: ratings, namespace: books}
                spec:
                  host: db.example.com
                  trafficPolicy:
                    tls: 1️⃣{mode: SIMPLE}
                    portLevelSettings:
                    - {port: {number: 443}, tls: 2️⃣{mode: MUTUAL, clientCertificate: /c, privateKey: /k}}
                """, .noServerCertificateVerificationDestinationLevel,
                .noServerCertificateVerificationPortLevel)
        ]
    }

    private static let hint = "name a file with the authorities' certificates in caCertificates"

    /// The mode of TLS settings that trust any server. Secrets named for selected workloads hold the
    /// authorities too.
    private static func unverified(_ tls: Object<ClientTLSSettings>, _ rule: Object<DestinationRule>)
        -> ClientTLSSettings.Mode?
    {
        guard let mode = tls.mode, mode == .simple || mode == .mutual, tls.caCertificates.isEmpty else {
            return nil
        }
        return !tls.credentialName.isEmpty && rule.workloadSelector.isPresent ? nil : mode
    }
}
