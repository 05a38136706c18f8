import Testing
import YAML

@testable import Installation

@Suite struct SettingPathTests {
    @Test(arguments: ["", ".", "a[0", "a[-1]", "a[x]"]) func whatIsNoPathIsSaid(_ text: String) {
        #expect(throws: InstallationError.self) { try SettingPath(text) }
    }

    @Test(arguments: [
        ("a.b", "a.b: there is a whole number where the path needs a map"),
        ("a[0]", "a[0]: there is a whole number where the path needs a list"),
        ("l[name:z].x", "l[name:z].x: no element has name \"z\""),
    ])
    func whatDoesNotFitIsSaid(_ path: String, _ message: String) throws {
        var node: Node = ["a": 1, "l": [["name": "y"]]]
        #expect(throws: InstallationError(message)) { try node.set(2, at: SettingPath(path)) }
        #expect(node == ["a": 1, "l": [["name": "y"]]])
    }

    @Test func listsKeepWhatTheyHold() throws {
        var node: Node = ["l": ["x", "y"]]
        try node.set("z", at: SettingPath("l[1]"))
        try node.set("w", at: SettingPath("l[9]"))
        #expect(node == ["l": ["x", "z", "w"]])
        #expect(try node.setting(at: SettingPath("l[2]")) == "w")
        #expect(try node.setting(at: SettingPath("l[3]")) == nil)
    }
}
