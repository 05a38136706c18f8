import Diagnostics

/// Reads streams of YAML documents, and of JSON values where a source begins with one.
///
/// Values mean what they mean to Kubernetes and Istio 0.7.1. A document with a flaw keeps the others as they
/// are: reading goes on at the next line that begins with `---`.
package enum YAMLReader {
    package static func documents(in source: Source, limits: ReadLimits = .standard) -> [Document] {
        map(source, limits: limits) { $0 }
    }

    /// Hands each document to `body` on the thread that read it; results are in the order of the documents.
    /// Large sources are read on all cores.
    package static func map<T: Sendable>(
        _ source: Source, limits: ReadLimits = .standard, _ body: @Sendable (Document) -> T
    ) -> [T] {
        map(source, limits: limits, chunkBytes: defaultChunkBytes, body)
    }

    static let defaultChunkBytes = 128 << 10

    /// `chunkBytes` is about how much one core reads at a time.
    static func map<T: Sendable>(
        _ source: Source, limits: ReadLimits, chunkBytes: Int, _ body: @Sendable (Document) -> T
    ) -> [T] {
        guard source.text.count <= limits.sourceBytes else { return [body(tooLarge(source, limits))] }
        return source.text.withUnsafeBufferPointer { bytes in
            if isUTF16(bytes) { return whole(source, bytes, limits, body) }
            let split = StreamSplit(bytes)
            if beginsWithJSON(bytes) { return JSONStream.map(source, bytes, split.sections, limits, body) }
            guard split.isOneDocumentEach else { return whole(source, bytes, limits, body) }
            let chunks = chunks(split.sections, chunkBytes)
            if chunks.count < 2 { return sections(split.sections[...], source, bytes, limits, body) }
            // The buffer is only read, and outlives the workers.
            nonisolated(unsafe) let shared = bytes
            let all = split.sections
            return Parallel.results(chunks.count) { index in
                sections(all[chunks[index]], source, shared, limits, body)
            }
        }
    }

    private static func tooLarge(_ source: Source, _ limits: ReadLimits) -> Document {
        let message = "the input has \(source.text.count) bytes; at most \(limits.sourceBytes) are read"
        let problem = Diagnostic(.sourceLimit, .error, message, at: source.position(Mark(line: 1, column: 1)))
        return Document(source: source, index: 0, root: .null, problems: [problem])
    }

    private static func isUTF16(_ bytes: Bytes) -> Bool {
        bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    }

    private static func beginsWithJSON(_ bytes: Bytes) -> Bool {
        let first = bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private static func whole<T>(
        _ source: Source, _ bytes: Bytes, _ limits: ReadLimits, _ body: (Document) -> T
    ) -> [T] {
        var results: [T] = []
        var parser = StreamParser(source, limits)
        parser.documents(bytes, line: 0, index: 0) { results.append(body($0)) }
        return results
    }

    private static func sections<T>(
        _ sections: ArraySlice<StreamSplit.Section>, _ source: Source, _ bytes: Bytes, _ limits: ReadLimits,
        _ body: (Document) -> T
    ) -> [T] {
        var parser = StreamParser(source, limits)
        var results: [T] = []
        results.reserveCapacity(sections.count)
        for (index, section) in zip(sections.indices, sections) {
            let part = Bytes(rebasing: bytes[section.range])
            results.append(body(parser.document(part, line: section.line, index: index)))
        }
        return results
    }

    /// Runs of sections of at least `size` bytes each.
    private static func chunks(_ sections: [StreamSplit.Section], _ size: Int) -> [Range<Int>] {
        var chunks: [Range<Int>] = []
        var start = 0
        for (index, section) in sections.enumerated()
        where section.range.upperBound - sections[start].range.lowerBound >= size {
            chunks.append(start..<index + 1)
            start = index + 1
            if start == sections.count { return chunks }
        }
        if start < sections.count { chunks.append(start..<sections.count) }
        return chunks
    }
}
