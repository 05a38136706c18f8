import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Validation

/// Checks that a marked document yields one error at each mark, in order, holding the given words.
func expectErrors(
    _ marked: String, _ words: String..., location: SourceLocation = #_sourceLocation
) {
    let text = Marked(marked)
    let errors = verdict(text.text).diagnostics.filter { $0.severity == .error }
    #expect(errors.count == words.count, "\(errors.map(\.message))", sourceLocation: location)
    for (index, (error, word)) in zip(errors, words).enumerated() {
        #expect(error.message.contains(word), sourceLocation: location)
        let number = error.position.flatMap { text.number(at: $0.mark) }
        #expect(number == index + 1, "\(error.message) at \(error.path)", sourceLocation: location)
    }
}

/// The verdict about a text of one document.
func verdict(_ text: String) -> Verdict {
    let documents = YAMLReader.documents(in: Source(name: "rule.yaml", text))
    return documents.first.map { Validation.check($0) } ?? Verdict(items: [])
}

/// A classic rule with a spec given in flow style.
func rule(_ kind: String, _ spec: String) -> String {
    "apiVersion: config.istio.io/v1alpha2\nkind: \(kind)\nmetadata: {name: a}\nspec: \(spec)\n"
}

/// A kind of `networking.istio.io/v1alpha3` with a spec given in flow style.
func network(_ kind: String, _ spec: String) -> String {
    "apiVersion: networking.istio.io/v1alpha3\nkind: \(kind)\nmetadata: {name: a}\nspec: \(spec)\n"
}
