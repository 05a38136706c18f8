import Schema

extension Report {
    /// `host:port`, where the host is a full name or an address, an IPv6 address in brackets.
    mutating func checkProxyAddress(_ address: String, _ prefix: String, at place: @autoclosure () -> Place) {
        guard let problem = ProxyAddress.problem(with: address) else { return }
        error(
            .invalidAddress, "\(prefix) \(problem)", at: place(),
            hint: "write HOST:PORT, such as istio-policy.istio-system:15004")
    }
}

/// Network addresses as Istio 0.7.1 read them, with Go's words for what is wrong.
enum ProxyAddress {
    static func problem(with address: String) -> String? {
        let parts: (host: Substring, port: Substring)
        switch split(address) {
        case .success(let found): parts = found
        case .failure(let problem):
            return "unable to split \(address.quoted): address \(address.escapingControls): \(problem.text)"
        }
        guard let port = Int(parts.port) else {
            let text = String(parts.port)
            let why = "strconv.Atoi: parsing \(text.quoted): invalid syntax"
            return "port (\(text.escapingControls)) is not a number: \(why)"
        }
        guard (1...Port.highest).contains(port) else {
            return "port number \(port) must be in the range 1..\(Port.highest)"
        }
        let host = String(parts.host)
        let isName = Domain.lengthProblem(host) == nil && Domain.labelProblem(parts.host) == nil
        if isName || Address.family(of: parts.host) != nil { return nil }
        return "\(host.quoted) is not a valid hostname or an IP address"
    }

    private struct Problem: Error { let text: String }

    /// Go's `net.SplitHostPort`.
    private static func split(_ address: String) -> Result<(host: Substring, port: Substring), Problem> {
        guard let colon = address.lastIndex(of: ":") else {
            return .failure(Problem(text: "missing port in address"))
        }
        var host = address[..<colon]
        let port = address[address.index(after: colon)...]
        if host.first == "[" {
            guard let end = address.firstIndex(of: "]") else {
                return .failure(Problem(text: "missing ']' in address"))
            }
            let next = address.index(after: end)
            if next != colon {
                let isOver = next == address.endIndex || address[next] != ":"
                return .failure(
                    Problem(text: isOver ? "missing port in address" : "too many colons in address"))
            }
            host = address[address.index(after: address.startIndex)..<end]
        } else if host.contains(":") {
            return .failure(Problem(text: "too many colons in address"))
        }
        for bracket in "[]" where host.contains(bracket) || port.contains(bracket) {
            return .failure(Problem(text: "unexpected '\(bracket)' in address"))
        }
        return .success((host, port))
    }
}
