/// Who may ask: holders of the token, under the server's own name, and no page of a web site.
struct RequestGate: Sendable {
    let token: [UInt8]
    let address: String
    /// Whose another token is.
    let account: @Sendable (String) -> AccountTokens.Claims?

    init(
        token: String, address: String,
        account: @escaping @Sendable (String) -> AccountTokens.Claims? = { _ in nil }
    ) {
        self.account = account
        self.token = Array(token.utf8)
        self.address = address
    }

    /// Who asks.
    enum Caller: Sendable {
        /// The holder of the sandbox's own token.
        case owner
        case account(AccountTokens.Claims)
        /// Nobody known, or not from here: the answer to that.
        case refused(APIResponse)
    }

    /// Decides before anybody looks at what a request asks for.
    func caller(host: String?, origin: String?, authorization: String?) -> Caller {
        guard let host, isOwn(Self.hostName(host)) else {
            return .refused(.failure(.forbidden("the request's Host is not this server")))
        }
        if let origin, !isOwnOrigin(origin) {
            return .refused(.failure(.forbidden("requests from web pages are refused")))
        }
        guard let authorization, let given = Self.token(in: authorization) else {
            return .refused(.failure(.unauthorized))
        }
        if isOwn(token: given) { return .owner }
        return account(given).map { .account($0) } ?? .refused(.failure(.unauthorized))
    }

    /// The answer to a caller who is refused; nil for any other.
    func refusal(host: String?, origin: String?, authorization: String?) -> APIResponse? {
        if case .refused(let answer) = caller(host: host, origin: origin, authorization: authorization) {
            answer
        } else {
            nil
        }
    }

    private static func token(in header: String) -> String? {
        let scheme = "bearer "
        guard header.lowercased().hasPrefix(scheme) else { return nil }
        return String(decoding: header.utf8.dropFirst(scheme.utf8.count), as: UTF8.self)
    }

    /// Takes the same time for every wrong token of the right length.
    private func isOwn(token given: String) -> Bool {
        let given = Array(given.utf8)
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
