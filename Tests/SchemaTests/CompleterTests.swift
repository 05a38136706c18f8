import Testing

@testable import Schema

struct CompleterTests {
    private func paths(_ text: String) -> [String] { Completer.paths(text, spec: Orchard.self).map(\.word) }
    private func values(_ text: String, _ path: String) -> [String] {
        Completer.values(text, at: path, spec: Orchard.self).map(\.word)
    }

    @Test func offersTheNextStepOfAPath() {
        #expect(paths("") == ["apiVersion", "kind", "metadata", "spec"])
        #expect(paths("sp") == ["spec"])
        #expect(paths("spec.op") == ["spec.openFor"])
        #expect(paths("spec.trees.") == ["spec.trees.kind", "spec.trees.grafts", "spec.trees.sizes"])
        #expect(paths("spec.trees[0].grafts[1].k") == ["spec.trees[0].grafts[1].kind"])
    }

    @Test(arguments: ["x", "metadata.", "spec.owner.", "spec.zzz.", "spec..", ".", "status.x"])
    func offersNothingWherePathsEnd(text: String) {
        #expect(paths(text) == [])
    }

    @Test func offersValues() {
        #expect(values("", "spec.soil") == ["SAND", "CLAY", "PEAT"])
        #expect(values("P", "spec.gates") == ["PEAT"])
        #expect(values("t", "spec.fenced") == ["true"])
        #expect(values("", "spec.owner") == [])
        #expect(values("", "spec") == [])
        #expect(values("", "") == [])
    }

    @Test func explainsWhatItOffers() {
        #expect(Completer.paths("spec.own", spec: Orchard.self).first?.doc == "Whom it belongs to.")
    }
}
