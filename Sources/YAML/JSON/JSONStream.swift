import Diagnostics

/// Sources that begin with `{` or `[`: JSON values one after the other, or between lines of `---`. A section
/// that is no JSON is read as YAML, whose flow style looks the same.
enum JSONStream {
    static func map<T>(
        _ source: Source, _ bytes: Bytes, _ sections: [StreamSplit.Section], _ limits: ReadLimits,
        _ body: (Document) -> T
    ) -> [T] {
        var results: [T] = []
        for section in sections {
            for (root, problems) in documents(source, bytes, section, limits) {
                let index = results.count
                results.append(
                    body(Document(source: source, index: index, root: root, problems: problems)))
            }
        }
        return results
    }

    private typealias Content = (root: Node, problems: [Diagnostic])

    private static func documents(
        _ source: Source, _ bytes: Bytes, _ section: StreamSplit.Section, _ limits: ReadLimits
    ) -> [Content] {
        let part = Bytes(rebasing: bytes[section.range])
        let marker = section.startsWithMarker ? 3 : 0
        let mark = Mark(line: UInt32(truncatingIfNeeded: section.line + 1), column: UInt32(marker + 1))
        var values = JSONParser(part, limits, from: marker, at: mark)
        var found: [Content] = []
        do throws(JSONError) {
            while let value = try values.next() { found.append((value, [])) }
            if !found.isEmpty { return found }
        } catch {
            found.append((.null, [error.diagnostic(in: source)]))
            if error.code != .jsonSyntax { return found }
        }
        let other = yaml(source, part, section.line, limits)
        let isFlawed = other.contains { !$0.problems.isEmpty }
        return isFlawed && looksLikeJSON(part.dropFirst(marker)) ? found : other
    }

    private static func yaml(
        _ source: Source, _ part: Bytes, _ line: Int, _ limits: ReadLimits
    ) -> [Content] {
        var found: [Content] = []
        var parser = StreamParser(source, limits)
        parser.documents(part, line: line, index: 0) { found.append(($0.root, $0.problems)) }
        return found
    }

    /// Whether an object begins as only JSON writers begin one: what is wrong is then told in the words of
    /// JSON.
    private static func looksLikeJSON(_ part: Slice<Bytes>) -> Bool {
        let symbols = part.lazy.filter { $0 > 0x20 }.prefix(2)
        return symbols.elementsEqual("{\"".utf8) || symbols.elementsEqual("{}".utf8)
    }
}
