import Diagnostics
import IstioAPI
import Schema

extension Report {
    /// TLS that ends at a sidecar: with certificates from files, for clients outside the mesh.
    mutating func ingressTLS(_ listener: Object<IstioIngressListener>) {
        let tls = listener.tls
        if tls.mode == .istioMutual {
            error(
                .exclusiveFields, "mode ISTIO_MUTUAL is not for listeners of sidecars", at: tls.place(\.mode),
                hint: "mutual TLS within the mesh is the matter of PeerAuthentication")
        }
        let unsupported = [
            ("httpsRedirect", tls.httpsRedirect, tls.place(\.httpsRedirect)),
            ("subjectAltNames", !tls.subjectAltNames.isEmpty, tls.place(\.subjectAltNames)),
            ("credentialName", !tls.credentialName.isEmpty, tls.place(\.credentialName)),
            ("credentialNames", !tls.credentialNames.isEmpty, tls.place(\.credentialNames)),
            ("tlsCertificates", !tls.tlsCertificates.isEmpty, tls.place(\.tlsCertificates)),
        ]
        for (name, isGiven, place) in unsupported where isGiven {
            error(.notImplemented, "\"\(name)\" is not supported at sidecars", at: place)
        }
        if !["HTTPS", "TLS"].contains(listener.port.protocol.uppercased()) {
            error(
                .exclusiveFields,
                "TLS settings need a port of protocol HTTPS or TLS, "
                    + "found \"\(listener.port.protocol.escapingControls)\"",
                at: listener.place(\.tls))
        }
        serverTLS(tls)
    }
}
