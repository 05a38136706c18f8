import Diagnostics
import IstioAPI
import Schema

extension Report {
    /// Which files and secrets go with which mode.
    mutating func clientTLS(_ tls: Object<ClientTLSSettings>) {
        if tls.insecureSkipVerify == true { unverified(tls) }
        configMap(tls)
        let hasFiles =
            !tls.clientCertificate.isEmpty || !tls.privateKey.isEmpty || !tls.caCertificates.isEmpty
            || !tls.caCrl.isEmpty
        if [.simple, .mutual].contains(tls.mode), !tls.credentialName.isEmpty {
            if hasFiles {
                error(
                    .exclusiveFields,
                    "cannot specify client certificates or CA certificate or CA CRL If credentialName is set",
                    at: tls.place(\.credentialName))
            }
            return
        }
        guard tls.mode == .mutual else { return }
        if tls.clientCertificate.isEmpty {
            error(
                .missingField, "client certificate required for mutual tls",
                at: tls.place(\.clientCertificate))
        }
        if tls.privateKey.isEmpty {
            error(.missingField, "private key required for mutual tls", at: tls.place(\.privateKey))
        }
    }

    /// Authorities may come from a ConfigMap, but of no other namespace: `configmap://name`,
    /// `configmap://namespace/name`.
    private mutating func configMap(_ tls: Object<ClientTLSSettings>) {
        let scheme = "configmap://"
        guard tls.credentialName.hasPrefix(scheme) else { return }
        let parts = tls.credentialName.dropFirst(scheme.count).split(
            separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
            return error(
                .invalidReference, "\"\(tls.credentialName.escapingControls)\" does not name a ConfigMap",
                at: tls.place(\.credentialName), hint: "write configmap://NAME")
        }
        if parts.count == 2, let namespace, parts[0] != namespace {
            error(
                .invalidReference,
                "the ConfigMap must be in the namespace of the rule, \"\(namespace.escapingControls)\"",
                at: tls.place(\.credentialName), hint: "write configmap://\(parts[1].escapingControls)")
        }
    }

    /// Who trusts every server has no use for authorities and names.
    private mutating func unverified(_ tls: Object<ClientTLSSettings>) {
        let hasNames = !tls.caCertificates.isEmpty || !tls.subjectAltNames.isEmpty
        if tls.mode == .simple, hasNames || !tls.credentialName.isEmpty {
            error(
                .exclusiveFields,
                "cannot specify CaCertificates or CredentialName or SubjectAltNames "
                    + "when InsecureSkipVerify is set true",
                at: tls.place(\.insecureSkipVerify))
        } else if tls.mode == .mutual, hasNames {
            error(
                .exclusiveFields,
                "cannot specify CaCertificates or SubjectAltNames when InsecureSkipVerify is set true",
                at: tls.place(\.insecureSkipVerify))
        }
    }
}
