import FoundationEssentials
import Testing

@testable import Commands

/// `.istioctl.yaml`.
@Suite struct RepositoryConfigurationTests {
    private let text = AnalyzeTests.service("a", "books")

    private func analyze(_ configuration: String, _ words: String...) async -> (TestWorld, ExitCode) {
        let world = TestWorld(files: ["a.yaml": text, ".istioctl.yaml": configuration])
        return (world, await world.run(["analyze", "--offline", "a.yaml"] + words))
    }

    @Test func suppressesWithAReason() async {
        let (world, code) = await analyze(
            """
            suppressions:
            - {code: IST0101, resource: VirtualService books/*, files: [a.yaml], reason: theirs}
            - {code: IST0132, reason: theirs}
            """)
        #expect(code == .done)
        #expect(world.errors.contains("by configuration"))
    }

    /// The clock of the test stands at 2018-04-01.
    @Test(arguments: [
        ("2018-04-01", true), ("2018-03-31", false), ("2017-12-31", false), ("2030-01-01", true),
    ])
    func expires(day: String, works: Bool) async {
        let (world, code) = await analyze(
            "suppressions: [{code: '*', reason: theirs, expires: \"\(day)\"}]")
        #expect((code == .done) == works)
        #expect(world.errors.contains(".istioctl.yaml:1:16: warning: this suppression of *") == !works)
    }

    @Test(
        arguments: [
            ("exclud: [a]", ".istioctl.yaml:1:1: error: unknown field", "did you mean `exclude`?"),
            ("suppressions: [{code: IST0101}]", "missing", "reason"),
            ("suppressions: [{code: IST010, reason: x}]", "no code or name of a code", "did you mean"),
            ("suppressions: [{code: IST0101, reason: x, expires: soon}]", "is no day", "2026-12-31"),
            ("failureThreshold: Fatal", "Fatal", "Warning"),
            ("kind: Config", "kind must be", "Configuration"),
            ("include: a.yaml", "expected a list", ""), ("a: ]", "yaml-syntax", ""),
        ])
    func isChecked(configuration: String, message: String, hint: String) async {
        let (world, code) = await analyze(configuration)
        #expect(code == .badInput)
        #expect(world.errors.contains(message) && (hint.isEmpty || world.errors.contains(hint)))
    }

    @Test func flagsWin() async {
        #expect(await analyze("failureThreshold: Info", "--failure-threshold=Error").1 == .findings)
        #expect(await analyze("kind: nonsense", "--config", "").1 == .findings)
        #expect(await analyze("", "--config", "other.yaml").1 == .failed)
    }

    @Test func excludedFilesStayOutHoweverTheyAreNamed() async {
        let (world, code) = await analyze("exclude: [a.yaml]")
        #expect(code == .done)
        #expect(world.errors.contains("no files are left to analyze with .istioctl.yaml"))
        let validate = TestWorld(files: ["a.yaml": "a: ]", ".istioctl.yaml": "exclude: ['*.yaml']"])
        #expect(await validate.run("validate", "a.yaml") == .done)
    }

    @Test(
        arguments: [
            ("a.yaml", "x/y/a.yaml", true), ("x/*.yaml", "x/a.yaml", true), ("x/*.yaml", "x/y/a.yaml", false),
            ("x/**/a.yaml", "x/a.yaml", true), ("x/**/a.yaml", "x/y/z/a.yaml", true),
            ("x/**", "x/a.yaml", true),
            ("**/y", "x/y/a.yaml", true), ("x/", "x/y/a.yaml", true), ("./x", "x/a.yaml", true),
            ("x/y", "x/yz/a.yaml", false), ("?.yaml", "ab.yaml", false), ("*", "a", true),
            ("x", "y/x.yaml", false),
        ])
    func patternsOfPaths(pattern: String, path: String, matches: Bool) {
        #expect(Wildcard(pattern, .path).matches(path: path) == matches)
    }

    @Test func longPatternsDoNotTakeForEver() {
        let pattern = String(repeating: "a*", count: 500) + "b"
        #expect(!Wildcard(pattern).matches(String(repeating: "a", count: 5_000)))
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "", "2026-04-31", "２026-01-01"])
    func whatIsNoDay(text: String) { #expect(CalendarDay(text) == nil) }

    @Test func daysAreCounted() {
        #expect(CalendarDay("1970-01-01")?.number == 0)
        #expect(CalendarDay("2000-02-29")?.number == 11_016)
        #expect(CalendarDay("2026-12-31")?.number == 20_818)
    }

    /// Every code that the sources know has a text.
    @Test func everyCodeIsInTheCatalog() throws {
        let root = ShellTests.root + "Sources"
        var codes: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: root) where path.hasSuffix(".swift") {
            let bytes = FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data()
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            where line.contains("static let") && line.contains("= Code(\"") {
                codes.insert(String(line.split(separator: "\"")[1]))
            }
        }
        let known = Set(RuleCatalog.validation.map(\.id))
        #expect(codes.count > 30)
        #expect(codes.subtracting(known).isEmpty)
        #expect(RuleCatalog.validation.map(\.id) == RuleCatalog.validation.map(\.id).sorted())
    }
}
