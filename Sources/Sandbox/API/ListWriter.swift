import Schema
import YAML

/// A list as JSON, put together from stored bytes: objects that nobody looks into are not parsed.
struct ListWriter {
    let target: APITarget

    init(_ target: APITarget) { self.target = target }

    func bytes(_ objects: [StoredObject], revision: Int64, continueToken: String?) -> [UInt8] {
        let metadata = Self.metadata(revision, continueToken)
        let kind = target.kind.name
        var bytes = Array(#"{"apiVersion":"\#(target.apiVersion)","kind":"\#(kind)List","metadata":"#.utf8)
        bytes += JSONWriter.bytes(metadata)
        bytes += Array(#","items":["#.utf8)
        for (index, object) in objects.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += object.bytes(apiVersion: target.apiVersion, kind: kind)
        }
        bytes += Array("]}".utf8)
        return bytes
    }

    static func metadata(_ revision: Int64, _ continueToken: String?) -> Node {
        var metadata: Node = ["resourceVersion": Node(String(revision))]
        if let continueToken { metadata.set("continue", Node(continueToken)) }
        return metadata
    }
}
