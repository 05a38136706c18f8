package import Schema
import YAML

/// What a server serves, asked once per group version and process.
package actor Discovery {
    /// One line of an `APIResourceList`.
    package struct Resource: Sendable, Equatable {
        package let plural: String
        package let kind: String
        package let isNamespaced: Bool
        package let shortNames: [String]
        package let verbs: [String]
    }

    private let cluster: any Cluster
    private var known: [String: Task<[Resource], any Error>] = [:]

    package init(_ cluster: any Cluster) { self.cluster = cluster }

    /// The resources of a group version, subresources left out; none when it is not installed.
    package func resources(group: String, version: String) async throws -> [Resource] {
        let path = group.isEmpty ? "/api/\(version)" : "/apis/\(group)/\(version)"
        let task = known[path] ?? Task { [cluster] in try await Self.fetch(path, cluster) }
        known[path] = task
        do {
            return try await task.value
        } catch {
            // A failure is not remembered: the next question may find the server well again.
            known[path] = nil
            throw error
        }
    }

    /// The first version of a kind, in its own order of preference, that the server serves; nil when none is.
    package func served(_ kind: Kind) async throws -> ResourceType? {
        for version in kind.versions {
            let resources = try await resources(group: kind.group, version: version)
            if resources.contains(where: { $0.plural == kind.plural }) {
                return ResourceType(kind, version: version)
            }
        }
        return nil
    }

    /// The versions of a group as the server lists them, preferred first; none when it is not installed.
    package func versions(of group: String) async throws -> [String] {
        let groups = try await cluster.document(at: "/apis")["groups"]?.list ?? []
        guard let found = groups.first(where: { $0["name"]?.string == group }) else { return [] }
        let all = (found["versions"]?.list ?? []).compactMap { $0["version"]?.string }
        guard let preferred = found["preferredVersion"]?["version"]?.string else { return all }
        return [preferred] + all.filter { $0 != preferred }
    }

    /// Every type of objects in namespaces that can be listed, each in the version that the server prefers.
    package func namespaced() async throws -> [ResourceType] {
        var versions = [(group: "", version: "v1")]
        for group in try await cluster.document(at: "/apis")["groups"]?.list ?? [] {
            guard let name = group["name"]?.string,
                let version = group["preferredVersion"]?["version"]?.string
            else { continue }
            versions.append((name, version))
        }
        var types: [ResourceType] = []
        for (group, version) in versions {
            for resource in try await resources(group: group, version: version)
            where resource.isNamespaced && resource.verbs.contains("list") {
                types.append(
                    ResourceType(group: group, version: version, plural: resource.plural, kind: resource.kind)
                )
            }
        }
        return types
    }

    private static func fetch(_ path: String, _ cluster: any Cluster) async throws -> [Resource] {
        let answer: Node
        do {
            answer = try await cluster.document(at: path)
        } catch ClusterError.status(let status) where status.isNotFound {
            return []
        }
        return (answer["resources"]?.list ?? []).compactMap { item in
            guard let plural = item["name"]?.string, !plural.contains("/") else { return nil }
            return Resource(
                plural: plural, kind: item["kind"]?.string ?? "",
                isNamespaced: item["namespaced"]?.bool ?? false,
                shortNames: (item["shortNames"]?.list ?? []).compactMap(\.string),
                verbs: (item["verbs"]?.list ?? []).compactMap(\.string))
        }
    }
}
