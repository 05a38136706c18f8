import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Conversion

/// Whatever the bytes are, a conversion ends, and what it puts out validates.
@Suite struct FuzzTests {
    static let words = [
        "null", "-1", "9223372036854775808", "1e400", ".nan", "[", "{}", "{a: b}", "~", "\"\"", "*", "*.a",
        "0s",
        "-5ms", "%", "\\1", "/", "service: ", "name: x\n", "labels: {-a: b}", "STRICT", "\u{1F600}", "&a",
        "*a",
    ]

    @Test func everyInputIsConvertedOrRefused() throws {
        let folder = SampleTests.root + "/samples/bookinfo/classic"
        var texts = try SampleTests.files(below: folder).map { name in
            String(
                decoding: try SampleTests.documents("\(folder)/\(name)").first?.source.text ?? [],
                as: UTF8.self)
        }
        texts += KindTests.samples
        for seed in 0..<40 {
            var random = RandomRules(UInt64(seed))
            texts.append(random.documents().text)
        }
        var mutator = Mutator(seed: 20_180_601, texts: texts, words: Self.words)
        var accepted = 0
        // Whole meshes take longer than the documents that other fuzzers make.
        for _ in 0..<Mutator.inputs(6_000) / 10 {
            let source = Source(name: "fuzz", text: mutator.next())
            let converted = Conversion.convert(YAMLReader.documents(in: source))
            if converted.diagnostics.hasErrors { continue }
            accepted += 1
            for object in converted.objects where object["kind"] != nil {
                let problem = OutputCheck.problem(with: object)
                #expect(problem == nil, "\(String(decoding: source.text, as: UTF8.self))")
            }
        }
        #expect(accepted > 40)
    }
}
