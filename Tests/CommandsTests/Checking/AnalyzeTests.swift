import Testing
import YAML

@testable import Commands

/// `istioctl analyze` over files: exit status, namespaces, thresholds, outputs.
@Suite struct AnalyzeTests {
    static func service(_ name: String, _ namespace: String?, gateway: String = "absent") -> String {
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: \(name)\(namespace.map { ", namespace: \($0)" } ?? "")}
        spec:
          hosts: [\(name).example.com]
          gateways: [\(gateway)]
          http: [{redirect: {uri: /}}]

        """
    }

    static func analyze(_ files: [String: String], _ words: String...) async -> (TestWorld, ExitCode) {
        let world = TestWorld(files: files)
        let only = ["--analyzer", "virtualservice.GatewayAnalyzer"]
        let names = files.keys.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
        return (world, await world.run(["analyze", "--offline"] + only + words + names))
    }

    @Test func findingsAreLinesAsIstioPrintsThem() async {
        let (world, code) = await Self.analyze(["a.yaml": Self.service("reviews", nil)])
        #expect(code == .findings && code.rawValue == 79)
        let line = "(VirtualService default/reviews a.yaml:6) there is no gateway \"default/absent\"\n"
        #expect(world.output.hasPrefix("Error [IST0101] " + line))
        #expect(world.errors.contains("1 error, 1 warning found when analyzing a.yaml\n"))
    }

    @Test func nothingFoundIsSaidOnStandardError() async {
        let (world, code) = await Self.analyze(["a.yaml": Self.service("reviews", nil, gateway: "mesh")])
        #expect(code == .done && world.output == "")
        #expect(world.errors == "✔ No validation issues found when analyzing a.yaml.\n")
    }

    @Test func everyNamespaceIsToldUnlessOneIsNamed() async {
        let files = ["a.yaml": Self.service("a", nil) + "---\n" + Self.service("b", "books")]
        let (all, _) = await Self.analyze(files)
        #expect(all.output.contains("VirtualService default/a") && all.output.contains("books/b"))
        let (one, code) = await Self.analyze(files, "-n", "books")
        #expect(one.output.contains("VirtualService books/a") && one.output.contains("books/b"))
        #expect(code == .findings)
        let (without, _) = await Self.analyze(files, "-A")
        #expect(without.output.contains("(VirtualService a a.yaml"))
        let other = ["a.yaml": Self.service("b", "books")]
        let (none, clean) = await Self.analyze(other, "-n", "films")
        #expect(clean == .done && none.output == "")
        #expect(none.errors.contains("note: 2 findings are in other namespaces; -A tells all"))
    }

    @Test func textsThatCannotBeReadAreBadInputUnlessFindingsAreWorse() async {
        let broken = "kind: X\n a: ]\n"
        let (world, code) = await Self.analyze(["a.yaml": broken])
        #expect(code == .badInput)
        #expect(world.output.hasPrefix("Error [yaml-syntax] (a.yaml:2) "))
        let (_, worse) = await Self.analyze(["a.yaml": broken, "b.yaml": Self.service("b", nil)])
        #expect(worse == .findings)
        let (ignoring, done) = await Self.analyze(["a.yaml": broken], "--ignore-unknown")
        #expect(done == .done && ignoring.output == "")
        #expect(ignoring.errors.contains("left out by --ignore-unknown"))
    }

    @Test(arguments: ["log", "text", "json", "yaml", "sarif", "junit", "github"])
    func theExitStatusDoesNotDependOnTheFormat(format: String) async {
        let files = ["a.yaml": Self.service("a", nil)]
        #expect(await Self.analyze(files, "-o", format).1 == .findings)
        #expect(await Self.analyze(["a.yaml": "a: ]"], "-o", format).1 == .badInput)
        let clean = ["a.yaml": Self.service("a", nil, gateway: "mesh")]
        #expect(await Self.analyze(clean, "-o", format).1 == .done)
    }

    @Test func severalOutputsInOneRun() async throws {
        let files = ["a.yaml": Self.service("a", nil)]
        let (world, _) = await Self.analyze(files, "-o", "json=r.json", "-ogithub", "-o", "sarif=out/r.sarif")
        #expect(world.output.hasPrefix("::error file=a.yaml,line=6,col=14,title=IST0101 "))
        let report = try JSONReader.node(Array((world.files.text("r.json") ?? "").utf8))
        #expect(report["kind"] == "AnalysisReport" && report["valid"] == false)
        #expect(report["diagnostics"]?.list?.first?["code"] == "IST0101")
        let log = try JSONReader.node(Array((world.files.text("out/r.sarif") ?? "").utf8))
        let rule = log["runs"]?.list?.first?[["tool", "driver", "rules"]]?.list?.first
        #expect(rule?["name"] == "ReferencedResourceNotFound")
        #expect(rule?[["help", "text"]]?.string?.isEmpty == false)
    }

    @Test(
        arguments: [
            (["-o", "jsn"], "did you mean json?"), (["-o", "json", "-o", "yaml"], "standard output"),
            (["-o", "json=a", "-o", "yaml=a"], "two outputs go to a"), (["-o", "json="], "name of a file"),
            (["--analyzer", "virtualservice.GatewayAnalyser"], "virtualservice.GatewayAnalyzer?"),
            (["--suppress", "IST0101"], "is not CODE=RESOURCE"), (["--failure-threshold", "Fatal"], "Fatal"),
            (["--offline", "--remote-contexts", "other"], "asks clusters"),
            (["-A", "-n", "books"], "exclude each other"),
        ])
    func wrongUsageIsExplained(words: [String], text: String) async {
        let world = TestWorld(files: ["a.yaml": Self.service("a", nil)])
        #expect(await world.run(["analyze", "--offline", "a.yaml"] + words) == .usage)
        #expect(world.errors.contains(text))
    }

    @Test func thresholdsInAnyCase() async {
        let text = "apiVersion: v1\nkind: Namespace\nmetadata: {name: books}\n"
        func run(_ words: String...) async -> (TestWorld, ExitCode) {
            let world = TestWorld(files: ["a.yaml": text])
            let only = ["analyze", "--offline", "--analyzer", "injection.Analyzer", "a.yaml"]
            return (world, await world.run(only + words))
        }
        let (told, done) = await run()
        #expect(done == .done && told.output.hasPrefix("Info [IST0102] (Namespace books a.yaml:3)"))
        let (hidden, _) = await run("--output-threshold", "WARNING")
        #expect(hidden.output == "" && hidden.errors.contains("1 finding is below --output-threshold"))
        let (failing, code) = await run("--failure-threshold", "info", "--output-threshold", "Error")
        #expect(code == .findings && failing.output.contains("IST0102"))
    }

    @Test func aCodeIsExplained() async {
        let world = TestWorld()
        #expect(await world.run("analyze", "--explain", "referencedresourcenotfound") == .done)
        #expect(world.output.hasPrefix("IST0101 ReferencedResourceNotFound (error)\n"))
        #expect(world.output.contains("virtualservice.GatewayAnalyzer"))
        #expect(world.output.contains("# <- IST0101"))
        let other = TestWorld()
        #expect(await other.run("analyze", "--explain", "IST0100") == .usage)
        #expect(other.errors.contains("did you mean IST01"))
    }

    @Test func analyzersAreListed() async {
        let world = TestWorld()
        #expect(await world.run("analyze", "-L") == .done)
        #expect(world.output.contains("* virtualservice.GatewayAnalyzer:\n    "))
    }

    @Test func withoutACluster69TellsHowToDoWithout() async {
        let world = TestWorld(
            files: ["a.yaml": ""], variables: ["HOME": "/nowhere", "XDG_DATA_HOME": "/nowhere"])
        #expect(await world.run("analyze", "a.yaml") == .unavailable)
        #expect(world.errors.contains("--use-kube=false"))
        let files = TestWorld(files: ["a.yaml": ""])
        #expect(await files.run("analyze", "--use-kube=false", "--color=false", "a.yaml") == .done)
    }

    /// What validate refuses, analyze refuses, whatever the kind.
    @Test(arguments: [
        "apiVersion: v1\nkind: Service\nmetadata: []\n",
        "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec: {servres: []}\n",
        "apiVersion: config.istio.io/v1alpha2\nkind: metric\nmetadata: []\n",
        "apiVersion: networking.istio.io/v9\nkind: Gateway\nmetadata: {name: g}\n", "kind: 1\n",
        "a: 1\na: 2\n",
    ])
    func agreesWithValidate(text: String) async {
        let twice = text + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: fine}\n"
        #expect(await TestWorld(files: ["a.yaml": twice]).run("validate", "a.yaml") == .badInput)
        let code = await TestWorld(files: ["a.yaml": twice]).run("analyze", "--offline", "a.yaml")
        #expect(code == .badInput || code == .findings)
    }

    @Test func anObjectGivenTwiceIsStillValidated() async {
        let wrong = Self.service("a", nil).replacing("hosts:", with: "hoss:")
        let world = TestWorld(files: ["a.yaml": wrong, "b.yaml": Self.service("a", nil, gateway: "mesh")])
        #expect(await world.run("analyze", "--offline", "a.yaml", "b.yaml") == .findings)
        #expect(world.output.contains("[IST0106] (VirtualService default/a a.yaml:"))
        #expect(world.errors.contains("a.yaml:3:18: warning: VirtualService default/a is given again"))
    }

    @Test func hostileNamesCommandNoRunner() async {
        let name = "::set-output name=x::y.yaml"
        let world = TestWorld(
            files: [name: Self.service("a", nil)], variables: ["GITHUB_ACTIONS": "true", "HOME": "/home/ann"])
        _ = await world.run(["analyze", "--offline", "-o", "text", name, "--baseline", "::error::b"])
        _ = await world.run(["analyze", "--offline", "-o", "text", name])
        let lines = (world.output + world.errors).split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(lines.contains { $0.contains("set-output") })
        #expect(lines.allSatisfy { !$0.hasPrefix("::") }, "\(lines)")
    }

    @Test func nothingIsPraisedThatWasNotLookedAt() async {
        let config = "exclude: ['*.yaml']\n"
        let world = TestWorld(
            files: [
                "a.yaml": Self.service("a", nil),
                ".istioctl.yaml": "apiVersion: istioctl/v1\nkind: Configuration\n" + config,
            ])
        _ = await world.run(["analyze", "--offline", "a.yaml"])
        #expect(world.errors.contains("no files are left"), "\(world.errors)")
        #expect(!world.errors.contains("No validation issues"), "\(world.errors)")
    }

    @Test func aCommentBeforeTheFirstDocumentSuppresses() async {
        let text = "# istioctl:ignore IST0101 elsewhere\n---\n" + Self.service("a", nil)
        let world = TestWorld(files: ["a.yaml": text])
        _ = await world.run(["analyze", "--offline", "a.yaml", "-o", "json"])
        #expect(
            world.errors.contains("suppressed: ") && world.errors.contains("by comment"), "\(world.errors)")
    }
}
