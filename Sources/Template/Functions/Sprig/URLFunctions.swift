/// Sprig's `urlParse` and `urlJoin`.
enum URLFunctions {
    static let all = [
        Function("urlParse", .string, returns: .anyMap) { arguments in
            let url: GoURL
            do throws(FunctionError) {
                url = try GoURL(arguments[0].text ?? "")
            } catch {
                throw FunctionError("unable to parse url: \(error.message)")
            }
            return .map(
                MapValue([
                    ("scheme", .text(url.scheme)), ("host", .text(url.host)),
                    ("hostname", .text(url.hostname)),
                    ("path", .text(url.path)), ("query", .text(url.query)), ("opaque", .text(url.opaque)),
                    ("fragment", .text(url.fragment)), ("userinfo", .text(url.user?.text ?? "")),
                ]))
        },
        Function("urlJoin", .anyMap, returns: .string) { arguments in
            let parts = arguments[0].map ?? MapValue()
            var url = GoURL()
            url.scheme = try text("scheme", in: parts)
            url.host = try text("host", in: parts)
            url.path = try text("path", in: parts)
            url.query = try text("query", in: parts)
            url.opaque = try text("opaque", in: parts)
            url.fragment = try text("fragment", in: parts)
            url.user = try user(text("userinfo", in: parts))
            return .text(url.text)
        },
    ]

    private static func text(_ key: Text, in parts: MapValue) throws(FunctionError) -> Text {
        guard let value = parts[key] else { return "" }
        if let text = value.text { return text }
        if value.isNull {
            throw FunctionError("runtime error: invalid memory address or nil pointer dereference")
        }
        throw FunctionError("unable to parse \(key) key, must be of type string, but \(value.kind) found")
    }

    private static func user(_ text: Text) throws(FunctionError) -> GoURL.User? {
        guard !text.isEmpty else { return nil }
        do throws(FunctionError) {
            return try GoURL("proto://" + text + "@host").user
        } catch {
            throw FunctionError("unable to parse userinfo in dict: \(error.message)")
        }
    }
}

extension FunctionTable {
    /// URLs.
    package static let urls = FunctionTable(URLFunctions.all)
}
