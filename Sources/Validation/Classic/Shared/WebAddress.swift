import Diagnostics

/// Addresses of the web, as strict as Go's `net/url`.
enum WebAddress {
    /// What is wrong with an address that begins with `http://` or `https://`; nil if nothing is.
    static func problem(_ text: String) -> String? {
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "it contains a control character" }
        let beforeFragment = text.prefix { $0 != "#" }
        if let bad = badEscape(text[beforeFragment.endIndex...]) { return "\(bad) is no escape" }
        guard let slashes = beforeFragment.firstIndex(of: "/") else { return nil }
        let rest = beforeFragment[slashes...].dropFirst(2).prefix { $0 != "?" }
        let authority = rest.prefix { $0 != "/" }
        return hostProblem(authority) ?? badEscape(rest[authority.endIndex...]).map { "\($0) is no escape" }
    }

    private static func hostProblem(_ authority: Substring) -> String? {
        var host = authority
        if let at = authority.lastIndex(of: "@") {
            let user = authority[..<at]
            guard user.utf8.allSatisfy({ isPlain($0) || "!$&'()*+,;=:@%".utf8.contains($0) }) else {
                return "the part before \"@\" is no user"
            }
            if let bad = badEscape(user) { return "\(bad) is no escape" }
            host = authority[authority.index(after: at)...]
        }
        let afterBracket = host.hasPrefix("[") ? host.firstIndex(of: "]") : host.startIndex
        guard let start = afterBracket else { return "\"[\" is not closed" }
        if let colon = host[start...].lastIndex(of: ":") {
            let port = host[host.index(after: colon)...]
            guard port.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
                return "port \(port.quoted) is not a number"
            }
        }
        let bad = host.utf8.first { $0 < 0x80 && !isPlain($0) && !"!$&'()*+,;=:[]<>\"%".utf8.contains($0) }
        if let bad { return "\(String(UnicodeScalar(bad)).quoted) cannot be in a host" }
        return badEscape(host).map { "\($0) is no escape" }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        Name.isLowerOrDigit(byte) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
            || "-_.~".utf8.contains(byte)
    }

    /// The first `%` without two hexadecimal digits, with what follows it.
    private static func badEscape(_ text: Substring) -> String? {
        var rest = text.utf8[...]
        while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
            let digits = rest[percent...].dropFirst().prefix(2)
            guard digits.count == 2, digits.allSatisfy(isHex) else {
                return String(Substring(rest[percent...].prefix(3))).quoted
            }
            rest = rest[digits.endIndex...]
        }
        return nil
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
    }
}
