import CLibYAML
import Diagnostics

/// Runs libyaml over a part of a source and hands out its documents in order.
struct StreamParser: ~Copyable {
    private let source: Source
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    private var builder: DocumentBuilder
    private let asksScanner: Bool

    /// `asksScanner` is false for tests that want libyaml's own answer.
    init(_ source: Source, _ limits: ReadLimits, asksScanner: Bool = true) {
        self.source = source
        self.asksScanner = asksScanner
        builder = DocumentBuilder(source, limits)
    }

    deinit {
        parser.deallocate()
        event.deallocate()
    }

    /// The one document of a section. Text after its end counts as a flaw of it.
    mutating func document(_ bytes: Bytes, line: Int, index: Int) -> Document {
        if asksScanner {
            builder.begin(line: line)
            if BlockScanner.read(bytes, line: line, into: &builder) { return document(index) }
        }
        var found: Document?
        let source = source
        documents(bytes, line: line, index: index) { next in
            let problems = (found?.problems ?? []) + next.problems
            let root = found == nil ? next.root : .null
            found = Document(source: source, index: index, root: root, problems: problems)
        }
        return found ?? Document(source: source, index: index, root: .null)
    }

    /// All documents of a text, up to the first that cannot be read to its end; `line` is the number of line
    /// breaks before the text.
    mutating func documents(_ bytes: Bytes, line: Int, index: Int, _ deliver: (Document) -> Void) {
        guard yaml_parser_initialize(parser) == 1 else { return }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        var index = index
        builder.begin(line: line)
        while true {
            guard yaml_parser_parse(parser, event) == 1 else {
                builder.stop(SyntaxProblem.stop(parser.pointee, in: bytes, line: line))
                return deliver(document(index))
            }
            defer { yaml_event_delete(event) }
            let type = event.pointee.type
            if type == YAML_STREAM_END_EVENT { return }
            if type == YAML_DOCUMENT_END_EVENT {
                deliver(document(index))
                index += 1
                builder.begin(line: line)
                continue
            }
            do throws(DocumentBuilder.Stop) {
                try builder.add(event.pointee)
            } catch {
                builder.stop(error)
                return deliver(document(index))
            }
        }
    }

    private func document(_ index: Int) -> Document {
        Document(source: source, index: index, root: builder.root, problems: builder.problems)
    }
}
