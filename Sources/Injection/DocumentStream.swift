import YAML

/// The documents of a YAML stream as they stand in the text: what is not changed can be written as it was.
struct DocumentStream {
    /// A document with where it begins.
    struct Piece: Sendable {
        let bytes: ArraySlice<UInt8>
        /// Lines before it in the stream.
        let precedingLines: Int
    }

    /// The documents without the lines that part them, which begin with `---`. A line that parts nothing
    /// stays with the document that follows.
    let pieces: [Piece]

    init(_ bytes: [UInt8]) {
        var pieces: [Piece] = []
        var (start, line, lines, firstLine) = (0, 0, 0, 0)
        while line < bytes.count {
            let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            lines += 1
            if start < line, Self.isSeparator(bytes[line..<end]) {
                pieces.append(Piece(bytes: bytes[start..<line], precedingLines: firstLine))
                (start, firstLine) = (end, lines)
            }
            line = end
        }
        if start < bytes.count { pieces.append(Piece(bytes: bytes[start...], precedingLines: firstLine)) }
        self.pieces = pieces
    }

    private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: Array("---".utf8)) else { return false }
        let rest = line.dropFirst(3).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return rest.first == UInt8(ascii: "#") || rest.allSatisfy { $0 == 0x0A || $0 == 0x0D }
    }
}
