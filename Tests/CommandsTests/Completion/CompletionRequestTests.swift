import Testing

@testable import Commands

@Suite struct CompletionRequestTests {
    static let kubeconfig = """
        {"contexts": [{"name": "staging", "context": {}}, {"name": "production", "context": {}}],
         "clusters": [{"name": "east", "cluster": {"server": "http://127.0.0.1:1"}}],
         "users": [{"name": "ann", "user": {}}]}
        """

    private func complete(_ words: [String]) async throws -> String {
        let world = TestWorld(
            files: ["k": Self.kubeconfig], variables: ["HOME": "/home/ann", "KUBECONFIG": "k"])
        #expect(await world.run(["__completeNoDesc"] + words) == .done)
        #expect(world.errors.isEmpty)
        return world.output
    }

    @Test(arguments: [
        (["vers"], "version\n:4\n"),
        (["sandbox", "d"], "down\n:4\n"),
        (["-n", "books", "sandbox", "st"], "status\n:4\n"),
        (["version", "--sh"], "--short\n:4\n"),
        (["version", "-o", ""], "json\nyaml\n:4\n"),
        (["version", "--output=y"], "yaml\n:4\n"),
        (["version", "-o=y"], "yaml\n:4\n"),
        // A value right behind its letter is one word with it.
        (["version", "-oy"], "-oyaml\n:4\n"),
        (["version", "-oyaml", "--sh"], "--short\n:4\n"),
        // Of a switch and its opposite the switch is offered; flags for old scripts are not.
        (["version", "--rem"], "--remote\n:4\n"),
        (["version", "--no-"], ":4\n"),
        (["version", "--log"], ":4\n"),
        (["version", "--names"], "--namespace\n:4\n"),
        (["help", "vers"], "version\n:4\n"),
        (["--", "vers"], "version\n:4\n"),
        (["completion", ""], "bash\nfish\nzsh\n:4\n"),
        (["completion", "bash", ""], ":4\n"),
        (["version", "--context", ""], "production\nstaging\n:4\n"),
        (["version", "--context=st"], "staging\n:4\n"),
        (["version", "--cluster", ""], "east\n:4\n"),
        (["version", "--user", ""], "ann\n:4\n"),
        (["analyze", "--explain", "IST0101"], "IST0101\n:4\n"),
        (["analyze", "--suppress", "IST0101"], "IST0101=\n:4\n"),
        (["analyze", "--analyzer", "virtualservice.Gat"], "virtualservice.GatewayAnalyzer\n:4\n"),
        (["analyze", "-o", "sa"], "sarif\n:4\n"),
        // File names are the shell's business.
        (["version", "--kubeconfig", ""], ":0\n"),
        // Whatever is wrong, nothing is said.
        (["frobnicate", ""], ":4\n"),
        ([], "x"),
    ])
    func answers(_ words: [String], _ expected: String) async throws {
        if words.isEmpty { return #expect(try await complete([""]).contains("version\n")) }
        let lines = try await complete(words).split(separator: "\n").sorted()
        #expect(lines == expected.split(separator: "\n").sorted())
    }

    @Test func descriptionsFollowATab() async {
        let world = TestWorld()
        #expect(await world.run("__complete", "vers") == .done)
        #expect(world.output.hasPrefix("version\tPrint"))
    }

    @Test func anUnreachableClusterIsSilent() async throws {
        #expect(try await complete(["-n", ""]) == ":4\n")
    }
}
