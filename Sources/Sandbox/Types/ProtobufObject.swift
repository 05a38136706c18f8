import Kubernetes
import YAML

/// Reads an object of Kubernetes' own kinds in protocol buffers, which clients of Go send for what they make
/// themselves (`application/vnd.kubernetes.protobuf`).
///
/// An envelope names the kind; its content is read by the tables of `KubernetesTypes`. Fields that they do
/// not have are passed over, as protocol buffers demand.
struct ProtobufObject {
    struct Problem: Error {
        let text: String
    }

    /// Messages within messages; no type of Kubernetes comes near.
    private static let deepest = 64
    private static let magic: [UInt8] = [0x6B, 0x38, 0x73, 0x00]

    static func node(_ bytes: [UInt8]) throws(Problem) -> Node {
        guard bytes.starts(with: magic) else {
            throw Problem(text: "the body does not begin as protobuf does")
        }
        var apiVersion = ""
        var kind = ""
        var content: ArraySlice<UInt8> = []
        var reader = ProtobufReader(bytes[4...])
        while let (number, value) = try reader.next() {
            switch (number, value) {
            case (1, .bytes(let type)):
                var inner = ProtobufReader(type)
                while let (number, value) = try inner.next() {
                    if number == 1 { apiVersion = value.text }
                    if number == 2 { kind = value.text }
                }
            case (2, .bytes(let raw)): content = raw
            default: break
            }
        }
        guard let type = KubernetesTypes.message(apiVersion: apiVersion, kind: kind) else {
            throw Problem(text: "the kind \(kind) of \(apiVersion) is not known in protobuf; send it as JSON")
        }
        let fields = try map(content, type, depth: 0)
        return Node([.init("apiVersion", Node(apiVersion)), .init("kind", Node(kind))] + (fields.map ?? []))
    }

    private static func map(_ bytes: ArraySlice<UInt8>, _ type: MessageType, depth: Int) throws(Problem)
        -> Node
    {
        guard depth < deepest else { throw Problem(text: "messages are nested too deeply") }
        var result = Node.emptyMap
        var reader = ProtobufReader(bytes)
        while let (number, value) = try reader.next() {
            guard let field = type.field(number: number) else { continue }
            switch field.type {
            case .list(let item):
                guard let node = try node(value, item, depth) else { continue }
                result.set(field.name, Node((result[field.name]?.list ?? []) + [node]))
            case .map(let item):
                guard case .bytes(let entry) = value else { continue }
                let (key, node) = try pair(entry, item, depth)
                var entries = result[field.name] ?? .emptyMap
                entries.set(key, node)
                result.set(field.name, entries)
            default:
                guard let node = try node(value, field.type, depth) else { continue }
                if field.isInline {
                    for entry in node.map ?? [] { result.set(entry.key, entry.value) }
                } else if field.isOptional || field.isRequired || !node.isZero {
                    result.set(field.name, node)
                }
            }
        }
        return result
    }

    private static func pair(
        _ bytes: ArraySlice<UInt8>, _ item: MessageType.FieldType, _ depth: Int
    ) throws(Problem) -> (String, Node) {
        var key = ""
        var node = item == .string ? Node("") : .null
        var reader = ProtobufReader(bytes)
        while let (number, value) = try reader.next() {
            if number == 1 { key = value.text }
            guard number == 2 else { continue }
            if case .list(let inner) = item, case .bytes(let list) = value {
                // A list as a value is a message of its own.
                node = Node(try items(list, inner, depth))
            } else if let found = try self.node(value, item, depth) {
                node = found
            }
        }
        return (key, node)
    }

    private static func items(
        _ bytes: ArraySlice<UInt8>, _ item: MessageType.FieldType, _ depth: Int
    ) throws(Problem) -> [Node] {
        var items: [Node] = []
        var reader = ProtobufReader(bytes)
        while let (number, value) = try reader.next() {
            if number == 1, let node = try node(value, item, depth) { items.append(node) }
        }
        return items
    }

    /// nil for what says nothing: a time that is not set.
    private static func node(
        _ value: ProtobufReader.Value, _ type: MessageType.FieldType, _ depth: Int
    ) throws(Problem) -> Node? {
        switch (type, value) {
        case (.string, .bytes): return Node(value.text)
        case (.bytes, .bytes(let bytes)): return Node(Base64.encode(Array(bytes)))
        case (.bool, .number(let number)): return Node(number != 0)
        case (.int, .number(let number)): return Node(Int64(bitPattern: number))
        case (.double, .number(let bits)): return Node(.double(Double(bitPattern: bits)))
        case (.message(let reference), .bytes(let bytes)):
            guard let message = reference.type else { return nil }
            return try map(bytes, message, depth: depth + 1)
        case (.quantity, .bytes(let bytes)): return Node(try field(1, in: bytes)?.text ?? "0")
        case (.time, .bytes(let bytes)), (.microTime, .bytes(let bytes)):
            return try time(bytes, hasFraction: type == .microTime)
        case (.intOrString, .bytes(let bytes)):
            let isText = try field(1, in: bytes)?.number == 1
            if isText { return Node(try field(3, in: bytes)?.text ?? "") }
            return Node(Int64(bitPattern: try field(2, in: bytes)?.number ?? 0))
        case (.duration, .bytes(let bytes)):
            let nanoseconds = Int64(bitPattern: try field(1, in: bytes)?.number ?? 0)
            return Node("\(nanoseconds / 1_000_000_000)s")
        case (.raw, .bytes(let bytes)):
            guard case .bytes(let text)? = try field(1, in: bytes) else { return nil }
            return try? JSONReader.node(Array(text))
        default: return nil
        }
    }

    private static func time(_ bytes: ArraySlice<UInt8>, hasFraction: Bool) throws(Problem) -> Node? {
        let seconds = Int64(bitPattern: try field(1, in: bytes)?.number ?? 0)
        let nanoseconds = try field(2, in: bytes)?.number ?? 0
        // Years 1 to 9999, as RFC 3339 has them; the first instant of all stands for none.
        guard (-62_135_596_799...253_402_300_799).contains(seconds), seconds != 0 || nanoseconds != 0 else {
            return nil
        }
        let text = Timestamp.text(seconds)
        guard hasFraction else { return Node(text) }
        let digits = String(min(nanoseconds, 999_999_999) / 1_000)
        return Node(
            text.dropLast() + "." + String(repeating: "0", count: 6 - digits.utf8.count) + digits + "Z")
    }

    private static func field(_ number: Int, in bytes: ArraySlice<UInt8>) throws(Problem)
        -> ProtobufReader.Value?
    {
        var found: ProtobufReader.Value?
        var reader = ProtobufReader(bytes)
        while let (name, value) = try reader.next() { if name == number { found = value } }
        return found
    }
}

extension Node {
    /// What Go leaves out of JSON.
    fileprivate var isZero: Bool {
        switch content {
        case .null: true
        case .bool(let value): !value
        case .int(let value): value == 0
        case .double(let value): value == 0
        case .string(let value): value.isEmpty
        case .map(let entries): entries.isEmpty
        default: false
        }
    }
}
