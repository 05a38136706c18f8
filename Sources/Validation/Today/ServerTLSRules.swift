import Diagnostics
import IstioAPI
import Schema

extension Report {
    /// Which files and secrets go with which mode.
    mutating func serverTLS(_ tls: Object<ServerTLSSettings>) {
        ciphers(tls)
        if tls.httpsRedirect, !tls.has(\.mode) { return }
        switch tls.mode {
        case .passthrough, nil: unusedCertificates(tls, "PASSTHROUGH")
        case .autoPassthrough: unusedCertificates(tls, "AUTO_PASSTHROUGH")
        case .istioMutual: issued(tls)
        case .simple: certificates(tls, "SIMPLE")
        case .mutual, .optionalMutual:
            certificates(tls, "MUTUAL")
            let hasAuthorities =
                !tls.caCertificates.isEmpty || !tls.caCertCredentialName.isEmpty
                || !tls.credentialName.isEmpty || !tls.credentialNames.isEmpty
            if !hasAuthorities {
                error(
                    .missingField, "MUTUAL TLS requires a client CA bundle", at: tls.place(\.caCertificates))
            }
        }
    }

    /// The mesh issues the certificates.
    private mutating func issued(_ tls: Object<ServerTLSSettings>) {
        let given = [
            ("server certificate", tls.serverCertificate, tls.place(\.serverCertificate)),
            ("private key", tls.privateKey, tls.place(\.privateKey)),
            ("CA bundle", tls.caCertificates, tls.place(\.caCertificates)),
            ("credentialName", tls.credentialName, tls.place(\.credentialName)),
        ]
        for (name, value, place) in given where !value.isEmpty {
            error(.exclusiveFields, "ISTIO_MUTUAL TLS cannot have associated \(name)", at: place)
        }
    }

    private mutating func certificates(_ tls: Object<ServerTLSSettings>, _ mode: String) {
        if mode == "SIMPLE", !tls.caCrl.isEmpty {
            error(.exclusiveFields, "CRL is not supported with SIMPLE TLS", at: tls.place(\.caCrl))
        }
        let sources = [
            !tls.credentialName.isEmpty, !tls.credentialNames.isEmpty,
            !tls.serverCertificate.isEmpty, !tls.tlsCertificates.isEmpty,
        ]
        if sources.count(where: { $0 }) > 1 {
            return error(
                .exclusiveFields,
                "only one of credential_name, credential_names, server_certificate/private_key, "
                    + "tls_certificates should be specified",
                at: tls.place)
        }
        guard tls.credentialName.isEmpty, tls.credentialNames.isEmpty else { return }
        guard tls.tlsCertificates.isEmpty else {
            for pair in tls.tlsCertificates {
                files(pair.serverCertificate, pair.privateKey, mode, at: pair.place)
            }
            return
        }
        files(tls.serverCertificate, tls.privateKey, mode, at: tls.place)
    }

    private mutating func files(_ certificate: String, _ key: String, _ mode: String, at place: Place) {
        if certificate.isEmpty {
            error(.missingField, "\(mode) TLS requires a server certificate", at: place)
        }
        if key.isEmpty { error(.missingField, "\(mode) TLS requires a private key", at: place) }
    }
}
