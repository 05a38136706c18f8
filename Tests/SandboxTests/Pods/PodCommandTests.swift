import Testing
import YAML

@testable import Sandbox

@Suite struct PodCommandTests {
    @Test(arguments: [
        ("a b  c", ["a", "b", "c"]), ("'a b' c", ["a b", "c"]), (#""a \" b" 'c\d'"#, [#"a " b"#, #"c\d"#]),
        (#"a\ b"#, ["a b"]), (#""\n""#, [#"\n"#]), ("''", [""]), ("", []), ("a'b'\"c\"", ["abc"]),
    ])
    func wordsAreSplitAsAShellSplitsThem(text: String, words: [String]) {
        #expect(PodCommand.split(text) == words)
    }

    @Test(arguments: ["'a", "\"a", "a\\"])
    func openQuotesAreNoWords(text: String) { #expect(PodCommand.split(text) == nil) }

    private func pod(_ annotations: [String: String], containers: [String] = ["a", "b"]) -> Node {
        [
            "metadata": ["annotations": Node(annotations.map { Node.Entry($0.key, Node($0.value)) })],
            "spec": ["containers": Node(containers.map { ["name": Node($0)] })],
        ]
    }

    @Test func theFirstContainerIsMeantUnlessAnotherIs() throws {
        let name = PodCommand.annotation
        #expect(
            try PodCommand.all(of: pod([name: "x y"])) == [PodCommand(container: "a", words: ["x", "y"])])
        let standard = ["kubectl.kubernetes.io/default-container": "b", name: #"["x", "y z"]"#]
        #expect(try PodCommand.all(of: pod(standard)) == [PodCommand(container: "b", words: ["x", "y z"])])
        let both = try PodCommand.all(of: pod([name: "x", name + ".a": "y"]))
        #expect(both == [PodCommand(container: "a", words: ["y"])])
        #expect(try PodCommand.all(of: pod([:])).isEmpty)
    }

    @Test(arguments: [
        (PodCommand.annotation, ""), (PodCommand.annotation, "[1]"), (PodCommand.annotation, "'"),
        (PodCommand.annotation + ".c", "x"),
    ])
    func mistakesNameTheirAnnotation(annotation: String, value: String) {
        #expect {
            try PodCommand.all(of: pod([annotation: value]))
        } throws: { error in
            (error as? PodCommand.Problem)?.annotation == annotation
        }
    }
}
