import Diagnostics
import Schema
import TestSupport
import Testing
import YAML

@testable import Validation

/// Same verdicts as istioctl 0.7.1, and its words in ours, over everything that was recorded.
@Suite struct ConformanceTests {
    @Test func validatorsAgree() throws {
        try compare("validation") { _ in true }
    }

    /// Cases in which validation alone decides: those that failed before anything was sent, and those that
    /// succeeded.
    @Test(arguments: ["samples", "crud", "yaml"])
    func inputsOfCreateAgree(_ group: String) throws {
        try compare(group) { recorded in
            recorded.outcomes.contains { outcome in
                let decided = [
                    "configuration is invalid", "YAML decoding error", "is not known", "Go struct field",
                ]
                return outcome.succeeded
                    || (!outcome.wrote && decided.contains { outcome.errors.contains($0) })
            }
        }
    }

    private func compare(_ group: String, where isDecided: (RecordedCase) -> Bool) throws {
        guard let cases = try RecordedCase.all(of: group) else { return }
        let differences = Repository.differences(from: "0.7.1")
        for recorded in cases where !recorded.hasOddServer && isDecided(recorded) {
            guard let file = recorded.createdFile else { continue }
            let verdict = Answer(Source(name: file.name, file.text))
            let problems = recorded.outcomes.map { disagreement(recorded, $0, verdict) }
            let agrees = problems.contains(nil)
            if differences[recorded.id] != nil {
                // In other groups a listed difference may lie in what the commands do.
                #expect(!agrees || group != "validation", "\(recorded.id): listed as different, but agrees")
            } else if !agrees {
                Issue.record("\(recorded.id): \(problems.compactMap { $0 }.first ?? "")")
            }
        }
    }

    private func disagreement(
        _ recorded: RecordedCase, _ outcome: RecordedCase.Outcome, _ answer: Answer
    ) -> String? {
        if recorded.isCrash { return answer.isAccepted ? "accepted, though the real program crashed" : nil }
        if outcome.succeeded != answer.isAccepted {
            return answer.isAccepted
                ? "accepted, refused with: \(outcome.errors)" : "refused with: \(answer.words)"
        }
        if outcome.succeeded || recorded.isToolchainText { return nil }
        let missing = outcome.bullets.first { !answer.words.contains($0) }
        return missing.map { "lacks \"\($0)\" in: \(answer.words)" }
    }
}

/// What this program says about a file.
private struct Answer {
    let isAccepted: Bool
    let words: String

    init(_ source: Source) {
        let verdicts = YAMLReader.documents(in: source).map { Validation.check($0) }
        // Kubernetes' own kinds are known to us, but were not to 0.7.1.
        let refusals = verdicts.flatMap(\.items).compactMap { item -> String? in
            if case .skipped(let reason) = item.outcome { return reason }
            return item.kind?.group.hasSuffix("istio.io") == false
                ? "kind \(item.kindName) is not known" : nil
        }
        isAccepted = refusals.isEmpty && !verdicts.contains { $0.hasErrors }
        let messages = verdicts.flatMap(\.diagnostics).map(\.message)
        words = (messages + refusals).joined(separator: "\n").folded
    }
}
