import Template
import TestSupport
import Testing
import YAML

/// What Go 1.27's text/template does with templates, data and options of every kind.
@Suite struct TextConformanceTests {
    @Test(arguments: RecordedTemplate.textGroups) func agreesWithGo(_ group: String) throws {
        for recorded in try RecordedTemplate.all(of: group) {
            do {
                let output = try render(recorded)
                #expect(recorded.expected == output, "\(recorded.id): \(recorded.template)")
            } catch {
                expectSame(error, recorded)
            }
        }
    }

    private func render(_ recorded: RecordedTemplate) throws(TemplateError) -> String {
        let name = recorded.option("name") ?? "t"
        let delimiters = recorded.node[["options", "delims"]]?.list?.compactMap(\.string) ?? []
        var set = TemplateSet(
            name, functions: HostFunctions.table,
            missingKey: recorded.option("missingkey").flatMap(MissingKey.init) ?? .default)
        if delimiters.count == 2 { set.delimiters = Delimiters(delimiters[0], delimiters[1]) }
        for other in recorded.node["associated"]?.list ?? [] {
            try set.parse(other["name"]?.string ?? "", Text(other["text"]?.string ?? ""))
        }
        try set.parse(name, Text(recorded.template))
        let data = TypedData(hasInts: recorded.option("numbers") == "int")
            .value(recorded.node["data"] ?? .null)
        return String(decoding: try set.render(recorded.option("exec") ?? name, data), as: UTF8.self)
    }

    private func expectSame(_ error: TemplateError, _ recorded: RecordedTemplate) {
        let title = "\(recorded.id): \(recorded.template)"
        #expect(recorded.expected == nil, "\(title) failed: \(error.message)")
        #expect(error.phase == (recorded.phase == "exec" ? .execute : .parse), "\(title)")
        #expect(error.message.contains(recorded.wantedMessage), "\(title)")
        // Where Go would name types that only it has, the short form is all that counts.
        if let full = recorded.fullMessage, !full.contains("struct {"), full.contains(recorded.wantedMessage)
        {
            #expect(error.message == full, "\(title)")
        }
    }
}
