import TestSupport
import Testing
import YAML

@testable import Commands

/// What CI systems read from this repository is what they expect, and calls flags that exist.
@Suite struct ShippedFilesTests {
    private func node(_ path: String) throws -> Node {
        let bytes = try #require(Repository.bytes(of: "\(Repository.root)/\(path)"))
        let documents = YAMLReader.documents(in: Source(name: path, text: bytes))
        #expect(documents.count == 1 && documents[0].problems.isEmpty)
        return documents[0].root
    }

    private func expectKnown(_ words: [String], _ command: String) {
        let flags = KnownCommands.own(command) + KnownCommands.global
        for word in words where word.hasPrefix("--") {
            let name = word.dropFirst(2).prefix { $0 != "=" }
            #expect(flags.contains { $0.name == name }, "\(command) has no flag --\(name)")
        }
    }

    @Test func preCommitHooks() throws {
        let hooks = try #require(try node(".pre-commit-hooks.yaml").list)
        #expect(hooks.compactMap { $0["id"]?.string } == ["istioctl-validate", "istioctl-analyze"])
        for hook in hooks {
            let words = (hook["entry"]?.string ?? "").split(separator: " ").map(String.init)
            #expect(words.count > 1 && words[0] == "istioctl")
            #expect(["validate", "analyze"].contains(words[1]))
            expectKnown(words, words[1])
            #expect(hook["name"]?.string != nil && hook["language"] == "system")
        }
    }

    @Test func theAction() throws {
        let action = try node("action.yml")
        #expect(action[["runs", "using"]] == "composite")
        let step = try #require(action[["runs", "steps"]]?.list?.first)
        let script = try #require(step["run"]?.string)
        #expect(step["shell"] == "bash")
        // Inputs reach the script as variables only.
        #expect(!script.contains("${{"))
        for entry in action["inputs"]?.map ?? [] {
            let used = step["env"]?.map?.contains { $0.value.string == "${{ inputs.\(entry.key) }}" }
            #expect(used == true, "input \(entry.key) is not used")
            #expect(entry.value["description"]?.string?.hasSuffix(".") == true)
        }
        let words = script.split { " \n()\"".contains($0) }.map(String.init).filter { $0.hasPrefix("--") }
        #expect(words.count >= 3)
        expectKnown(words, "analyze")
        expectKnown(words, "validate")
    }

    /// The example of the documentation is a configuration that is accepted.
    @Test func theDocumentedConfigurationIsRight() async throws {
        let bytes = try #require(Repository.bytes(of: "\(Repository.root)/docs/ci.md"))
        let page = String(decoding: bytes, as: UTF8.self)
        let start = try #require(page.firstRange(of: "```yaml\napiVersion: istioctl/v1")).lowerBound
        let example = page[start...].dropFirst(8).prefix { $0 != "`" }
        let world = TestWorld(files: ["a.yaml": "", ".istioctl.yaml": String(example)])
        #expect(await world.run("validate", "a.yaml") == .done)
        #expect(world.errors == "")
    }
}
