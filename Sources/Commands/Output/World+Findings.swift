import Diagnostics
import Kubernetes
import YAML

extension World {
    /// Findings as text for a sink: in colour and with excerpts of the inputs where a person reads them.
    func text(_ findings: [Diagnostic], of sources: [Source], _ color: ColorChoice, on sink: TextSink)
        -> String
    {
        if findings.isEmpty { return "" }
        guard sink.isTerminal else {
            let text = TextRenderer(usesColor: usesColor(color, on: sink)).text(findings)
            return isOnRunner ? text.escapingWorkflowCommands : text
        }
        let renderer = TextRenderer(usesColor: usesColor(color, on: sink)) { name in
            sources.first { $0.name == name }?.text
        }
        return renderer.text(findings)
    }

    /// The text of a file that a flag names.
    func text(ofFile path: String) throws -> String {
        String(decoding: try environment.files.read(path, limit: FileOptions.sizeLimit), as: UTF8.self)
    }
}
