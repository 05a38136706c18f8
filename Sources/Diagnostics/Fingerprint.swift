extension Diagnostic {
    /// Sixteen hexadecimal digits that stay the same when lines and items of lists move and when a later
    /// release finds better words: made of code, object, fields and what the message quotes of the input.
    /// Findings about no object also differ by file.
    package var fingerprint: String {
        let fields = path.steps.map { step in
            switch step {
            case .field(let name): ".\(name)"
            case .index: "[]"
            case .key(let key): "[\(key)]"
            }
        }
        let about = subject.map { [$0.kind, $0.namespace ?? "", $0.name] } ?? [position?.file ?? ""]
        let parts = [code.name, rule?.name ?? ""] + about + [fields.joined()] + Self.quoted(message)
        return Self.hash(parts.joined(separator: "\u{0}"))
    }

    /// The names and values in a message: what stands between double quotes.
    private static func quoted(_ message: String) -> [String] {
        let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.indices.filter { $0 % 2 == 1 && $0 + 1 < parts.count }.map { String(parts[$0]) }
    }

    /// FNV-1a with 64 bits: collisions are unlikely, and nobody gains by making one.
    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
