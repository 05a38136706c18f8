import Testing

@testable import Commands

@Suite struct ArgumentDialectTests {
    @Test(arguments: [
        // Root flags stand anywhere, in every spelling.
        (["-n", "books", "version"], ["version", "--namespace=books"]),
        (["version", "-nbooks"], ["version", "--namespace=books"]),
        (["version", "-n=books"], ["version", "--namespace=books"]),
        (["--namespace=books", "version", "--short"], ["version", "--namespace=books", "--short"]),
        (["version", "-ojson"], ["version", "--output=json"]),
        // Switches take cobra's values.
        (["version", "--remote=false"], ["version", "--no-remote"]),
        (["version", "--short=true"], ["version", "--short"]),
        (["version", "--short=0"], ["version"]),
        // Values may look like flags.
        (["version", "--context", "-x"], ["version", "--context=-x"]),
        // Help, however it is asked for.
        (["help", "version"], ["version", "--help"]),
        (["-n", "books", "help", "version"], ["version", "--help"]),
        (["sandbox", "help", "up"], ["sandbox", "up", "--help"]),
        (["help", "sandbox", "up"], ["sandbox", "up", "--help"]),
        (["help"], ["--help"]),
        (["version", "-sh"], ["version", "--help"]),
        (["-h"], ["--help"]),
        ([], ["--help"]),
        (["sandbox"], ["sandbox", "--help"]),
        (["sandbox", "down"], ["sandbox", "down"]),
        // Everything behind -- is an argument.
        (["completion", "--", "bash"], ["completion", "--", "bash"]),
        (["--", "completion", "bash"], ["completion", "--", "bash"]),
        (["completion", "bash"], ["completion", "--", "bash"]),
    ])
    func translates(_ words: [String], _ expected: [String]) throws {
        let call = try ArgumentDialect.translate(words)
        #expect(call.path.names + call.words + (call.wantsHelp ? ["--help"] : []) == expected)
    }

    @Test(arguments: [
        (["frobnicate"], "unknown command \"frobnicate\" for \"istioctl\"\nRun 'istioctl --help' for usage."),
        (
            ["vers"],
            "unknown command \"vers\" for \"istioctl\"\n\nDid you mean this?\n\tversion\n\nRun 'istioctl --help' for usage."
        ),
        (["--bogus"], "unknown flag: --bogus"),
        (["version", "--shrot"], "unknown flag: --shrot\nDid you mean --short?"),
        (["version", "-x"], "unknown shorthand flag: 'x' in -x"),
        (["-n"], "flag needs an argument: 'n' in -n"),
        (["--namespace"], "flag needs an argument: --namespace"),
        (["version", "--short=maybe"], "invalid argument \"maybe\" for \"--short\" flag: use true or false"),
    ])
    func refuses(_ words: [String], _ message: String) {
        #expect(throws: Failure.usage(message)) { _ = try ArgumentDialect.translate(words) }
    }
}
