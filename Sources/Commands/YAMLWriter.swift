import YAML

/// Stands in until the YAML module has its writer: JSON is YAML too.
enum YAMLWriter {
    static func text(_ node: Node) -> String { JSONWriter.text(node, style: .pretty) + "\n" }
}
