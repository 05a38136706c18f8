import Schema

extension Report {
    /// A host of the newer kinds: a domain that may begin with a wildcard, an IPv4 address or an IPv4 subnet.
    /// A host that is none of these gets both complaints, as in 0.7.1.
    mutating func checkHost(_ host: String, at place: @autoclosure () -> Place) {
        guard let domainProblem = Host.problem(host) else {
            if !Host.isSound(host) {
                warning(
                    .invalidHost, "host \(host.quoted) is no host name, though Istio 0.7.1 takes it",
                    at: place(),
                    hint: "newer releases refuse it; use lower case letters, digits, \"-\" and \".\"")
            }
            return
        }
        guard let addressProblem = Address.subnetProblem(host) else { return }
        let both = Domain.lengthProblem(host).map { $0 == domainProblem } ?? false
        let hint =
            both ? nil : "a host is a name such as `reviews`, `*.example.com`, or an IPv4 address or subnet"
        error(.invalidHost, domainProblem, at: place(), hint: hint)
        error(.invalidHost, addressProblem, at: place(), hint: hint)
    }
}

/// Hosts as 0.7.1 tests them.
enum Host {
    static func problem(_ host: String) -> String? {
        if let problem = Domain.lengthProblem(host) { return problem }
        let first = host.prefix { $0 != "." }
        if !passesAsFirstPart(first) {
            return "domain name \(host.quoted) invalid (label \(first.quoted) invalid)"
        }
        return first.endIndex == host.endIndex
            ? nil : Domain.labelProblem(host[first.endIndex...].dropFirst())
    }

    /// The pattern of 0.7.1 is not anchored as meant: it asks for a `*` in front or for one good character at
    /// the end.
    private static func passesAsFirstPart(_ part: Substring) -> Bool {
        guard part.utf8.count <= Name.longestLabel else { return false }
        return part.utf8.first == UInt8(ascii: "*") || part.utf8.last.map(Name.isLowerOrDigit) ?? false
    }

    /// Whether the first part is also what was meant: `*`, a label, or a label after `*` or `*-`. Capitals
    /// pass, as they do today.
    static func isSound(_ host: String) -> Bool {
        var part = host.prefix { $0 != "." }.utf8[...]
        if part.first == UInt8(ascii: "*") {
            part = part.dropFirst()
            if part.isEmpty { return true }
            if part.first == UInt8(ascii: "-") { part = part.dropFirst() }
        }
        guard let last = part.last, last != UInt8(ascii: "-"), part.first != UInt8(ascii: "-") else {
            return false
        }
        return part.allSatisfy { byte in
            Name.isLowerOrDigit(byte) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
                || byte == UInt8(ascii: "-")
        }
    }
}
