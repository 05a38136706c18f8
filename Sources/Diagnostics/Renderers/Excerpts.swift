/// Finds lines of inputs and sets a caret under a place. Splits each input into lines once.
struct Excerpts {
    struct Excerpt: Equatable {
        /// ` 12 | `
        let gutter: String
        let line: String
        /// `    | `
        let margin: String
        let caret: String
    }

    private let sourceText: TextRenderer.SourceText?
    private var lineStarts: [String: [Int]] = [:]
    private var texts: [String: [UInt8]] = [:]

    init(_ sourceText: TextRenderer.SourceText?) { self.sourceText = sourceText }

    /// Nil when the place is unknown or not in the text.
    mutating func excerpt(_ position: Position) -> Excerpt? {
        guard position.mark.isKnown, let bytes = line(Int(position.mark.line), of: position.file) else {
            return nil
        }
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        let column = Int(position.mark.column) - 1
        guard column >= 0, column <= scalars.count else { return nil }
        // A window of the line, so that a megabyte in one line stays readable.
        let start = max(0, min(column - Self.width / 2, scalars.count - Self.width))
        let end = min(scalars.count, start + Self.width)
        let before = (start > 0 ? "…" : "") + shown(scalars[start..<column])
        let after = shown(scalars[column..<end]) + (end < scalars.count ? "…" : "")
        let number = String(position.mark.line)
        return Excerpt(
            gutter: "  \(number) | ", line: before + after,
            margin: "  \(String(repeating: " ", count: number.count)) | ",
            caret: String(repeating: " ", count: before.unicodeScalars.count) + "^")
    }

    private static let width = 100

    private func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text).escapingControls
    }

    private mutating func line(_ number: Int, of file: String) -> ArraySlice<UInt8>? {
        if lineStarts[file] == nil {
            let bytes = sourceText?(file) ?? []
            texts[file] = bytes
            lineStarts[file] = Self.starts(bytes)
        }
        guard let bytes = texts[file], let starts = lineStarts[file], !bytes.isEmpty, number <= starts.count
        else { return nil }
        let start = starts[number - 1]
        return bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    }

    /// Lines end with LF, CR or CR LF, as in YAML. A byte order mark is not part of the first line.
    private static func starts(_ bytes: [UInt8]) -> [Int] {
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
                index += 1
            }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
        }
        return starts
    }
}
