import Diagnostics
import Schema

extension Report {
    /// `host` or `namespace/host`, where the namespace may be `.` or `*`; short names mean nothing here.
    mutating func gatewayHost(_ text: String, at place: Place, in kind: String = "gateway") {
        var host = text
        if let slash = text.firstIndex(of: "/") {
            let namespace = String(text[..<slash])
            host = String(text[text.index(after: slash)...])
            if ![".", "*"].contains(namespace), !HostName.isLabel(namespace) {
                error(
                    .invalidName, "invalid namespace value \"\(namespace.escapingControls)\" in \(kind)",
                    at: place)
            }
        }
        if host.hasPrefix("*"), host != "*", !host.hasPrefix("*.") {
            error(.invalidHost, "partial wildcard \"\(host.escapingControls)\" not allowed", at: place)
        } else if host != "*", !host.contains("."), !Address.isAddress(host) {
            error(.invalidHost, "short names (non FQDN) are not allowed", at: place)
        } else if !Address.isAddress(host) {
            wildcardHost(host, at: place)
        }
    }
}
