/// A URL in its parts, as Go's `net/url` takes it apart and puts it together.
package struct GoURL {
    struct User {
        let name: Text
        let password: Text?

        var text: Text {
            let name = PercentCoding.escaped(name, .user)
            return password.map { name + ":" + PercentCoding.escaped($0, .user) } ?? name
        }
    }

    package var scheme: Text = ""
    var opaque: Text = ""
    var user: User?
    /// With the port.
    var host: Text = ""
    /// Without escapes, as is the fragment.
    var path: Text = ""
    var query: Text = ""
    var fragment: Text = ""

    init() {}

    package init(_ text: Text) throws(FunctionError) {
        let (main, fragment) = text.bytes[...].cut("#")
        do throws(FunctionError) {
            try read(main)
        } catch {
            throw FunctionError("parse \(GoQuoting.quoted(Text(bytes: main))): \(error.message)")
        }
        do throws(FunctionError) {
            self.fragment = try PercentCoding.unescaped(fragment ?? [], .fragment)
        } catch {
            throw FunctionError("parse \(GoQuoting.quoted(text)): \(error.message)")
        }
    }

    /// The host without its port and brackets.
    var hostname: Text {
        var bytes = host.bytes[...]
        if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), Self.isPort(bytes[colon...]) {
            bytes = bytes[..<colon]
        }
        if bytes.count > 1, bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
            bytes = bytes.dropFirst().dropLast()
        }
        return Text(bytes: bytes)
    }

    var text: Text {
        var result = scheme.isEmpty ? "" : scheme + ":"
        if !opaque.isEmpty {
            result = result + opaque
        } else {
            if !host.isEmpty || user != nil || !scheme.isEmpty && !path.isEmpty { result = result + "//" }
            if let user { result = result + user.text + "@" }
            result = result + PercentCoding.escaped(host, .host)
            let path = path == "*" ? path : PercentCoding.escaped(path, .path)
            if !path.isEmpty, path.bytes.first != UInt8(ascii: "/"), !host.isEmpty { result = result + "/" }
            // A colon in the first name would make it a scheme.
            if result.isEmpty, path.bytes[...].cut("/").0.contains(UInt8(ascii: ":")) { result = "./" }
            result = result + path
        }
        if !query.isEmpty { result = result + "?" + query }
        return fragment.isEmpty ? result : result + "#" + PercentCoding.escaped(fragment, .fragment)
    }
}

// MARK: Reading

extension GoURL {
    private mutating func read(_ text: ArraySlice<UInt8>) throws(FunctionError) {
        if text.contains(where: { $0 < 0x20 || $0 == 0x7f }) {
            throw FunctionError("net/url: invalid control character in URL")
        }
        if text.elementsEqual("*".utf8) {
            path = "*"
            return
        }
        var (rest, query) = try withoutScheme(text).cut("?")
        self.query = Text(bytes: query ?? [])
        if rest.first != UInt8(ascii: "/") {
            if !scheme.isEmpty {
                opaque = Text(bytes: rest)
                return
            }
            if rest.cut("/").0.contains(UInt8(ascii: ":")) {
                throw FunctionError("first path segment in URL cannot contain colon")
            }
        }
        if !scheme.isEmpty || !rest.starts(with: "///".utf8), rest.starts(with: "//".utf8) {
            let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
            rest = rest[authority.endIndex...]
            try readAuthority(authority)
        }
        path = try PercentCoding.unescaped(rest, .path)
    }

    /// Takes a scheme from the beginning, if there is one.
    private mutating func withoutScheme(_ text: ArraySlice<UInt8>) throws(FunctionError) -> ArraySlice<UInt8>
    {
        for (index, byte) in zip(text.indices, text) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                if index == text.startIndex { return text }
            case UInt8(ascii: ":"):
                if index == text.startIndex { throw FunctionError("missing protocol scheme") }
                scheme = Text(String(decoding: text[..<index], as: UTF8.self).lowercased())
                return text[(index + 1)...]
            default: return text
            }
        }
        return text
    }

    private mutating func readAuthority(_ authority: ArraySlice<UInt8>) throws(FunctionError) {
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else {
            host = try Self.host(authority, scheme)
            return
        }
        host = try Self.host(authority[(at + 1)...], scheme)
        let user = authority[..<at]
        guard
            user.allSatisfy({
                PercentCoding.isAlphanumeric($0) || Set("-._:~!$&'()*+,;=%@".utf8).contains($0)
            })
        else { throw FunctionError("net/url: invalid userinfo") }
        let (name, password) = user.cut(":")
        self.user = User(
            name: try PercentCoding.unescaped(name, .user),
            password: try password.map { bytes throws(FunctionError) in
                try PercentCoding.unescaped(bytes, .user)
            })
    }

    private static func host(_ bytes: ArraySlice<UInt8>, _ scheme: Text) throws(FunctionError) -> Text {
        if let bracket = bytes.lastIndex(of: UInt8(ascii: "[")) {
            if bracket > bytes.startIndex { throw FunctionError("invalid IP-literal") }
            return try bracketed(bytes)
        }
        // Lists of hosts are what databases have.
        let isList = scheme == "postgres" || scheme == "postgresql"
        let colon = UInt8(ascii: ":")
        if let start = isList ? bytes.lastIndex(of: colon) : bytes.firstIndex(of: colon) {
            try checkPort(bytes[start...])
        }
        return try PercentCoding.unescaped(bytes, .host)
    }

    private static func bracketed(_ bytes: ArraySlice<UInt8>) throws(FunctionError) -> Text {
        guard let end = bytes.lastIndex(of: UInt8(ascii: "]")) else {
            throw FunctionError("missing ']' in host")
        }
        let port = bytes[(end + 1)...]
        try checkPort(port)
        let address = bytes[(bytes.startIndex + 1)..<end]
        let zone = address.firstRange(of: Array("%25".utf8))?.lowerBound ?? address.endIndex
        let host =
            try PercentCoding.unescaped(address[..<zone], .host)
            + PercentCoding.unescaped(address[zone...], .zone)
        guard let found = IPAddress(host.string) else {
            throw FunctionError("invalid host: ParseAddr(\(GoQuoting.quoted(host))): unable to parse IP")
        }
        if found.bytes.count == 4 { throw FunctionError("invalid IP-literal") }
        return "[" + host + "]" + Text(bytes: port)
    }

    private static func checkPort(_ port: ArraySlice<UInt8>) throws(FunctionError) {
        if isPort(port) { return }
        throw FunctionError("invalid port \(GoQuoting.quoted(Text(bytes: port))) after host")
    }

    /// Nothing, or a colon and digits.
    private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        return first == UInt8(ascii: ":") && bytes.dropFirst().allSatisfy(SemanticVersion.isDigit)
    }
}

extension ArraySlice<UInt8> {
    /// What stands before and after the first such character; nil for the latter where there is none.
    func cut(_ separator: Unicode.Scalar) -> (ArraySlice<UInt8>, ArraySlice<UInt8>?) {
        guard let index = firstIndex(where: { Unicode.Scalar($0) == separator }) else { return (self, nil) }
        return (self[..<index], self[(index + 1)...])
    }
}
