import Diagnostics
import Schema

extension Report {
    /// `host:port`, where the host is a full name or an address, an IPv6 address in brackets.
    mutating func hostAndPort(_ text: String, at place: Place) {
        if let problem = HostAndPort.problem(with: text) {
            error(
                .invalidAddress, "\(text.quoted) is no address: \(problem)", at: place,
                hint: "write it as HOST:PORT")
        }
    }
}

/// Network addresses as Go splits them.
enum HostAndPort {
    /// What is wrong with a text that should be a host and a port; nil when nothing is.
    static func problem(with text: String) -> String? {
        guard let colon = text.lastIndex(of: ":") else { return "the port is missing" }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return "an IPv6 address belongs in brackets, followed by a port"
        }
        if host.contains("[") || host.contains("]") { return "its brackets do not match" }
        let digits = text[text.index(after: colon)...]
        guard let port = Int(digits) else { return "the port \(String(digits).quoted) is no number" }
        guard (1...65_535).contains(port) else { return "the port \(port) is not in the range 1..65535" }
        let name = String(host)
        if HostName.problem(with: name) == nil || Address.isAddress(name) { return nil }
        return "\(name.quoted) is neither a host name nor an IP address"
    }
}
