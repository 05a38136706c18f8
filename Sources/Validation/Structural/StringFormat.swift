/// The formats of strings that the API server of Kubernetes checks; it passes over others.
enum StringFormat {
    static func matches(_ text: String, _ format: String) -> Bool {
        guard let pattern = patterns[format] else { return true }
        return Expression.matches(pattern, text) ?? true
    }

    private static let patterns: [String: String] = [
        "date": #"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"#,
        "date-time":
            #"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)"#,
        "uuid": hex(8) + "-?" + hex(4) + "-?" + hex(4) + "-?" + hex(4) + "-?" + hex(12),
        "byte": "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
        "ipv4": octet + #"(?:\."# + octet + "){3}",
        "hostname":
            #"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*"#,
        "email": #"[^@\s]+@[^@\s]+"#,
    ]

    private static let octet = #"(?:25[0-5]|2[0-4]\d|1?\d?\d)"#
    private static func hex(_ count: Int) -> String { "[0-9A-Fa-f]{\(count)}" }
}
