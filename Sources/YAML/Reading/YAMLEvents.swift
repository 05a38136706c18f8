import CLibYAML

/// The events of a YAML text as libyaml finds them, for readers that give them their own meaning.
package struct YAMLEvents: ~Copyable {
    package enum Event: Sendable {
        case documentStart
        case documentEnd
        case scalar(Scalar)
        case listStart(anchor: String?)
        case listEnd
        case mapStart(anchor: String?)
        case mapEnd
        case alias(String)
        /// Nothing follows.
        case end
    }

    package struct Scalar: Sendable {
        package let text: [UInt8]
        /// In full (`tag:yaml.org,2002:int`); nil where none is written.
        package let tag: String?
        package let anchor: String?
        /// Unquoted, so that the text says what it means.
        package let isPlain: Bool
        package let isDoubleQuoted: Bool
        /// Where it stands with its quotes, in characters from the text's beginning.
        package let place: Range<Int>
    }

    /// Why reading cannot go on.
    package struct Failure: Error, Sendable {
        package enum Stage: Sendable { case characters, tokens, structure }

        package let stage: Stage
        /// In libyaml's words.
        package let problem: String
        /// Counted from 0.
        package let line: Int
        /// The line where what could not be read begins; counted from 0.
        package let contextLine: Int
    }

    private let text: UnsafeMutableBufferPointer<UInt8>
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    private let isReady: Bool
    private var hasEnded = false

    package init(_ bytes: [UInt8]) {
        text = .allocate(capacity: max(bytes.count, 1))
        _ = text.initialize(fromContentsOf: bytes)
        isReady = yaml_parser_initialize(parser) == 1
        if isReady { yaml_parser_set_input_string(parser, text.baseAddress, bytes.count) }
    }

    deinit {
        if isReady { yaml_parser_delete(parser) }
        parser.deallocate()
        event.deallocate()
        text.deallocate()
    }

    /// The next event; `end` again and again behind the last.
    package mutating func next() throws(Failure) -> Event {
        while isReady, !hasEnded {
            guard yaml_parser_parse(parser, event) == 1 else {
                hasEnded = true
                throw failure
            }
            defer { yaml_event_delete(event) }
            if let found = found() { return found }
        }
        return .end
    }

    /// Nil for the start of the stream, which says nothing.
    private mutating func found() -> Event? {
        let data = event.pointee.data
        switch event.pointee.type {
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SCALAR_EVENT:
            let bytes = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
            return .scalar(
                Scalar(
                    text: Array(bytes), tag: Self.string(data.scalar.tag),
                    anchor: Self.string(data.scalar.anchor), isPlain: data.scalar.plain_implicit != 0,
                    isDoubleQuoted: data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, place: place))
        case YAML_SEQUENCE_START_EVENT: return .listStart(anchor: Self.string(data.sequence_start.anchor))
        case YAML_SEQUENCE_END_EVENT: return .listEnd
        case YAML_MAPPING_START_EVENT: return .mapStart(anchor: Self.string(data.mapping_start.anchor))
        case YAML_MAPPING_END_EVENT: return .mapEnd
        case YAML_ALIAS_EVENT: return .alias(Self.string(data.alias.anchor) ?? "")
        case YAML_STREAM_END_EVENT:
            hasEnded = true
            return .end
        default: return nil
        }
    }

    private var place: Range<Int> {
        let start = Int(event.pointee.start_mark.index)
        return start..<max(start, Int(event.pointee.end_mark.index))
    }

    private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }

    private var failure: Failure {
        let stage: Failure.Stage =
            switch parser.pointee.error {
            case YAML_READER_ERROR: .characters
            case YAML_SCANNER_ERROR: .tokens
            default: .structure
            }
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
        return Failure(
            stage: stage, problem: problem, line: Int(parser.pointee.problem_mark.line),
            contextLine: Int(parser.pointee.context_mark.line))
    }
}
