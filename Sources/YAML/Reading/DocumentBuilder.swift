import CLibYAML
import Diagnostics

/// Builds one document at a time from libyaml's events. One builder serves many documents, so that its memory
/// is allocated once.
struct DocumentBuilder: ~Copyable {
    /// What stops a document.
    struct Stop: Error {
        let code: Code
        let message: String
        let mark: Mark
        var note: (message: String, mark: Mark)?
    }

    private struct Frame {
        let isMap: Bool
        let start: Int
        let mark: Mark
        let nodesBefore: Int
        let anchor: String?
        var height = 0
        var awaitsValue = false
        var merge: Int?
        var keys = KeySet()
    }

    private struct Anchor {
        let node: Node
        let nodes: Int
        let height: Int
    }

    private let source: Source
    private let limits: ReadLimits
    private var line: UInt32 = 0
    private var frames: [Frame] = []
    private var entries = NodeStack<Node.Entry>()
    private var elements = NodeStack<Node>()
    /// Nil while the anchored value is still open.
    private var anchors: [String: Anchor?] = [:]
    private var written = 0
    private var expanded = 0
    private(set) var root = Node.null
    private(set) var problems: [Diagnostic] = []

    init(_ source: Source, _ limits: ReadLimits) {
        self.source = source
        self.limits = limits
    }

    /// Begins a document; marks of its events count lines from `line`.
    mutating func begin(line: Int) {
        self.line = UInt32(truncatingIfNeeded: line)
        frames.removeAll(keepingCapacity: true)
        entries.removeAll()
        elements.removeAll()
        if !anchors.isEmpty { anchors = [:] }
        (written, expanded) = (0, 0)
        root = .null
        if !problems.isEmpty { problems = [] }
    }

    /// Ends the document early: what was read of it is not to be used.
    mutating func stop(_ stop: Stop) {
        root = .null
        let notes = stop.note.map { [Diagnostic.Note($0.message, at: source.position($0.mark))] } ?? []
        problems.append(
            Diagnostic(stop.code, .error, stop.message, at: source.position(stop.mark), notes: notes))
    }

    mutating func add(_ event: borrowing yaml_event_t) throws(Stop) {
        switch event.type {
        case YAML_SCALAR_EVENT: try scalar(event)
        case YAML_MAPPING_START_EVENT:
            try open(isMap: true, at: mark(event.start_mark), event.data.mapping_start.anchor)
        case YAML_SEQUENCE_START_EVENT:
            try open(isMap: false, at: mark(event.start_mark), event.data.sequence_start.anchor)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close()
        case YAML_ALIAS_EVENT: try alias(event)
        default: break
        }
    }

    func mark(_ mark: yaml_mark_t) -> Mark {
        Mark(
            line: UInt32(truncatingIfNeeded: mark.line) &+ 1 &+ line,
            column: UInt32(truncatingIfNeeded: mark.column) &+ 1)
    }
}

// MARK: Events

extension DocumentBuilder {
    private mutating func scalar(_ event: borrowing yaml_event_t) throws(Stop) {
        try scalar(
            Bytes(start: event.data.scalar.value, count: event.data.scalar.length),
            isPlain: event.data.scalar.plain_implicit != 0, at: mark(event.start_mark),
            event.data.scalar.tag, event.data.scalar.anchor)
    }

    mutating func scalar(
        _ text: Bytes, isPlain: Bool, at place: Mark, _ tag: UnsafeMutablePointer<yaml_char_t>? = nil,
        _ anchor: UnsafeMutablePointer<yaml_char_t>? = nil
    ) throws(Stop) {
        try count(1, at: place)
        guard text.count <= limits.scalarBytes else {
            throw Stop(.scalarLimit, "the value has more than \(limits.scalarBytes) bytes", place)
        }
        let content = try content(text, isPlain, tag, place)
        if anchor != nil {
            anchors[name(anchor)] = Anchor(node: Node(content, at: place), nodes: 1, height: 0)
        }
        guard expectsKey else { return complete(Node(content, at: place), height: 0) }
        try key(content, at: place)
        if isPlain, text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") {
            frames[frames.count - 1].merge = entries.count - 1
        }
    }

    private func content(
        _ text: Bytes, _ isPlain: Bool, _ tag: UnsafeMutablePointer<yaml_char_t>?, _ place: Mark
    ) throws(Stop) -> Node.Content {
        let content: Node.Content
        if let tag {
            do throws(TaggedScalar.Mismatch) {
                content = try TaggedScalar.resolve(String(cString: tag), text)
            } catch {
                throw Stop(.invalidValue, error.message, place)
            }
        } else {
            content =
                (isPlain ? PlainScalar.resolve(text) : nil) ?? .string(String(decoding: text, as: UTF8.self))
        }
        if case .double(let value) = content, !value.isFinite {
            throw Stop(
                .invalidValue, "infinities and NaN have no place in JSON, so they cannot be used", place)
        }
        return content
    }

    private var expectsKey: Bool {
        guard let frame = frames.last else { return false }
        return frame.isMap && !frame.awaitsValue
    }

    private mutating func key(_ content: Node.Content, at place: Mark) throws(Stop) {
        guard let key = spelling(ofKey: content) else {
            throw Stop(.invalidValue, "null cannot be a key", place)
        }
        let top = frames.count - 1
        let start = frames[top].start
        if let first = frames[top].keys.insert(key, among: entries.from(start)) {
            report(duplicate: key, at: place, first: entries[start + first].keyMark)
        }
        entries.push(Node.Entry(key, .null, at: place))
        frames[top].awaitsValue = true
    }

    private mutating func report(duplicate key: String, at place: Mark, first: Mark) {
        let note = Diagnostic.Note("the key stands here first", at: source.position(first))
        let message = "the key \"\(key.escapingControls)\" stands twice in one map"
        // A text may consist of nothing else: the first hundred are enough.
        guard problems.count < 100 else { return }
        problems.append(Diagnostic(.duplicateKey, .error, message, at: source.position(place), notes: [note]))
    }

    mutating func open(
        isMap: Bool, at place: Mark, _ anchor: UnsafeMutablePointer<yaml_char_t>? = nil
    ) throws(Stop) {
        if expectsKey { throw Stop(.invalidValue, "a list or a map cannot be a key", place) }
        guard frames.count < limits.depth else {
            throw Stop(.depthLimit, "lists and maps nest deeper than \(limits.depth) levels", place)
        }
        let nodesBefore = expanded
        try count(1, at: place)
        let anchor = anchor == nil ? nil : name(anchor)
        if let anchor { anchors[anchor] = .some(nil) }
        let start = isMap ? entries.count : elements.count
        frames.append(
            Frame(isMap: isMap, start: start, mark: place, nodesBefore: nodesBefore, anchor: anchor))
    }

    mutating func close() {
        guard let frame = frames.popLast() else { return }
        var node: Node
        if frame.isMap {
            node = Node(.map(entries.pop(from: frame.start)), at: frame.mark)
            if let merge = frame.merge { resolveMerge(&node, at: merge - frame.start) }
        } else {
            node = Node(.list(elements.pop(from: frame.start)), at: frame.mark)
        }
        let height = frame.height + 1
        if let anchor = frame.anchor {
            anchors[anchor] = Anchor(node: node, nodes: expanded - frame.nodesBefore, height: height)
        }
        complete(node, height: height)
    }

    private mutating func complete(_ node: consuming Node, height: Int) {
        let top = frames.count - 1
        guard top >= 0 else {
            root = node
            return
        }
        if frames[top].height < height { frames[top].height = height }
        if frames[top].isMap {
            entries.top.pointee.value = node
            frames[top].awaitsValue = false
        } else {
            elements.push(node)
        }
    }
}

// MARK: Aliases and merge keys

extension DocumentBuilder {
    private mutating func alias(_ event: borrowing yaml_event_t) throws(Stop) {
        let place = mark(event.start_mark)
        let name = name(event.data.alias.anchor)
        guard let known = anchors[name] else {
            throw Stop(
                .yamlSyntax, "there is no anchor \"\(name.escapingControls)\" before this alias", place)
        }
        guard let anchor = known else {
            throw Stop(.yamlSyntax, "the anchor \"\(name.escapingControls)\" would contain itself", place)
        }
        try count(anchor.nodes, written: 1, at: place)
        guard frames.count + anchor.height <= limits.depth else {
            throw Stop(.depthLimit, "lists and maps nest deeper than \(limits.depth) levels", place)
        }
        guard expectsKey else { return complete(anchor.node, height: anchor.height) }
        if anchor.height > 0 { throw Stop(.invalidValue, "a list or a map cannot be a key", place) }
        try key(anchor.node.content, at: place)
    }

    private mutating func count(_ nodes: Int, written more: Int = 1, at place: Mark) throws(Stop) {
        expanded += nodes
        written += more
        if expanded > limits.nodes {
            throw Stop(.nodeLimit, "the document has more than \(limits.nodes) values", place)
        }
        if expanded > limits.aliasFloor, expanded / limits.aliasRatio > written {
            let message =
                "aliases make the document more than \(limits.aliasRatio) times larger than it is written"
            throw Stop(.aliasLimit, message, place)
        }
    }

    /// Puts the merged maps' entries behind the map's own, which win, as earlier merged maps win over later
    /// ones.
    private mutating func resolveMerge(_ node: inout Node, at index: Int) {
        guard var own = node.map, own.indices.contains(index) else { return }
        let merged = own.remove(at: index)
        var known = Set(own.map(\.key))
        for map in merged.value.list ?? [merged.value] {
            guard let entries = map.map else {
                let message = "a merge key takes a map or a list of maps, not \(map.kindName)"
                problems.append(
                    Diagnostic(.invalidValue, .error, message, at: source.position(merged.value.mark)))
                return
            }
            for entry in entries where known.insert(entry.key).inserted { own.append(entry) }
        }
        node.content = .map(own)
    }

    private func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}

extension DocumentBuilder.Stop {
    init(_ code: Code, _ message: String, _ mark: Mark) {
        self.init(code: code, message: message, mark: mark)
    }
}

/// Keys are strings in JSON: others are spelled as the Go library spells them. Null is no key.
private func spelling(ofKey content: Node.Content) -> String? {
    switch content {
    case .string(let text): text
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .unsigned(let value): String(value)
    case .double(let value): FloatText.key(value)
    case .null, .list, .map: nil
    }
}
