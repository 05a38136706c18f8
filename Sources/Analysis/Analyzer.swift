package import YAML

/// One check of a mesh as a whole: what it is called, what it reads and may find, the check, and examples.
package struct Analyzer: Sendable {
    /// A small mesh. Each marker (`1️⃣`, `2️⃣` …) stands where the finding with the code of that order is
    /// expected; without codes nothing is found.
    package struct Example: Sendable {
        package let text: String
        package let codes: [AnalysisCode]
        /// Mesh configuration that the example needs.
        package let meshConfig: Node

        init(_ text: String, _ codes: AnalysisCode..., meshConfig: Node = .emptyMap) {
            self.text = text
            self.codes = codes
            self.meshConfig = meshConfig
        }
    }

    /// Istio 1.30's name for it: `virtualservice.GatewayAnalyzer`.
    package let name: String
    /// One sentence, ending in a period.
    package let summary: String
    package let reads: [ObjectType]
    package let codes: [AnalysisCode]
    package let examples: [Example]
    let run: @Sendable (MeshSnapshot, inout AnalysisReport) -> Void

    init(
        _ name: String, _ summary: String, reads: [ObjectType], codes: [AnalysisCode],
        _ run: @escaping @Sendable (MeshSnapshot, inout AnalysisReport) -> Void,
        examples: () -> [Example] = { [] }
    ) {
        self.name = name
        self.summary = summary
        self.reads = reads
        self.codes = codes
        self.run = run
        self.examples = examples()
    }
}
