import Diagnostics
import Schema
import Validation
import YAML

/// The objects of some files, checked, with everything that was wrong with them.
struct Manifest: Sendable {
    /// An object, and the input that it stands in.
    struct Item: Sendable {
        let checked: CheckedItem
        let position: Position
    }

    private(set) var items: [Item] = []
    private(set) var diagnostics: [Diagnostic] = []

    init() {}

    /// Reads and checks every document of the sources.
    init(reading sources: some Sequence<Source>) {
        for source in sources {
            let verdicts = YAMLReader.map(source) { document in Validation.check(document) }
            for verdict in verdicts {
                diagnostics += verdict.diagnostics
                items += verdict.items.map { Item(checked: $0, position: source.position($0.mark)) }
            }
        }
    }
}
