import Testing

/// Files that are derived from the sources are fresh; `make completions` writes them anew.
@Suite struct GeneratedTests {
    @Test(arguments: ["bash", "zsh", "fish"])
    func theScriptIsTheOneInTheSources(_ shell: String) {
        let script = Tree.text("completions/istioctl.\(shell)")
        let source = Tree.text("Sources/Commands/Completion/CompletionScript.swift")
        let indented = script.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "        \($0)" }.joined(separator: "\n")
        #expect(!script.isEmpty && source.contains(indented), "completions/istioctl.\(shell) is stale")
    }
}
