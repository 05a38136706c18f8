import Diagnostics
import Testing
import YAML

@testable import Schema

struct ObjectTests {
    private let orchard = Object<Orchard>([
        "owner": "anna", "trees": [["kind": "apple"], ["kind": "pear"]], "open_for": "2s", "soil": 2,
        "labels": ["b": "1", "a": "2"], "leaves": "12", "rank": "wrong", "byAge": .null, "fenced": false,
    ])

    @Test func readsDeclaredFields() {
        #expect(orchard.owner == "anna")
        #expect(orchard.trees.map(\.kind) == ["apple", "pear"])
        #expect(orchard.openFor == .seconds(2))
        #expect(orchard.soil == .peat)
        #expect(orchard.labels.map(\.key) == ["b", "a"])
        #expect(orchard.leaves == 12)
        #expect(orchard.fenced == false)
    }

    @Test func readsWhatIsAbsentOrWrongAsEmpty() {
        #expect(orchard.rank == 0)
        #expect(orchard.byAge == "")
        #expect(orchard.bySize.height == 0)
        #expect(!orchard.bySize.isPresent)
        #expect(Object<Orchard>(nil).trees.isEmpty)
        #expect(Object<Orchard>(.null).fenced == nil)
    }

    @Test func readsDefaults() {
        #expect(Object<Orchard>([:]).soil == .clay)
    }

    @Test func tellsWhetherAFieldIsGiven() {
        #expect(orchard.has(\.openFor))
        #expect(!orchard.has(\.byAge))
        #expect(!orchard.has(\.photo))
    }

    @Test func knowsPlaces() {
        let mark = Mark(line: 3, column: 7)
        let object = Object<Orchard>(
            Node([.init("trees", Node([Node(.map([]), at: mark)]))], at: Mark(line: 1, column: 1)))
        #expect(object.each(\.trees).map(\.mark) == [mark])
        #expect(object.place(\.owner) == .missing("owner", in: Mark(line: 1, column: 1)))
    }
}

extension Node {
    fileprivate init(_ entries: [Entry], at mark: Mark) { self.init(.map(entries), at: mark) }
}
