import Diagnostics
import YAML

/// The YAML that a template made.
enum RenderedTemplate {
    /// Its document; null for none. A complaint names the line and shows it, for nobody has the text.
    static func document(_ bytes: [UInt8]) throws(InjectionError) -> Node {
        let source = Source(name: "template", text: bytes)
        let document = YAMLReader.documents(in: source).first
        guard let problem = document?.problems.first(where: { $0.severity == .error }) else {
            return document?.root ?? .null
        }
        let line = Int(problem.position?.mark.line ?? 0)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var message = "the rendered template is no YAML: line \(line): \(problem.message)"
        if lines.indices.contains(line - 1) {
            message += ": `\(String(decoding: lines[line - 1], as: UTF8.self).escapingControls)`"
        }
        throw InjectionError(message)
    }
}
