import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import YAML

@testable import Analysis

/// The declarations of analyzers and codes are complete, and their examples are true.
@Suite struct AnalyzerTests {
    @Test func namesAreUniqueAndSorted() {
        let names = Analyzer.all.map(\.name)
        #expect(names == names.sorted() && Set(names).count == names.count)
    }

    @Test func everyAnalyzerSaysWhatItDoes() {
        for analyzer in Analyzer.all {
            #expect(analyzer.summary.hasSuffix("."), "\(analyzer.name)")
            #expect(!analyzer.reads.isEmpty && !analyzer.codes.isEmpty, "\(analyzer.name)")
            #expect(
                !analyzer.examples.isEmpty || analyzer.name.hasPrefix("schema."),
                "\(analyzer.name) has no example")
        }
    }

    @Test func everyCodeIsExplained() {
        let numbers = AnalysisCode.all.map(\.number)
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
        for code in AnalysisCode.all {
            #expect(code.summary.hasSuffix("."), "\(code.number)")
            #expect(code.explanation.count > code.summary.count / 2, "\(code.number)")
        }
    }

    @Test(arguments: (Analyzer.all + Analyzer.optional).filter { !$0.examples.isEmpty }.map(\.name))
    func everyExampleIsTrue(name: String) throws {
        let analyzer = try #require((Analyzer.all + Analyzer.optional).first { $0.name == name })
        for example in analyzer.examples {
            let marked = Marked(example.text)
            let input = MeshInput([Source(name: "example.yaml", marked.text)])
            let errors = input.problems + input.objects.flatMap(\.findings).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(name)")
            let mesh = MeshSnapshot(
                input.objects + MeshObject.assumedGateway, meshConfig: example.meshConfig)
            let found = Analysis.run(mesh, analyzers: [analyzer]).findings.map {
                Expected($0.position?.mark ?? .none, $0.code.name)
            }
            let expected = example.codes.enumerated().map { Expected(marked[$0 + 1], $1.number) }
            #expect(found.sorted() == expected.sorted(), "\(name): in \(marked.text)")
            for code in example.codes { #expect(analyzer.codes.contains(code), "\(name): \(code.number)") }
        }
    }

    @Test func everyAnalyzerThatIsDeclaredIsListed() throws {
        let folder = Repository.root + "/Sources/Analysis/Analyzers"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        let declared = files.flatMap { file in
            String(decoding: Repository.bytes(of: "\(folder)/\(file)") ?? [], as: UTF8.self)
                .split(separator: "\n").filter {
                    $0.hasPrefix("    static let ") && $0.hasSuffix(" = Analyzer(")
                }
        }
        let own = Analyzer.all.filter { !$0.name.hasPrefix("schema.") }.count + Analyzer.optional.count
        #expect(declared.count == own)
    }
}

private struct Expected: Comparable, CustomStringConvertible {
    let mark: Mark
    let code: String

    init(_ mark: Mark, _ code: String) {
        self.mark = mark
        self.code = code
    }

    var description: String { "\(mark.line):\(mark.column) \(code)" }

    static func < (a: Expected, b: Expected) -> Bool { (a.mark, a.code) < (b.mark, b.code) }
}
