import Testing

@testable import Diagnostics

struct EscapingTests {
    @Test(arguments: [
        ("plain text, ünïcödé and 漢字", "plain text, ünïcödé and 漢字"),
        ("a\tb\nc\rd", #"a\tb\nc\rd"#),
        ("\u{1B}[31mred", #"\x1b[31mred"#),
        ("\u{0}\u{7F}", #"\x00\x7f"#),
        ("\u{9B}31m\u{85}", #"\x9b31m\x85"#),
        ("a\u{202E}b\u{2066}c", #"a\u202eb\u2066c"#),
        ("a\u{2028}b\u{200F}c\u{FEFF}", #"a\u2028b\u200fc\ufeff"#),
        ("", ""),
    ]) func escapesWhatDrivesATerminal(text: String, expected: String) {
        #expect(text.escapingControls == expected)
    }

    @Test func keepsLinesAndTabsWhereAsked() {
        #expect("a\n\tb\u{1B}".escapingControlsKeepingLines == "a\n\tb\\x1b")
    }

    @Test func escapesACarriageReturnBeforeALineFeed() {
        // One Character in Swift; both scalars must be seen.
        #expect("a\r\nb".escapingControls == #"a\r\nb"#)
    }

    @Test func aRunnerOfGitHubFindsNoCommands() {
        #expect(
            "a\n::error::x\n  ##[add-path]y\nb ::c".escapingWorkflowCommands
                == "a\n\\::error::x\n  \\##[add-path]y\nb ::c")
        #expect("a\nb\n".escapingWorkflowCommands == "a\nb\n")
    }
}
