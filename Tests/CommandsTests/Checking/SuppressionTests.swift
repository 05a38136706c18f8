import Diagnostics
import Testing

@testable import Commands

/// The ways to live with a finding.
@Suite struct SuppressionTests {
    private let text = AnalyzeTests.service("a", "books")

    @Test(arguments: [
        "IST0101=VirtualService books/a", "ist0101=VirtualService a.books", "IST0101=*",
        "ReferencedResourceNotFound=VirtualService books/*", "*=VirtualService *.books",
    ])
    func flagsTakeBothSpellingsAndWildcards(flag: String) async {
        let (world, code) = await AnalyzeTests.analyze(["a.yaml": text], "-S", flag)
        #expect(code == .done)
        #expect(world.errors.contains(" by flag\n"))
    }

    @Test(arguments: ["IST0101=VirtualService books/b", "IST0102=*", "IST0101=Gateway *"])
    func otherFlagsDoNotMatch(flag: String) async {
        #expect(await AnalyzeTests.analyze(["a.yaml": text], "-S", flag).1 == .findings)
    }

    @Test func anUnknownCodeIsRemarked() async {
        let (world, code) = await AnalyzeTests.analyze(["a.yaml": text], "-S", "IST01o1=*")
        #expect(code == .findings && world.errors.contains("\"IST01o1\" is no code"))
    }

    @Test(arguments: ["*", "IST0102, IST0101", "IST0101"])
    func annotationsSuppress(codes: String) async {
        let annotated = text.replacing(
            "{name: a", with: "{annotations: {galley.istio.io/analyze-suppress: \"\(codes)\"}, name: a")
        let (world, code) = await AnalyzeTests.analyze(["a.yaml": annotated])
        #expect(code == .done && world.errors.contains(" by annotation\n"))
    }

    @Test(
        arguments: [
            ("  gateways: [absent]", "  gateways: [absent] # istioctl:ignore IST0101 theirs", true),
            ("  gateways", "  # istioctl:ignore IST0101 theirs\n\n  # another\n  gateways", true),
            ("apiVersion", "# istioctl:ignore IST0101,IST0106 theirs\napiVersion", true),
            ("apiVersion", "---\n# istioctl:ignore ReferencedResourceNotFound theirs\napiVersion", true),
            ("  hosts", "  # istioctl:ignore IST0101 another line\n  hosts", false),
            ("  gateways: [absent]", "  gateways: [absent] # istioctl:ignore IST0106 theirs", false),
            ("apiVersion", "a: 1\n---\n# istioctl:ignore IST0101 x\nb: 1\n---\napiVersion", false),
        ])
    func commentsSuppressWhatTheySpeakOf(place: String, with: String, works: Bool) async {
        let commented = text.replacing(place, with: with)
        let (world, _) = await AnalyzeTests.analyze(["a.yaml": commented], "-o", "json")
        #expect(world.output.contains("\"by\": \"comment\"") == works)
        #expect(world.output.contains("\"reason\": \"theirs\"") == works)
    }

    @Test func commentsWithoutReasonOrUseAreToldOf() async {
        let commented = text.replacing("  gateways", with: "  # istioctl:ignore IST0101\n  gateways")
        let (world, code) = await AnalyzeTests.analyze(["a.yaml": commented])
        #expect(code == .done)
        #expect(world.errors.contains("a.yaml:6:3: warning: this suppression has no reason"))
        let unused = TestWorld(files: [
            "a.yaml": "# istioctl:ignore IST0101 why\n" + "kind: List\napiVersion: v1\n"
        ])
        _ = await unused.run("analyze", "--offline", "a.yaml")
        #expect(unused.errors.contains("a.yaml:1:1: warning: this comment suppresses nothing"))
        let wrong = TestWorld(files: [
            "a.yaml": "# istioctl:ignore IST0O01 why\n# istioctl:ingore IST0101 x\n"
        ])
        _ = await wrong.run("analyze", "--offline", "a.yaml")
        #expect(wrong.errors.contains("\"IST0O01\" is no code"))
        #expect(wrong.errors.contains("a.yaml:2:1: warning: this comment suppresses nothing"))
    }

    @Test func aBaselineLeavesNewFindings() async {
        let world = TestWorld(files: ["a.yaml": text])
        let words = ["analyze", "--offline", "a.yaml", "--baseline", "known.yaml"]
        #expect(await world.run(words) == .failed)
        #expect(await world.run(words + ["--write-baseline"]) == .done)
        #expect(world.files.text("known.yaml")?.contains("object: VirtualService books/a") == true)
        let known = world.files.text("known.yaml") ?? ""
        // Lines move, and a second finding of the same sort comes.
        let moved = "# a comment\n" + text.replacing("[absent]", with: "[absent, gone]")
        let later = TestWorld(files: ["a.yaml": moved, "known.yaml": known])
        #expect(await later.run(words) == .findings)
        #expect(!later.output.contains("books/absent") && later.output.contains("books/gone"))
        let mended = TestWorld(files: ["a.yaml": "", "known.yaml": known])
        #expect(await mended.run(words) == .done)
        #expect(mended.errors.contains("of the baseline occur no more"))
        let broken = TestWorld(files: ["a.yaml": text, "known.yaml": "kind: Baseline\nfingings: []\n"])
        #expect(await broken.run(words) == .badInput)
        #expect(broken.errors.contains("did you mean `findings`?"))
    }
}
