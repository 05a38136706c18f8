import ArgumentParser
import YAML

/// How objects are written for `kubectl apply` and its like.
enum ManifestFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case yaml, json

    /// Documents between `---`, or in JSON one object or a `List`; ends with a line feed.
    func text(_ objects: [Node]) -> String {
        switch self {
        case .yaml: objects.map { YAMLWriter.text($0) }.joined(separator: "---\n")
        case .json:
            JSONWriter.text(
                objects.count == 1
                    ? objects[0] : ["apiVersion": "v1", "kind": "List", "items": Node(objects)],
                style: .pretty, escapesHTML: false) + "\n"
        }
    }
}

/// Names of files for objects.
enum ManifestName {
    /// `default-reviews-virtualservice`, of letters, digits and dashes only.
    static func of(_ object: Node) -> String {
        let parts = [
            object[["metadata", "namespace"]]?.string, object[["metadata", "name"]]?.string,
            object["kind"]?.string,
        ]
        let safe = parts.compactMap { $0 }.joined(separator: "-").lowercased().utf8.map { byte -> UInt8 in
            (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) ? byte : UInt8(ascii: "-")
        }
        return String(decoding: safe.prefix(200), as: UTF8.self)
    }
}
