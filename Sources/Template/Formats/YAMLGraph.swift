import YAML

/// A document of YAML as it is written: aliases still lead to what they stand for.
final class YAMLGraph {
    enum Content {
        case scalar(YAMLEvents.Scalar)
        case list([YAMLGraph])
        /// Keys and values in turn.
        case map([YAMLGraph])
        case alias(YAMLGraph)
    }

    var content: Content

    init(_ content: Content) { self.content = content }

    /// Whether this is a key that merges maps.
    var isMerge: Bool {
        guard case .scalar(let scalar) = content, scalar.text.elementsEqual("<<".utf8) else { return false }
        return scalar.isPlain || scalar.tag == "tag:yaml.org,2002:merge"
    }
}

/// Reads documents out of events.
struct YAMLGraphReader: ~Copyable {
    private var events: YAMLEvents
    private var anchors: [String: YAMLGraph] = [:]
    /// Lists and maps whose end has not come.
    private var open: Set<ObjectIdentifier> = []
    /// The anchor of a value that an alias would put into itself.
    private var cycle: String?
    private var depth = 0

    /// The text's characters, where it may have an escape that goyaml does not know.
    private let characters: [Unicode.Scalar]

    init(_ bytes: [UInt8]) {
        events = YAMLEvents(bytes)
        let hasSlash = zip(bytes, bytes.dropFirst()).contains { $0 == 0x5C && $1 == 0x2F }
        characters = hasSlash ? Array(String(decoding: bytes, as: UTF8.self).unicodeScalars) : []
    }

    /// The next document; nil behind the last.
    mutating func document() throws(FunctionError) -> YAMLGraph? {
        anchors = [:]
        while true {
            switch try next() {
            case .documentStart: break
            case .end: return nil
            default: continue
            }
            let root = try node(try next()) ?? YAMLGraph(.list([]))
            _ = try next()
            if let cycle { throw FunctionError("yaml: anchor '\(cycle)' value contains itself") }
            return root
        }
    }

    /// Nil for an event that ends a list or a map.
    private mutating func node(_ event: YAMLEvents.Event) throws(FunctionError) -> YAMLGraph? {
        switch event {
        case .scalar(let scalar):
            try checkEscapes(scalar)
            let node = YAMLGraph(.scalar(scalar))
            if let anchor = scalar.anchor { anchors[anchor] = node }
            return node
        case .alias(let name):
            guard let target = anchors[name] else {
                throw FunctionError("yaml: unknown anchor '\(name)' referenced")
            }
            if open.contains(ObjectIdentifier(target)) {
                cycle = cycle ?? name
                return YAMLGraph(.list([]))
            }
            return YAMLGraph(.alias(target))
        case .listStart(let anchor): return try collection(anchor) { .list($0) }
        case .mapStart(let anchor): return try collection(anchor) { .map($0) }
        default: return nil
        }
    }

    /// libyaml knows `\/` in double quotes, which JSON brought to YAML 1.2; goyaml 2 does not.
    private func checkEscapes(_ scalar: YAMLEvents.Scalar) throws(FunctionError) {
        guard scalar.isDoubleQuoted, !characters.isEmpty else { return }
        var isEscape = false
        for at in scalar.place.clamped(to: characters.indices) {
            if isEscape, characters[at] == "/" {
                let line = characters[..<at].count { $0 == "\n" } + 1
                let place = line > 1 ? "line \(line): " : ""
                throw FunctionError("yaml: \(place)found unknown escape character")
            }
            isEscape = characters[at] == "\\" && !isEscape
        }
    }

    private mutating func collection(
        _ anchor: String?, _ content: ([YAMLGraph]) -> YAMLGraph.Content
    ) throws(FunctionError) -> YAMLGraph {
        depth += 1
        defer { depth -= 1 }
        if depth > Limits.nesting {
            throw FunctionError("yaml: exceeded max depth of \(Limits.nesting)")
        }
        let node = YAMLGraph(.list([]))
        if let anchor { anchors[anchor] = node }
        open.insert(ObjectIdentifier(node))
        defer { open.remove(ObjectIdentifier(node)) }
        var items: [YAMLGraph] = []
        while let item = try self.node(try next()) { items.append(item) }
        node.content = content(items)
        return node
    }

    private mutating func next() throws(FunctionError) -> YAMLEvents.Event {
        do throws(YAMLEvents.Failure) {
            return try events.next()
        } catch {
            throw FunctionError(error.goyamlMessage)
        }
    }
}

extension YAMLEvents.Failure {
    /// goyaml counts lines from 0 and leaves the first unsaid, but those of the scanner are one more.
    fileprivate var goyamlMessage: String {
        var shown = 0
        if stage != .characters, line != 0 {
            shown = stage == .tokens ? line + 1 : line
        } else if stage != .characters {
            shown = contextLine
        }
        return "yaml: " + (shown > 0 ? "line \(shown): " : "") + problem
    }
}
