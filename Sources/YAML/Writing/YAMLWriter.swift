import CLibYAML

/// Writes nodes as kubectl and istioctl do: two spaces a level, list items at the column of their key, quotes
/// only where the text would mean something else, multi-line text as literal blocks, lines folded at 80
/// columns.
///
/// libyaml's emitter does the layout: the emitter of the Go library is a translation of it, so styles agree.
package enum YAMLWriter {
    /// Ends with a line feed. Keys are sorted in the natural order of the Go library unless `sortsKeys` is
    /// false.
    package static func text(_ node: Node, sortsKeys: Bool = true) -> String {
        var emitter = Emitter(sortsKeys: sortsKeys)
        emitter.document(node)
        return emitter.finish()
    }
}

private struct Emitter: ~Copyable {
    private final class Output {
        var bytes: [UInt8] = []
    }

    private let sortsKeys: Bool
    private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    private let output = Output()

    init(sortsKeys: Bool) {
        self.sortsKeys = sortsKeys
        yaml_emitter_initialize(emitter)
        yaml_emitter_set_unicode(emitter, 1)
        yaml_emitter_set_width(emitter, 80)
        let target = Unmanaged.passUnretained(output).toOpaque()
        yaml_emitter_set_output(
            emitter,
            { target, bytes, count in
                guard let target else { return 0 }
                let output = Unmanaged<Output>.fromOpaque(target).takeUnretainedValue()
                output.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
                return 1
            }, target)
    }

    deinit {
        yaml_emitter_delete(emitter)
        emitter.deallocate()
        event.deallocate()
    }

    mutating func document(_ node: Node) {
        yaml_stream_start_event_initialize(event, YAML_UTF8_ENCODING)
        emit()
        yaml_document_start_event_initialize(event, nil, nil, nil, 1)
        emit()
        write(node, isRoot: true)
        yaml_document_end_event_initialize(event, 1)
        emit()
        yaml_stream_end_event_initialize(event)
        emit()
    }

    consuming func finish() -> String {
        yaml_emitter_flush(emitter)
        // libyaml marks the end of a document whose last text keeps its line feeds; nothing follows here.
        let mark = Array("\n...\n".utf8)
        if output.bytes.suffix(mark.count) == mark[...] { output.bytes.removeLast(mark.count - 1) }
        if output.bytes.last != UInt8(ascii: "\n") { output.bytes.append(UInt8(ascii: "\n")) }
        return String(decoding: output.bytes, as: UTF8.self)
    }

    private mutating func emit() { yaml_emitter_emit(emitter, event) }

    private mutating func write(_ node: Node, isRoot: Bool = false) {
        switch node.content {
        case .null: scalar("null", YAML_PLAIN_SCALAR_STYLE)
        case .bool(let value): scalar(value ? "true" : "false", YAML_PLAIN_SCALAR_STYLE)
        case .int(let value): scalar(String(value), YAML_PLAIN_SCALAR_STYLE)
        case .unsigned(let value): scalar(String(value), YAML_PLAIN_SCALAR_STYLE)
        case .double(let value): scalar(FloatText.yaml(value), YAML_PLAIN_SCALAR_STYLE)
        case .string(let text): write(text, isRoot: isRoot)
        case .list(let elements):
            yaml_sequence_start_event_initialize(event, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE)
            emit()
            for element in elements { write(element) }
            yaml_sequence_end_event_initialize(event)
            emit()
        case .map(let entries):
            yaml_mapping_start_event_initialize(event, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE)
            emit()
            for entry in sortsKeys ? entries.sorted(by: { KeyOrder.precedes($0.key, $1.key) }) : entries {
                write(entry.key, isRoot: false)
                write(entry.value)
            }
            yaml_mapping_end_event_initialize(event)
            emit()
        }
    }

    private mutating func write(_ text: String, isRoot: Bool) {
        let style = TextStyle.style(of: text)
        // A literal at the root has no indentation that could be told from its own spaces.
        scalar(text, isRoot && style == YAML_LITERAL_SCALAR_STYLE ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : style)
    }

    private mutating func scalar(_ text: String, _ style: yaml_scalar_style_t) {
        var text = text
        text.withUTF8 { bytes in
            // The initializer wants an address even for nothing.
            withUnsafePointer(to: 0 as UInt8) { empty in
                _ = yaml_scalar_event_initialize(
                    event, nil, nil, bytes.baseAddress ?? empty, Int32(clamping: bytes.count), 1, 1, style)
            }
        }
        emit()
    }
}
