extension Diagnostic {
    /// Sixteen hexadecimal digits that stay the same when lines and items of lists move: made of code,
    /// object, fields and message. Findings about no object also differ by file.
    package var fingerprint: String {
        let fields = path.steps.map { step in
            switch step {
            case .field(let name): ".\(name)"
            case .index: "[]"
            case .key(let key): "[\(key)]"
            }
        }
        let about = subject.map { [$0.kind, $0.namespace ?? "", $0.name] } ?? [position?.file ?? ""]
        let parts = [code.name, rule?.name ?? ""] + about + [fields.joined(), message]
        return Self.hash(parts.joined(separator: "\u{0}"))
    }

    /// FNV-1a with 64 bits: collisions are unlikely, and nobody gains by making one.
    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
