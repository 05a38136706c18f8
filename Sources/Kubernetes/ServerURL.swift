/// The address of an API server: scheme, host, port and the path before `/api`.
package struct ServerURL: Sendable, Hashable, CustomStringConvertible {
    package let isSecure: Bool
    /// A name or address; IPv6 without brackets.
    package let host: String
    package let port: Int
    /// Without a slash at its end; empty as a rule.
    package let path: String
    private let portIsWritten: Bool

    package init(isSecure: Bool, host: String, port: Int, path: String = "") {
        self.init(isSecure: isSecure, host: host, port: port, path: path, portIsWritten: true)
    }

    private init(isSecure: Bool, host: String, port: Int, path: String, portIsWritten: Bool) {
        self.isSecure = isSecure
        self.host = host
        self.port = port
        self.path = path
        self.portIsWritten = portIsWritten
    }

    /// Host and port as they stand in an address.
    package var authority: String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return portIsWritten ? "\(name):\(port)" : name
    }

    package var description: String { "\(isSecure ? "https" : "http")://\(authority)\(path)" }

    /// Why a text is no address of a server.
    package struct Problem: Error {
        package let reason: String
    }

    /// Reads `https://host:port/prefix`; without a scheme it is https when `assumesTLS`, otherwise http.
    package static func parse(_ text: String, assumesTLS: Bool = false) throws -> ServerURL {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
            throw Problem(reason: "it contains characters that no address has")
        }
        var rest = text[...]
        var isSecure = assumesTLS
        if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
            switch rest[..<colon].lowercased() {
            case "https": isSecure = true
            case "http": isSecure = false
            case let other: throw Problem(reason: "the scheme \"\(other)\" is neither http nor https")
            }
            rest = rest[colon...].dropFirst(3)
        }
        if rest.contains(where: { $0 == "?" || $0 == "#" }) {
            throw Problem(reason: "it has a query or fragment")
        }
        guard PercentEncoding.isWellFormed(rest) else {
            throw Problem(reason: "a percent sign in it is not followed by two hexadecimal digits")
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let path = String(rest[slash...].trimmingSlashes)
        let (host, port) = try splitAuthority(rest[..<slash])
        return ServerURL(
            isSecure: isSecure, host: host, port: port ?? (isSecure ? 443 : 80), path: path,
            portIsWritten: port != nil)
    }

    private static func splitAuthority(_ text: Substring) throws -> (host: String, port: Int?) {
        if text.contains("@") {
            throw Problem(reason: "it contains credentials; they belong into the user's entry")
        }
        var host = text
        var portText: Substring?
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { throw Problem(reason: "`]` is missing") }
            host = text[text.index(after: text.startIndex)..<end]
            let after = text[text.index(after: end)...]
            guard after.isEmpty || after.first == ":" else { throw Problem(reason: "the host is not valid") }
            portText = after.isEmpty ? nil : after.dropFirst()
        } else if let colon = text.firstIndex(of: ":") {
            host = text[..<colon]
            portText = text[text.index(after: colon)...]
        }
        guard !host.isEmpty else { throw Problem(reason: "it has no host") }
        guard let portText, !portText.isEmpty else { return (String(host), nil) }
        guard portText.utf8.allSatisfy({ 48...57 ~= $0 }), let port = Int(portText), 1...65535 ~= port else {
            throw Problem(reason: "\"\(portText)\" is not a port")
        }
        return (String(host), port)
    }
}

extension Substring {
    fileprivate var trimmingSlashes: Substring {
        var result = self
        while result.last == "/" { result = result.dropLast() }
        return result
    }
}
