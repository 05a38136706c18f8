import Schema
import YAML

/// A list as JSON, put together from stored bytes: objects that nobody looks into are not parsed.
struct ListWriter {
    private let target: APITarget
    private let head: [UInt8]
    /// Full pieces of the text between the list's own metadata and its end.
    private var pieces: [[UInt8]] = []
    private var piece: [UInt8] = []
    private var isEmpty = true

    /// About how long a piece gets, in bytes.
    private static let size = 256 << 10

    init(_ target: APITarget) {
        self.target = target
        head = StoredObject.head(apiVersion: target.apiVersion, kind: target.kind.name)
    }

    mutating func append(_ object: StoredObject) {
        if !isEmpty { piece.append(UInt8(ascii: ",")) }
        isEmpty = false
        object.append(to: &piece, head: head)
        guard piece.count >= Self.size else { return }
        pieces.append(piece)
        piece = []
        piece.reserveCapacity(Self.size + Self.size / 8)
    }

    /// The whole list.
    consuming func end(_ end: ListEnd) -> [[UInt8]] {
        let kind = target.kind.name
        var start = Array(#"{"apiVersion":"\#(target.apiVersion)","kind":"\#(kind)List","metadata":"#.utf8)
        start += JSONWriter.bytes(end.metadata)
        start += Array(#","items":["#.utf8)
        piece += Array("]}".utf8)
        guard !pieces.isEmpty else { return [start + piece] }
        pieces.append(piece)
        return [start] + pieces
    }
}
