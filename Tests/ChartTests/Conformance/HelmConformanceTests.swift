import TestSupport
import Testing

/// What Helm 4 renders for charts of one template.
@Suite struct HelmConformanceTests {
    static let groups = [
        "helm-flow", "helm-include-tpl", "helm-objects", "helm-files", "helm-regex", "helm-semver",
        "helm-date", "helm-duration", "helm-path-url", "helm-encoding", "helm-strings",
        "helm-string-lists", "helm-math", "helm-convert", "helm-lists", "helm-dicts", "helm-defaults",
        "helm-reflect", "helm-format", "helm-sidecar-style", "helm-toyaml",
        "helm-toyamlpretty", "helm-toml", "helm-json", "helm-yaml-parse",
    ]

    @Test(arguments: groups) func agreesWithHelm(_ group: String) throws {
        for recorded in try RecordedTemplate.all(of: group) {
            let title = "\(recorded.id): \(recorded.template)"
            do {
                let output = try HelmCase(recorded: recorded).render()
                #expect(recorded.expected == output, "\(title)")
            } catch {
                #expect(recorded.expected == nil, "\(title) failed: \(error.message)")
                #expect(error.message.contains(recorded.wantedMessage), "\(title)")
                if let full = recorded.fullMessage { #expect("Error: " + error.message == full, "\(title)") }
            }
        }
    }
}
