/// The way from a document's root to a field, printed as `spec.http[0].route[1].weight`.
package struct FieldPath: Sendable, Hashable, CustomStringConvertible {
    package enum Step: Sendable, Hashable {
        case field(String)
        case index(Int)
        /// A key chosen by the user, as in `metadata.labels["app"]`.
        case key(String)
    }

    package var steps: [Step]

    package init(_ steps: [Step] = []) { self.steps = steps }

    package func field(_ name: String) -> FieldPath { FieldPath(steps + [.field(name)]) }
    package func index(_ index: Int) -> FieldPath { FieldPath(steps + [.index(index)]) }
    package func key(_ key: String) -> FieldPath { FieldPath(steps + [.key(key)]) }

    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .field(let name): text += (text.isEmpty ? "" : ".") + name.escapingControls
            case .index(let index): text += "[\(index)]"
            case .key(let key): text += "[\"\(key.escapingControls)\"]"
            }
        }
        return text
    }
}
