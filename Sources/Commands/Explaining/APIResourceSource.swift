import Diagnostics
import IstioAPI
import Kubernetes
import Schema
import YAML

/// A line of `api-resources`.
struct APIResource: Sendable, Equatable {
    var group: String
    var version: String
    var plural: String
    var kind: String
    var isNamespaced: Bool
    var shortNames: [String]
    var verbs: [String]
    var categories: [String] = []

    var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
    var qualifiedName: String { group.isEmpty ? plural : "\(plural).\(group)" }
}

/// The types of objects that there are, each in its preferred version.
struct APIResourceSource: Sendable {
    var resources: [APIResource] = []
    /// Groups that could not be asked for, in whole sentences.
    var failures: [String] = []

    /// The types that the program knows. No cluster has said which verbs it takes: those of any API server.
    static let catalog: APIResourceSource = {
        var source = APIResourceSource()
        var seen: Set<String> = []
        for kind in Catalog.kinds where seen.insert("\(kind.plural).\(kind.group)").inserted {
            source.resources.append(
                APIResource(
                    group: kind.group, version: kind.versions.first ?? "", plural: kind.plural,
                    kind: kind.name, isNamespaced: kind.isNamespaced, shortNames: kind.shortNames,
                    verbs: [
                        "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
                    ]
                ))
        }
        return source
    }()

    private init() {}

    /// What a cluster serves. Throws when it cannot be asked at all; a group that does not answer is a
    /// failure among the others.
    init(asking cluster: any Cluster) async throws {
        let core = try await cluster.document(at: "/api")["versions"]?.list?.compactMap(\.string) ?? ["v1"]
        var groups = [("", core)]
        for group in try await cluster.document(at: "/apis")["groups"]?.list ?? [] {
            let preferred = group["preferredVersion"]?["version"]?.string
            let all = (group["versions"]?.list ?? []).compactMap { $0["version"]?.string }
            let ordered = (preferred.map { [$0] } ?? []) + all.filter { $0 != preferred }
            groups.append((group["name"]?.string ?? "", ordered))
        }
        for (group, versions) in groups { await add(group, versions, from: cluster) }
    }

    /// Types of a group, those of a preferred version first; one of a later version only if it is new.
    private mutating func add(_ group: String, _ versions: [String], from cluster: any Cluster) async {
        var seen: Set<String> = []
        for version in versions {
            do {
                let path = group.isEmpty ? "/api/\(version)" : "/apis/\(group)/\(version)"
                let items = try await cluster.document(at: path)["resources"]?.list ?? []
                resources += items.compactMap { Self.resource($0, group, version) }
                    .filter { seen.insert($0.plural).inserted }
            } catch {
                failures.append(
                    "cannot list the types of \(group)/\(version): \(ErrorText.of(error))".escapingControls)
            }
        }
    }

    /// Nil for subresources, which have a slash.
    private static func resource(_ item: Node, _ group: String, _ version: String) -> APIResource? {
        guard let plural = item["name"]?.string, !plural.contains("/") else { return nil }
        func texts(_ key: String) -> [String] { (item[key]?.list ?? []).compactMap(\.string) }
        return APIResource(
            group: group, version: version, plural: plural, kind: item["kind"]?.string ?? "",
            isNamespaced: item["namespaced"]?.bool ?? false, shortNames: texts("shortNames"),
            verbs: texts("verbs"), categories: texts("categories"))
    }
}
