import Testing

@testable import Sandbox

/// What kubectl does in containers, by both versions.
@Suite(.serialized, .timeLimit(.minutes(2))) struct KubectlExecTests {
    @Test(arguments: Stranger.kubectls) func execTellsOutputErrorsAndStatus(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await StreamingPod.with { sandbox in
            let good = try await kubectl.run(["exec", "web", "--", "echo", "a b"], sandbox)
            #expect(good.status == 0 && good.text == "a b\n", "\(good.text)")
            let bad = try await kubectl.run(
                ["exec", "web", "--", "sh", "-c", "echo out; echo err >&2; exit 3"], sandbox)
            #expect(
                bad.status == 3 && bad.text == "out\nerr\ncommand terminated with exit code 3\n",
                "\(bad)")
            let absent = try await kubectl.run(["exec", "web", "--", "/no/such"], sandbox)
            #expect(absent.status == 1 && absent.text.contains("no program /no/such"), "\(absent)")
        }
    }

    @Test(arguments: Stranger.kubectls) func inputPassesThrough(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await StreamingPod.with { sandbox in
            let line = String(repeating: "0123456789abcde", count: 64) + "\n"
            let input = String(repeating: line, count: 10 << 10)
            let echoed = try await kubectl.run(["exec", "-i", "web", "--", "cat"], sandbox, input: input)
            #expect(echoed.status == 0 && echoed.text == input, "\(echoed.text.utf8.count) bytes")
            let counted = try await kubectl.run(
                ["exec", "-i", "web", "--", "wc", "-c"], sandbox, input: "abc")
            #expect(counted.text == "3\n", "\(counted.text)")
            let heard = try await kubectl.run(["attach", "-i", "web"], sandbox, input: "you\n")
            #expect(heard.status == 0 && heard.text.contains("heard you\n"), "\(heard)")
        }
    }

    @Test(arguments: Stranger.kubectls) func refusalsSayWhy(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await StreamingPod.with { sandbox in
            let absent = try await kubectl.run(["exec", "absent", "--", "true"], sandbox)
            #expect(
                absent.status == 1 && absent.text.contains("pods \"absent\" not found"), "\(absent.text)")
            let early = try await kubectl.run(["exec", "early", "--", "true"], sandbox)
            #expect(
                early.status == 1 && early.text.contains("pod early does not run: its phase is Pending"),
                "\(early.text)")
            let wrong = try await kubectl.run(["exec", "pair", "-c", "third", "--", "true"], sandbox)
            #expect(wrong.status == 1 && wrong.text.contains("third"), "\(wrong.text)")
            let second = try await kubectl.run(["exec", "pair", "-c", "second", "--", "echo", "x"], sandbox)
            #expect(second.status == 0 && second.text == "x\n", "\(second.text)")
        }
    }
}
