package import YAML

/// A template with the recorded result of Go or Helm, of `../shared/conformance/go-template`.
package struct RecordedTemplate {
    package let id: String
    package let node: Node

    package static let folder = Repository.root + "/../shared/conformance/go-template"

    package static let textGroups = [
        "builtins", "comments", "compare", "control", "define", "errors-exec", "errors-parse", "fields",
        "literals", "logic", "missingkey", "print", "printf", "range", "trim", "variables",
    ].map { "text-" + $0 }

    /// The cases of a group; none, with a note, where the recordings are not at hand.
    package static func all(of group: String) throws -> [RecordedTemplate] {
        guard let bytes = Repository.bytes(of: "\(folder)/\(group).jsonl") else {
            print("note: the recorded templates of the group \(group) are absent, nothing is compared")
            return []
        }
        return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
            let node = try JSONReader.node(Array(line))
            return RecordedTemplate(id: node["id"]?.string ?? "", node: node)
        }
    }

    package var template: String { node["template"]?.string ?? "" }
    package var expected: String? { node["expect"]?.string }
    package var phase: String? { node[["error", "phase"]]?.string }
    package var wantedMessage: String { node[["error", "contains"]]?.string ?? "" }
    package var fullMessage: String? { node[["error", "full"]]?.string }

    package func option(_ name: String) -> String? { node[["options", name]]?.string }
}
