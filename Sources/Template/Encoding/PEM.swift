/// Text between `-----BEGIN …-----` and `-----END …-----`, with 64 characters a line.
enum PEM {
    static func text(_ label: String, _ bytes: [UInt8]) -> String {
        var lines: [Substring] = []
        var rest = Base64.encode(bytes)[...]
        while !rest.isEmpty {
            lines.append(rest.prefix(64))
            rest = rest.dropFirst(64)
        }
        return "-----BEGIN \(label)-----\n" + lines.map { $0 + "\n" }.joined() + "-----END \(label)-----\n"
    }
}
