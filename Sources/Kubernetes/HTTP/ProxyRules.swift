/// Which proxy leads to a server: the cluster's `proxy-url`, else `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
///
/// Variables may be in small letters; those win, as with curl and Go. Loopback servers are never proxied by
/// variables.
package enum ProxyRules {
    package struct Proxy: Sendable, Equatable {
        package enum Scheme: String, Sendable { case http, socks5 }

        package var scheme: Scheme
        package var host: String
        package var port: Int
        package var credentials: Secret<BasicAuth>?
    }

    package static func proxy(for server: ServerURL, _ proxyURL: String?, _ environment: Environment)
        throws(ClusterError) -> Proxy?
    {
        if let proxyURL, !proxyURL.isEmpty { return try parse(proxyURL, from: "proxy-url") }
        let name = server.isSecure ? "HTTPS_PROXY" : "HTTP_PROXY"
        let value = environment.variable(name.lowercased()) ?? environment.variable(name)
        guard let value, !isLoopback(server.host), !isExempt(server, environment) else { return nil }
        return try parse(value, from: name)
    }

    private static func parse(_ text: String, from origin: String) throws(ClusterError) -> Proxy {
        var rest = text[...]
        var scheme = "http"
        if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
            scheme = rest[..<colon].lowercased()
            rest = rest[colon...].dropFirst(3)
        }
        if scheme == "https" {
            throw .configuration(
                "the proxy of \(origin) is reached by https, which is not supported; "
                    + "use an http or socks5 proxy")
        }
        guard let kind = Proxy.Scheme(rawValue: scheme == "socks5h" ? "socks5" : scheme) else {
            throw .configuration("the proxy of \(origin) is neither http nor socks5")
        }
        var credentials: Secret<BasicAuth>?
        if let at = rest.lastIndex(of: "@") {
            credentials = parseCredentials(rest[..<at])
            rest = rest[at...].dropFirst()
        }
        if credentials != nil && kind == .socks5 {
            throw .configuration(
                "the proxy of \(origin) asks for socks5 with a password, which is not supported")
        }
        // Credentials are cut off first, so no message can show them.
        guard let address = try? ServerURL.parse("http://\(rest)"), address.path.isEmpty else {
            throw .configuration("the proxy of \(origin) has no valid address")
        }
        let isPortWritten = address.authority != address.host && address.authority != "[\(address.host)]"
        let port = isPortWritten ? address.port : (kind == .socks5 ? 1080 : 80)
        return Proxy(scheme: kind, host: address.host, port: port, credentials: credentials)
    }

    private static func parseCredentials(_ text: Substring) -> Secret<BasicAuth> {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = PercentEncoding.decode(String(parts.first ?? ""))
        return Secret(
            BasicAuth(
                username: name, password: parts.count > 1 ? PercentEncoding.decode(String(parts[1])) : ""))
    }

    private static func isLoopback(_ host: String) -> Bool {
        if host.lowercased() == "localhost" { return true }
        guard let address = IPAddress(host) else { return false }
        return IPAddress.Range("127.0.0.0/8")?.contains(address) == true || address == IPAddress("::1")
    }

    /// Whether `NO_PROXY` names the host: itself, a domain above it, an address, a CIDR range, or `*`.
    private static func isExempt(_ server: ServerURL, _ environment: Environment) -> Bool {
        let list = environment.variable("no_proxy") ?? environment.variable("NO_PROXY") ?? ""
        let host = server.host.lowercased()
        let address = IPAddress(host)
        return list.split(separator: ",").contains { part in
            let entry = part.filter { !$0.isWhitespace }.lowercased()
            if entry == "*" { return true }
            if let range = IPAddress.Range(entry) { return address.map(range.contains) ?? false }
            guard let rule = try? ServerURL.parse("http://\(entry)"), rule.path.isEmpty else { return false }
            if rule.authority.hasSuffix(":\(rule.port)") && rule.port != server.port { return false }
            if let ruleAddress = IPAddress(rule.host) { return ruleAddress == address }
            if rule.host.hasPrefix(".") { return host.hasSuffix(rule.host) }
            let domain = rule.host.hasPrefix("*.") ? String(rule.host.dropFirst(2)) : rule.host
            return host == domain || host.hasSuffix(".\(domain)")
        }
    }
}
