import TestSupport
import YAML

/// A template with the recorded result of Go or Helm, of `../shared/conformance/go-template`.
struct RecordedTemplate {
    let id: String
    let node: Node

    static let folder = Repository.root + "/../shared/conformance/go-template"

    static let textGroups = [
        "builtins", "comments", "compare", "control", "define", "errors-exec", "errors-parse", "fields",
        "literals", "logic", "missingkey", "print", "printf", "range", "trim", "variables",
    ].map { "text-" + $0 }

    /// The cases of a group; none, with a note, where the recordings are not at hand.
    static func all(of group: String) throws -> [RecordedTemplate] {
        guard let bytes = Repository.bytes(of: "\(folder)/\(group).jsonl") else {
            print("note: the recorded templates of the group \(group) are absent, nothing is compared")
            return []
        }
        return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
            let node = try JSONReader.node(Array(line))
            return RecordedTemplate(id: node["id"]?.string ?? "", node: node)
        }
    }

    var template: String { node["template"]?.string ?? "" }
    var expected: String? { node["expect"]?.string }
    var phase: String? { node[["error", "phase"]]?.string }
    var wantedMessage: String { node[["error", "contains"]]?.string ?? "" }
    var fullMessage: String? { node[["error", "full"]]?.string }

    func option(_ name: String) -> String? { node[["options", name]]?.string }
}
