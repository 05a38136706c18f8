import Testing

@testable import Commands

@Suite struct ColorTests {
    @Test(
        arguments: [
            (ColorChoice.auto, [:], true, true),
            (.auto, [:], false, false),
            (.always, ["NO_COLOR": "1"], false, true),
            (.never, ["CLICOLOR_FORCE": "1"], true, false),
            (.auto, ["NO_COLOR": "1"], true, false),
            // An empty value is none.
            (.auto, ["NO_COLOR": ""], true, true),
            (.auto, ["TERM": "dumb"], true, false),
            (.auto, ["CLICOLOR": "0"], true, false),
            (.auto, ["CLICOLOR_FORCE": "1"], false, true),
            (.auto, ["CLICOLOR_FORCE": "0"], false, false),
            (.auto, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false),
        ] as [(ColorChoice, [String: String], Bool, Bool)])
    func isJudged(_ choice: ColorChoice, _ variables: [String: String], _ isTerminal: Bool, _ expected: Bool)
    {
        let sink = TextSink(write: { _ in }, isTerminal: isTerminal)
        #expect(TestWorld(variables: variables).world.usesColor(choice, on: sink) == expected)
    }

    @Test(
        arguments: [([], .auto), (["--color"], .always), (["--no-color"], .never)]
            as [([String], ColorChoice)])
    func flags(_ words: [String], _ expected: ColorChoice) throws {
        let call = try ArgumentDialect.translate(["version"] + words)
        #expect(try GlobalFlags.parse(call.words).global.color == expected)
    }
}
