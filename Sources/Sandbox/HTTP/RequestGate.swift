/// Who may ask: holders of the token, under the server's own name, and no page of a web site.
struct RequestGate: Sendable {
    let token: [UInt8]
    let address: String

    init(token: String, address: String) {
        self.token = Array(token.utf8)
        self.address = address
    }

    /// What is wrong with a request before anybody looks at what it asks for; nil when nothing is.
    func refusal(host: String?, origin: String?, authorization: String?) -> APIResponse? {
        guard let host, isOwn(Self.hostName(host)) else {
            return .failure(.forbidden("the request's Host is not this server"))
        }
        if let origin, !isOwnOrigin(origin) {
            return .failure(.forbidden("requests from web pages are refused"))
        }
        guard let authorization, isAuthorized(authorization) else { return .failure(.unauthorized) }
        return nil
    }

    /// Takes the same time for every wrong token of the right length.
    private func isAuthorized(_ header: String) -> Bool {
        let scheme = "bearer "
        guard header.lowercased().hasPrefix(scheme) else { return false }
        let given = Array(header.utf8.dropFirst(scheme.utf8.count))
        guard given.count == token.count else { return false }
        return zip(given, token).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func isOwn(_ name: String) -> Bool {
        name == "localhost" || name == "127.0.0.1" || name == "::1" || name == address.lowercased()
    }

    private func isOwnOrigin(_ origin: String) -> Bool {
        guard let scheme = origin.firstRange(of: "://") else { return false }
        return isOwn(Self.hostName(String(origin[scheme.upperBound...])))
    }

    /// The host of `host:port` or `[v6]:port`, in lower case.
    private static func hostName(_ text: String) -> String {
        let text = text.lowercased()
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            return String(text[text.index(after: text.startIndex)..<end])
        }
        return String(text.prefix { $0 != ":" })
    }
}
