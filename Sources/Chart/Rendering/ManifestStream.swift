/// Takes the output of a template apart, as Helm does it: wherever a line begins with `---`, whatever
/// follows on it.
package enum ManifestStream {
    /// The documents that hold more than blanks, from their first other character on.
    package static func documents(_ bytes: [UInt8]) -> [[UInt8]] {
        var documents: [[UInt8]] = []
        let text = Blanks.trimmedStart(bytes[...])
        var start = text.startIndex
        var index = text.startIndex
        func finish(_ end: Int) {
            let document = Blanks.trimmedStart(text[start..<end])
            if !document.isEmpty { documents.append(Array(document)) }
        }
        while index < text.endIndex {
            if text[index...].starts(with: "---".utf8) {
                finish(index)
                index += 3
                while index < text.endIndex, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
                start = index
            }
            // On to the next line.
            guard let end = text[index...].firstIndex(of: 0x0A) else { break }
            index = end + 1
        }
        finish(text.endIndex)
        return documents
    }
}

/// What Go's unicode package takes for space.
package enum Blanks {
    package static func trimmedStart(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let length = leading(rest) { rest = rest.dropFirst(length) }
        return rest
    }

    package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = trimmedStart(bytes)
        while let last = rest.last {
            if last == 0x20 || (0x09...0x0D).contains(last) {
                rest.removeLast()
            } else if let scalar = lastScalar(rest), scalar.value >= 0x80, scalar.properties.isWhitespace {
                rest.removeLast(UTF8.width(scalar))
            } else {
                break
            }
        }
        return rest
    }

    /// The bytes of the blank at the beginning.
    private static func leading(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : nil }
        var decoder = UTF8()
        var iterator = bytes.prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator), scalar.properties.isWhitespace
        else { return nil }
        return UTF8.width(scalar)
    }

    private static func lastScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last
    }
}
