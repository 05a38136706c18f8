import YAML

/// Completes names of fields and values of enumerations.
package enum Completer {
    /// A word to offer and one sentence about it.
    package struct Candidate: Sendable, Equatable {
        package let word: String
        package let doc: String
    }

    /// Paths that begin as `text` does, one level deeper than its last dot: `spec.ht` gives `spec.http`.
    /// Nothing
    /// for a path that leads nowhere.
    package static func paths(_ text: String, spec: any Message.Type) -> [Candidate] {
        let names = FieldWalk.names(text)
        guard let begun = names.last else { return [] }
        let parents = names.dropLast()
        // As typed, with indices.
        let stem = text.lastIndex(of: ".").map { String(text[...$0]) } ?? ""
        guard let first = parents.first else {
            return top(spec.fields).filter { $0.word.hasPrefix(begun) }
        }
        guard first == "spec", let fields = message(Array(parents.dropFirst()), in: spec.fields) else {
            return []
        }
        return fields.all.filter { $0.name.hasPrefix(begun) }
            .map { Candidate(word: stem + $0.name, doc: $0.doc) }
    }

    /// The values that the field at `path` may have and that begin with `text`: of an enumeration or a
    /// boolean.
    package static func values(_ text: String, at path: String, spec: any Message.Type) -> [Candidate] {
        let names = FieldWalk.names(path)
        guard names.first == "spec",
            let field = try? FieldWalk.field(Array(names.dropFirst()), in: spec.fields)
        else { return [] }
        let all: [Candidate] =
            switch field.shape.innermost {
            case .choice(let choice): choice.cases.map { .init(word: $0.name, doc: $0.doc) }
            case .bool: [.init(word: "true", doc: ""), .init(word: "false", doc: "")]
            default: []
            }
        return all.filter { $0.word.hasPrefix(text) }
    }

    private static func top(_ spec: MessageFields) -> [Candidate] {
        [
            .init(word: "apiVersion", doc: "The group and version of the API."),
            .init(word: "kind", doc: "The type of the object."),
            .init(word: "metadata", doc: "Name, namespace, labels and annotations."),
            .init(word: "spec", doc: spec.doc),
        ]
    }

    private static func message(_ names: [String], in spec: MessageFields) -> MessageFields? {
        if names.isEmpty { return spec }
        return (try? FieldWalk.field(names, in: spec))?.shape.innermost.fields
    }
}
