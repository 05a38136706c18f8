import Diagnostics
import IstioAPI
import Kubernetes
import Schema
import YAML

/// What the words after `get` or `delete` ask for: types, and names of objects of each.
struct TypeQuery: Sendable, Equatable {
    var type: String
    var names: [String]

    /// Reads `vs,dr`, `vs a b`, and `vs/a dr/b`.
    static func list(_ words: [String]) throws(UnknownType) -> [TypeQuery] {
        guard let first = words.first else { return [] }
        if words.contains(where: { $0.contains("/") }), first.contains("/") { return try slashed(words) }
        let names = Array(words.dropFirst())
        let types = first.split(separator: ",").map(String.init)
        guard !types.isEmpty else {
            throw UnknownType(message: "type \"\(first.escapingControls)\" is not known")
        }
        return types.map { TypeQuery(type: $0, names: names) }
    }

    private static func slashed(_ words: [String]) throws(UnknownType) -> [TypeQuery] {
        var queries: [TypeQuery] = []
        for word in words {
            let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw UnknownType(
                    message: "\"\(word.escapingControls)\" is not TYPE/NAME",
                    hint: "either all words are TYPE/NAME, or the first is a type and the others are names")
            }
            if let index = queries.firstIndex(where: { $0.type == parts[0] }) {
                queries[index].names.append(parts[1])
            } else {
                queries.append(TypeQuery(type: parts[0], names: [parts[1]]))
            }
        }
        return queries
    }
}
