import Diagnostics
import IstioAPI
import Schema

extension Report {
    /// Envoy drops what it does not know.
    mutating func ciphers(_ tls: Object<ServerTLSSettings>) {
        if [.v1_0, .v1_1].contains(tls.minProtocolVersion), tls.cipherSuites.isEmpty {
            warning(
                .missingField, "TLS below 1.2 needs cipher suites, since none of the usual ones will do",
                at: tls.place(\.cipherSuites), hint: "name them in `cipherSuites`")
        }
        var seen: Set<String> = []
        for (name, mark) in tls.each(\.cipherSuites) {
            if !isCipher(name) {
                warning(
                    .unknownValue, "cipher suite \(name.quoted) is not known and ignored", at: .value(mark),
                    hint: Suggestion.nearest(to: name, among: suites).map { "did you mean `\($0)`?" })
            } else if !seen.insert(name).inserted {
                warning(.duplicateValue, "cipher suite \(name.quoted) is named twice", at: .value(mark))
            }
        }
    }

    /// Server names decide, TLS is not opened.
    mutating func unusedCertificates(_ tls: Object<ServerTLSSettings>, _ mode: String) {
        let isUnused = [
            tls.serverCertificate, tls.privateKey, tls.caCertificates, tls.caCrl, tls.credentialName,
        ]
        .contains { !$0.isEmpty }
        guard isUnused || !tls.credentialNames.isEmpty || !tls.tlsCertificates.isEmpty else { return }
        warning(
            .unusedValue, "mode \(mode) does not open TLS, so certificates are ignored", at: tls.place,
            hint: "remove them, or set `mode: SIMPLE` or so")
    }
}

/// A suite, all of them, or an expression.
private func isCipher(_ name: String) -> Bool {
    if name.isEmpty || name == "ALL" || suites.contains(name) { return true }
    // What begins with an operator, such as `-` or `[`, is an expression that only Envoy reads.
    return name.unicodeScalars.first.map { !$0.properties.isAlphabetic && !(48...57).contains($0.value) }
        ?? true
}

private let suites = [
    "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
    "ECDHE-ECDSA-AES128-SHA", "ECDHE-RSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA", "ECDHE-RSA-AES256-SHA",
    "AES128-GCM-SHA256", "AES256-GCM-SHA384", "AES128-SHA", "AES256-SHA", "DES-CBC3-SHA",
]
