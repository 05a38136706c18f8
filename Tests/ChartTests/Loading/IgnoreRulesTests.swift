import Testing

@testable import Chart

@Suite struct IgnoreRulesTests {
    private func ignores(_ rules: String, _ path: String, isFolder: Bool = false) throws -> Bool {
        try IgnoreRules(Array(rules.utf8)).ignores(path, isFolder: isFolder)
    }

    @Test(arguments: [
        ("*.txt", "a/b.txt", true), ("*.txt", "a/b.yaml", false), ("/a.txt", "a.txt", true),
        ("/a.txt", "b/a.txt", false), ("a/*.txt", "a/b.txt", true), ("a/*.txt", "a/c/b.txt", false),
        ("# *.txt\n\n", "b.txt", false), ("  *.txt  ", "b.txt", true), ("[ab].txt", "a.txt", true),
        ("[^ab].txt", "a.txt", false), ("?.txt", "ab.txt", false), ("\\*.txt", "*.txt", true),
    ])
    func patternsAreGos(_ rules: String, _ path: String, _ expected: Bool) throws {
        #expect(try ignores(rules, path) == expected)
    }

    @Test func aSlashAtTheEndMeansFolders() throws {
        #expect(try ignores("build/", "build", isFolder: true))
        #expect(try !ignores("build/", "build"))
    }

    @Test func aNegatedRuleLeavesOutAllElse() throws {
        #expect(try ignores("!*.yaml", "a.txt"))
        #expect(try !ignores("!*.yaml", "a.yaml"))
    }

    @Test func hiddenFilesOfTemplatesAreNone() throws {
        #expect(try ignores("", "templates/.swp"))
        #expect(try !ignores("", "templates/a.yaml"))
    }

    @Test(arguments: ["a/**/b", "[a", "a\\"])
    func wrongPatternsAreErrors(_ rules: String) {
        #expect(throws: ChartError.self) { try IgnoreRules(Array(rules.utf8)) }
    }
}
