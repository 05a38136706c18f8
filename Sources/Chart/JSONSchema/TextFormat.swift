import Template

/// The formats of JSON Schema for texts.
enum TextFormat {
    /// What is wrong with a text; nothing for formats that nobody knows.
    static func problem(_ text: Text, _ format: String) -> String? {
        switch format {
        case "ipv4": version4Problem(text.string)
        case "ipv6":
            text.string.contains(":") && !text.string.contains("%") && IPAddress(text.string) != nil
                ? nil : "it is no address of version 6"
        case "uri", "iri", "uri-reference", "iri-reference", "uri-template": urlProblem(text, format)
        case "regex": expressionProblem(text)
        default: patternProblem(text, format)
        }
    }

    private static func version4Problem(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count != 4 { return "expected four decimals" }
        if parts.contains(where: { $0.count > 1 && $0.hasPrefix("0") }) { return "leading zeros" }
        return parts.allSatisfy { UInt8($0) != nil && !$0.hasPrefix("+") }
            ? nil : "decimal must be between 0 and 255"
    }

    private static func urlProblem(_ text: Text, _ format: String) -> String? {
        do throws(FunctionError) {
            let url = try GoURL(text)
            let mayBeRelative = format.hasSuffix("-reference") || format == "uri-template"
            return mayBeRelative || !url.scheme.isEmpty ? nil : "relative url"
        } catch {
            return error.message
        }
    }

    private static func expressionProblem(_ text: Text) -> String? {
        do throws(FunctionError) {
            _ = try RegularExpression(text)
            return nil
        } catch {
            return error.message
        }
    }

    private static func patternProblem(_ text: Text, _ format: String) -> String? {
        guard let (pattern, form) = patterns[format] else { return nil }
        // The patterns are ours, and tests read them all.
        guard let expression = try? RegularExpression(Text("^(?:\(pattern))$")) else { return nil }
        return expression.matches(text) ? nil : "it should look like \(form)"
    }

    private static let day =
        #"\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])"#
        + #"|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))"#
    private static let time =
        #"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?"#
        + #"(?:[zZ]|[+-](?:[01]\d|2[0-3]):[0-5]\d)"#
    private static let label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    private static let host = #"\#(label)(?:\.\#(label))*\.?"#
    private static let duration = #"P(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)"#

    /// Expressions with what an example looks like.
    static let patterns: [String: (pattern: String, form: String)] = [
        "date": (day, "2026-02-28"),
        "time": (time, "13:00:00Z"),
        "date-time": ("\(day)[tT]\(time)", "2026-02-28T13:00:00Z"),
        "duration": (duration, "P1DT12H"),
        "uuid": (
            "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", "6f1c36d4-14a0-4ba7-9be0-7bd1c1f6a1b2"
        ),
        "hostname": (host, "www.example.com"),
        "email": (
            #"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:\#(host)|\[.+\])"#,
            "somebody@example.com"
        ),
        "json-pointer": (#"(?:/(?:[^~/]|~[01])*)*"#, "/a/0/b"),
        "relative-json-pointer": (#"(?:0|[1-9]\d*)(?:#|(?:/(?:[^~/]|~[01])*)*)"#, "1/a"),
        "semver": (
            #"(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?"#,
            "1.2.3"
        ),
    ]
}
