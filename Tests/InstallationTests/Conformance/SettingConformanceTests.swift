import TestSupport
import Testing
import YAML

@testable import Installation

/// Paths, values of flags and merging, as upstream's code has them.
@Suite struct SettingConformanceTests {
    @Test func settingsAgree() throws {
        for recorded in try ManifestCase.all(of: "values") {
            let node = recorded.node
            do {
                let result = try Self.result(of: recorded)
                #expect(node["error"]?.bool != true, "\(recorded.id)")
                #expect(result?.comparable == node["out"]?.comparable, "\(recorded.id)")
            } catch {
                #expect(node["error"]?.bool == true, "\(recorded.id): \(error)")
            }
        }
    }

    private static func result(of recorded: ManifestCase) throws -> Node? {
        let node = recorded.node
        var base = node["base"] ?? .emptyMap
        switch recorded.text("op") {
        case "setPath":
            try base.set(node["value"] ?? .null, at: SettingPath(recorded.text("path") ?? ""))
            return base
        case "getPath": return try base.setting(at: SettingPath(recorded.text("path") ?? ""))
        case "parseValue": return SettingFlag.value(recorded.text("text") ?? "")
        case "merge": return base.overlaid(by: node["other"] ?? .emptyMap)
        default:
            for text in (node["sets"]?.list ?? []).compactMap(\.string) {
                let flag = try SettingFlag(text)
                try base.set(flag.value, at: SettingPath("spec." + flag.path.text))
            }
            return base
        }
    }
}
