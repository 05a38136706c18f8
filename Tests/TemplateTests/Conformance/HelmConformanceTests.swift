import Template
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
    private static let functions = FunctionTable.helm

    @Test(arguments: groups) func agreesWithHelm(_ group: String) throws {
        var skipped = 0
        for recorded in try RecordedTemplate.all(of: group) {
            let title = "\(recorded.id): \(recorded.template)"
            do {
                let output = try HelmCase(recorded: recorded, functions: Self.functions).render()
                #expect(recorded.expected == output, "\(title)")
            } catch  where Self.isUnknownFunction(error, recorded) {
                skipped += 1
            } catch {
                #expect(recorded.expected == nil, "\(title) failed: \(error.message)")
                #expect(error.message.contains(recorded.wantedMessage), "\(title)")
                if let full = recorded.fullMessage { #expect("Error: " + error.message == full, "\(title)") }
            }
        }
        if skipped > 0 {
            print("note: \(skipped) templates of \(group) use functions that are not there yet")
        }
    }

    /// Whether a template failed for want of a function that Helm has, and the recording does not want it to.
    private static func isUnknownFunction(_ error: TemplateError, _ recorded: RecordedTemplate) -> Bool {
        guard error.message.hasSuffix("not defined") else { return false }
        return !error.message.contains(recorded.wantedMessage) || recorded.expected != nil
    }
}
