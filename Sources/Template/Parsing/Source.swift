/// The text of a template, and the name under which messages speak of it.
final class Source: Sendable {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    func text(_ range: Range<Int>) -> Text { Text(bytes: bytes[range]) }

    /// The line from 1 and the column in bytes from 0.
    func place(of position: Int) -> (line: Int, column: Int) {
        let before = bytes[..<min(position, bytes.count)]
        let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (line, before.count - lineStart)
    }
}
