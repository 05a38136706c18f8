import YAML

/// What a client asks of the API server, however it came.
package struct APIRequest: Sendable {
    package var method: String
    /// Segments with percent signs decoded; empty ones left out.
    package var path: [String]
    /// The last value of each name.
    package var query: [String: String]
    /// All values of the names that come several times, in their order.
    private var repeated: [String: [String]] = [:]
    package var accept: String
    package var contentType: String
    /// Who asks, such as `kubectl/v1.32.4 …`; empty when unknown.
    package var userAgent: String
    package var body: [UInt8]
    /// Whose token it came with; nil for the sandbox's own.
    var user: Node?

    /// `target` is a path with an optional query, as in the first line of an HTTP request.
    package init(
        method: String, target: String, accept: String = "", contentType: String = "application/json",
        userAgent: String = "", body: [UInt8] = []
    ) {
        self.userAgent = userAgent
        self.method = method
        self.accept = accept
        self.contentType = contentType
        self.body = body
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = (parts.first ?? "").split(separator: "/").map { Self.decoded($0, plusIsSpace: false) }
        query = [:]
        for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = sides.count > 1 ? Self.decoded(sides[1], plusIsSpace: true) : ""
            let name = Self.decoded(sides[0], plusIsSpace: true)
            if let first = query.updateValue(value, forKey: name) {
                repeated[name, default: [first]].append(value)
            }
        }
    }

    /// Every value of a name, in the order of the query.
    func values(_ name: String) -> [String] { repeated[name] ?? query[name].map { [$0] } ?? [] }

    /// `true` and `1` count as yes, like Go's booleans.
    func flag(_ name: String) -> Bool { ["true", "1", "t", "TRUE", "True", "T"].contains(query[name] ?? "") }

    private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                rest = rest.dropFirst(2)
                bytes.append(value)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
