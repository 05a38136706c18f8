import Diagnostics
import IstioAPI
import Schema

/// What a word such as `vs.spec.http` asks `explain` for.
struct ExplainedType {
    let kind: Kind
    let declaration: any Message.Type
    /// The way below the object; empty for the object itself.
    let path: String
    let version: String
    /// Says that the other generation has a kind of this name too.
    let note: String?

    init(_ word: String, apiVersion: String?, generation: Generation?) throws {
        let (kinds, path) = try Self.split(word)
        let described = kinds.filter { Catalog.resource(for: $0) != nil }
        guard !described.isEmpty else { throw Self.undescribed(kinds[0], path) }
        guard let kind = described.first(where: { generation ?? $0.generation == $0.generation }) else {
            throw Failure.usage(
                "\(described[0].name) is not a kind of the \(generation?.rawValue ?? "") generation")
        }
        (version, self.kind) = try Self.choose(apiVersion, kind, described, isFixed: generation != nil)
        guard let declaration = Catalog.resource(for: self.kind) else {
            throw Self.undescribed(kind, path)
        }
        self.declaration = declaration
        self.path = path
        let chosen = self.kind
        note = described.first { $0.generation != chosen.generation }.map { other in
            let release = other.generation == .classic ? "0.7.1" : "1.30"
            return "\(other.name) of Istio \(release) has other fields: --generation=\(other.generation)"
        }
    }

    /// The most parts of a type: its plural, a version, and the labels of its group.
    private static let longestType = 8

    /// The kinds that the longest possible beginning of the word names, and what follows.
    static func split(_ word: String) throws -> (kinds: [Kind], path: String) {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        for count in stride(from: min(parts.count, longestType), through: 1, by: -1) {
            let found = Catalog.types(named: parts.prefix(count).joined(separator: "."))
            guard let first = found.first else { continue }
            let same = found.filter { $0.group == first.group && $0.plural == first.plural }
            return (same, parts.dropFirst(count).joined(separator: "."))
        }
        // Says what is wrong with the type.
        let kinds = try TypeResolver.candidates(parts.first.map(String.init) ?? "")
        return (kinds, "")
    }

    private static func choose(_ apiVersion: String?, _ kind: Kind, _ all: [Kind], isFixed: Bool) throws
        -> (String, Kind)
    {
        guard let apiVersion else { return (kind.versions.first ?? "", kind) }
        let candidates = isFixed ? [kind] : all
        for candidate in candidates {
            let match = candidate.versions.first {
                $0 == apiVersion || candidate.apiVersion($0) == apiVersion
            }
            if let match { return (match, candidate) }
        }
        let served = candidates.flatMap { kind in kind.versions.map { kind.apiVersion($0) } }
        throw Failure.usage(
            "\(kind.name) has no version \"\(apiVersion)\": it is one of \(served.joined(separator: ", "))")
    }

    /// Kinds of Kubernetes, and of Mixer, whose adapters define their own.
    private static func undescribed(_ kind: Kind, _ path: String) -> Failure {
        let word = kind.singular + (path.isEmpty ? "" : ".\(path)")
        if Catalog.isMixer(kind) {
            return .usage(
                "the fields of Mixer's kind \(kind.name) are not described: its adapter or template defines "
                    + "them, and they pass as they are")
        }
        return .usage(
            "\(kind.name) is a kind of Kubernetes, whose fields are not described here: "
                + "ask a cluster with `kubectl explain \(word)`")
    }
}
