import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Conversion

/// What is converted routes the same requests to the same places.
@Suite struct RoutingTests {
    @Test func bothGenerationsAnswerEveryRequestAlike() throws {
        var accepted = 0
        for seed in 0..<UInt64(Mutator.inputs(300)) {
            var random = RandomRules(seed)
            let documents = random.documents()
            let converted = Conversion.convert(text: documents.text)
            if converted.diagnostics.hasErrors { continue }
            accepted += 1
            checkOutput(converted, "seed \(seed)")
            let (old, new) = (ClassicRouting(documents), TodayRouting(converted.objects))
            for _ in 0..<12 {
                let request = random.request()
                let (expected, found) = (old.answer(request), new.answer(request))
                if expected != found {
                    Issue.record(
                        "seed \(seed): \(request)\n0.7.1: \(expected)\n1.30: \(found)\n\(documents.text)")
                    return
                }
            }
        }
        #expect(accepted > 200, "the generator makes rules that 0.7.1 took")
    }
}

/// Everything put out validates without errors, and everything put in is accounted for.
func checkOutput(
    _ converted: Converted, _ name: String, _ location: SourceLocation = #_sourceLocation
) {
    for object in converted.objects {
        let problem = OutputCheck.problem(with: object)
        #expect(problem == nil, "\(name): \(ConvertedName(object))", sourceLocation: location)
    }
    let unexplained = converted.outcomes.filter { $0.fate == .dropped(Ledger.unexplained) }
    #expect(
        unexplained.isEmpty, "\(name): \(unexplained.first.map { "\($0.object) \($0.path)" } ?? "")",
        sourceLocation: location)
    let refused = converted.outcomes.filter {
        if case .dropped(let why) = $0.fate { why.hasPrefix("Istio 1.30 would refuse") } else { false }
    }
    #expect(
        refused.isEmpty, "\(name): \(refused.first.map { "\($0.path) \($0.fate)" } ?? "")",
        sourceLocation: location)
}
