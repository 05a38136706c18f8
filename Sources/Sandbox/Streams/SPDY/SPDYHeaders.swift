/// Names and values as SPDY/3 writes them before they are packed: counts of 32 bits before everything.
enum SPDYHeaders {
    /// Names are in lower case; of a value in several parts only the first is of use here.
    static func read(_ bytes: [UInt8]) throws(SPDYViolation) -> [String: String] {
        var rest = bytes[...]
        var headers: [String: String] = [:]
        for _ in 0..<(try number(&rest)) {
            let name = try text(&rest)
            headers[name] = try text(&rest)
        }
        guard rest.isEmpty else { throw .headers }
        return headers
    }

    static func bytes(_ headers: [(String, String)]) -> [UInt8] {
        var bytes = fourBytes(headers.count)
        for (name, value) in headers {
            for text in [name, value] { bytes += fourBytes(text.utf8.count) + Array(text.utf8) }
        }
        return bytes
    }

    private static func number(_ rest: inout ArraySlice<UInt8>) throws(SPDYViolation) -> UInt32 {
        guard rest.count >= 4 else { throw .headers }
        defer { rest = rest.dropFirst(4) }
        return rest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func text(_ rest: inout ArraySlice<UInt8>) throws(SPDYViolation) -> String {
        let count = Int(try number(&rest))
        guard count <= rest.count else { throw .headers }
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    private static func fourBytes(_ number: Int) -> [UInt8] {
        let number = UInt32(truncatingIfNeeded: number)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
