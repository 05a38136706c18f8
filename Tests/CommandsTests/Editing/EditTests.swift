import Kubernetes
import Sandbox
import Synchronization
import TestSupport
import Testing
import YAML

@testable import Commands

/// `edit` with editors that are functions of the text.
@Suite struct EditTests {
    /// What an editor saw and what it leaves, a step for each time it is opened.
    private final class Desk: Sendable {
        let seen = Mutex<[String]>([])
        let files = Mutex<MemoryFiles?>(nil)
        let steps: [@Sendable (String) -> String]

        init(_ steps: [@Sendable (String) -> String]) { self.steps = steps }

        func program() -> ScriptedProgram {
            ScriptedProgram { command in
                #expect(command.ownsTerminal && command.program == "ed")
                guard let path = command.arguments.last,
                    let text = self.files.withLock({ $0?.text(path) })
                else { return ProcessOutcome(exitStatus: 1, output: []) }
                let count = self.seen.withLock { seen in
                    seen.append(text)
                    return seen.count
                }
                let step = self.steps.dropFirst(count - 1).first ?? { $0 }
                try self.files.withLock { try $0?.replace(path, with: Array(step(text).utf8)) }
                return ProcessOutcome(exitStatus: 0, output: [])
            }
        }
    }

    private func edit(
        _ cluster: any Cluster, _ words: [String] = ["vs", "a"],
        _ steps: (@Sendable (String) -> String)...
    ) async -> (world: TestWorld, code: ExitCode, seen: [String]) {
        let desk = Desk(steps)
        let world = TestWorld(
            variables: ["KUBE_EDITOR": "ed --wait"], cluster: cluster, processes: desk.program())
        desk.files.withLock { $0 = world.files }
        let code = await world.run(["edit", "--server=http://test.invalid"] + words)
        return (world, code, desk.seen.withLock { $0 })
    }

    private func cluster(_ names: String...) async throws -> SandboxCluster {
        let cluster = try await SandboxCluster.inMemory()
        let text = names.map { ApplyTests.service($0) }.joined(separator: "---\n")
        let world = TestWorld(files: ["in.yaml": text], cluster: cluster)
        #expect(await world.run("create", "--server=http://test.invalid", "-f", "in.yaml") == .done)
        return cluster
    }

    private func hosts(_ name: String, on cluster: any Cluster) async throws -> Node? {
        let type = ResourceType(
            group: "networking.istio.io", version: "v1", plural: "virtualservices", kind: "VirtualService")
        return try await cluster.get(type, namespace: "default", name: name)[["spec", "hosts"]]
    }

    @Test func whatIsSavedIsSent() async throws {
        let cluster = try await cluster("a")
        let (world, code, seen) = await edit(cluster) { $0.replacing("- a\n", with: "- b\n") }
        #expect(code == .done && world.output == "virtualservice.networking.istio.io/a edited\n")
        #expect(try await hosts("a", on: cluster) == ["b"])
        #expect(seen.first?.hasPrefix("# Edit the object below") == true)
        #expect(seen.first?.contains("managedFields") == false)
    }

    @Test func jsonMayBeEditedToo() async throws {
        let cluster = try await cluster("a")
        let (_, code, _) = await edit(cluster, ["vs/a", "-o", "json"]) {
            $0.replacing("\"a\"\n", with: "\"b\"\n")
        }
        #expect(code == .done)
        #expect(try await hosts("a", on: cluster) == ["b"])
    }

    @Test(arguments: ["", "# only a comment\n"]) func anEmptyFileEndsTheEdit(_ text: String) async throws {
        let (world, code, _) = await edit(try await cluster("a")) { _ in text }
        #expect(code == .done && world.errors == "Edit cancelled, saved file was empty.\n")
    }

    @Test func nothingChangedIsNothingSent() async throws {
        let (world, code, _) = await edit(try await cluster("a"))
        #expect(code == .done && world.errors == "Edit cancelled, no changes made.\n" && world.output.isEmpty)
    }

    @Test func whatIsWrongIsOpenedAgainWithTheReason() async throws {
        let cluster = try await cluster("a")
        let (world, code, seen) = await edit(cluster, ["vs", "a"]) {
            $0.replacing("hosts:", with: "hots:")
        } _: {
            $0.replacing("hots:", with: "hosts:").replacing("- a\n", with: "- b\n")
        }
        #expect(code == .done, "\(world.errors)")
        #expect(seen.count == 2 && seen[1].contains("did you mean") && seen[1].contains("hots"))
        #expect(try await hosts("a", on: cluster) == ["b"])
    }

    @Test func whoGivesUpKeepsTheText() async throws {
        let cluster = try await cluster("a")
        let (world, code, _) = await edit(cluster) { $0.replacing("hosts:", with: "hots:") }
        #expect(code == .failed && world.errors.contains("no valid changes were saved"))
        let path = try #require(world.errors.split(separator: " ").first { $0.contains("istioctl-edit") })
        let file = String(path.split(separator: "\n")[0])
        #expect(world.files.text(file)?.contains("hots:") == true)
        #expect(try await hosts("a", on: cluster) == ["a"])
    }

    @Test(arguments: ["name: a\n", "kind: VirtualService\n", "namespace: default\n"])
    func identityCannotBeEdited(_ line: String) async throws {
        let other = line.hasPrefix("kind") ? "kind: Gateway\n" : line.replacing("\n", with: "x\n")
        let (world, code, seen) = await edit(try await cluster("a")) { $0.replacing(line, with: other) }
        #expect(code == .failed && world.output.isEmpty)
        #expect(seen.count == 2)
    }

    @Test func somebodyElsesChangeIsNotOverwritten() async throws {
        let cluster = try await cluster("a")
        let conflict = ClusterError.status(APIStatus(code: 409, reason: "Conflict", message: "modified"))
        let live = try await cluster.get(
            ResourceType(
                group: "networking.istio.io", version: "v1", plural: "virtualservices", kind: "VirtualService"
            ),
            namespace: "default", name: "a")
        let list: Node = ["groups": [["name": "networking.istio.io", "versions": [["version": "v1"]]]]]
        let recording = RecordingCluster(
            ["virtualservices/default/a": live], documents: ["/apis": list],
            failing: ["patch virtualservices/default/a": conflict])
        let (world, code, _) = await edit(recording) { $0.replacing("- a\n", with: "- b\n") }
        #expect(code == .failed && world.errors.contains("someone changed it meanwhile"), "\(world.errors)")
        #expect(world.errors.contains("your text is kept in"))
    }

    @Test func severalObjectsAreEditedAtOnce() async throws {
        let cluster = try await cluster("a", "b")
        let (world, code, _) = await edit(cluster, ["vs", "a", "b"]) {
            $0.replacing(
                "destination:\n              host: reviews", with: "destination:\n              host: r"
            )
            .replacing("    - a\n", with: "    - z\n")
        }
        #expect(code == .done, "\(world.errors)")
        #expect(world.output.contains("/a edited\n"))
    }

    @Test func anAbsentObjectOrEditorIsAFailure() async throws {
        let (world, code, seen) = await edit(try await cluster("a"), ["vs", "none"])
        #expect(code == .failed && world.errors.contains("not found") && seen.isEmpty)
        let bare = TestWorld(cluster: try await cluster("a"))
        #expect(await bare.run("edit", "vs", "a", "--server=http://test.invalid") == .failed)
        #expect(bare.errors.contains("there is no editor vi: set $KUBE_EDITOR or $EDITOR"))
    }

    @Test(arguments: [
        ("vi", ["vi"]), ("code --wait", ["code", "--wait"]),
        ("\"my editor\" -x 'a b'", ["my editor", "-x", "a b"]),
        ("a\"b\"c", ["abc"]), ("''", [""]),
    ])
    func editorsHaveArguments(_ command: String, _ words: [String]) throws {
        #expect(try Editor.split(command) == words)
    }
}
