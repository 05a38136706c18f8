import Diagnostics
import IstioAPI
import Kubernetes
import Schema
import YAML

/// A type that the user named, and the version of it that the cluster serves.
struct ResolvedType: Sendable {
    let kind: Kind
    let type: ResourceType
}

/// Why a word does not lead to a type.
struct UnknownType: Error, Equatable, CustomStringConvertible {
    var message: String
    var hint: String?

    var description: String { hint.map { "\(message); \($0)" } ?? message }
}

/// Finds the type that a word means on a cluster: `routerule`, `vs`, `virtualservices.networking.istio.io`.
///
/// The kinds of `networking.istio.io` exist in both generations under one name; which one a cluster has shows
/// in the versions that it serves.
actor TypeResolver {
    private let cluster: any Cluster
    private var served: [String: [String]] = [:]

    init(_ cluster: any Cluster) { self.cluster = cluster }

    /// The kinds that the word may mean, all of one API group, without asking a cluster.
    static func candidates(_ word: String) throws(UnknownType) -> [Kind] {
        let found = Catalog.types(named: word)
        if word.contains("-") {
            let plain = found.first?.plural ?? word.filter { $0 != "-" }
            throw UnknownType(
                message: "type \"\(word.escapingControls)\" is not known", hint: "did you mean \(plain)?")
        }
        guard let first = found.first else { throw unknown(word) }
        return found.filter { $0.group == first.group && $0.plural == first.plural }
    }

    func resolve(_ word: String) async throws -> ResolvedType {
        let kinds = try Self.candidates(word)
        guard let first = kinds.first else { throw UnknownType(message: "type \(word) is not known") }
        if kinds.count == 1, first.versions.count == 1 {
            return ResolvedType(kind: first, type: ResourceType(first))
        }
        let served = try await servedVersions(of: first.group)
        for kind in kinds.sorted(by: { $0.generation == .today && $1.generation == .classic }) {
            guard let version = kind.versions.first(where: served.contains) else { continue }
            // A cluster with nothing but v1alpha3 is one of 0.7.1's, if 0.7.1 had the kind.
            let isOld = served.allSatisfy { $0 == "v1alpha3" }
            if isOld, kind.generation == .today, kinds.contains(where: { $0.generation == .classic }) {
                continue
            }
            return ResolvedType(kind: kind, type: ResourceType(kind, version: version))
        }
        throw Failure("the server does not have type \(first.plural).\(first.group)")
    }

    private func servedVersions(of group: String) async throws -> [String] {
        if group.isEmpty { return ["v1"] }
        if let versions = served[group] { return versions }
        let versions = try await Discovery(cluster).versions(of: group)
        served[group] = versions
        return versions
    }

    private static func unknown(_ word: String) -> UnknownType {
        let near = Catalog.suggestion(forType: word).map { "did you mean \($0)?" }
        return UnknownType(
            message: "type \"\(word.escapingControls)\" is not known",
            hint: near ?? "Istio's types only; kubectl knows the others")
    }
}
