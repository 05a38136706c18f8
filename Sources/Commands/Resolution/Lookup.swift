import Diagnostics
import Kubernetes
import Schema
import YAML

/// Finds the objects that `get` was asked for.
struct Lookup: Sendable {
    struct Found: Sendable {
        var listings: [Listing] = []
        /// What was asked for by name and could not be had, in whole sentences.
        var failures: [String] = []
        /// As `failures`, but such as 0.7.1 did not fail for.
        var warnings: [String] = []
    }

    let cluster: any Cluster
    let scope: NamespaceScope
    var labelSelector: String?

    /// Throws what concerns a whole type: an unknown one, one that may not be listed, a server that is away.
    func run(_ queries: [TypeQuery]) async throws -> Found {
        let resolver = TypeResolver(cluster)
        var found = Found()
        for query in queries {
            let resolved = try await resolver.resolve(query.type)
            let finder = Finder(
                cluster: cluster,
                namespace: try scope.namespace(of: resolved.kind, byName: !query.names.isEmpty),
                labelSelector: labelSelector)
            var listing = Listing(kind: resolved.kind, type: resolved.type, objects: [])
            if query.names.isEmpty {
                listing.objects = try await finder.all(resolved.type)
            } else {
                for name in query.names { try await add(name, finder, to: &listing, &found) }
            }
            if listing.isClassic {
                found.failures += listing.objects.compactMap {
                    ClassicDocument(kind: listing.kind, object: $0).problem
                }
            }
            found.listings.append(listing)
        }
        return found
    }

    private func add(
        _ name: String, _ finder: Finder, to listing: inout Listing, _ found: inout Found
    ) async throws {
        do {
            listing.objects.append(try await finder.one(listing.type, name))
        } catch let error as ClusterError where error.isMissingObject && listing.isClassic {
            // 0.7.1 took a missing object for an empty list, and scripts rely on its success.
            found.warnings.append(error.text)
        } catch let error as ClusterError where error.isUnavailable {
            throw error
        } catch {
            let reference = ObjectReference(listing.kind, namespace: nil, name: name).qualified
            found.failures.append("cannot get \(reference): \(ErrorText.of(error))")
        }
    }
}

/// Which namespace a command looks in.
struct NamespaceScope: Sendable {
    /// What `--namespace` says.
    var given: String?
    var isAll = false
    /// The namespace of the context.
    var current: String

    struct Conflict: Error, CustomStringConvertible {
        let description =
            "an object cannot be found by its name in all namespaces: say which one with --namespace"
    }

    /// Nil means all namespaces. As 0.7.1 did, its kinds are listed in all of them unless one is named.
    func namespace(of kind: Kind, byName: Bool) throws(Conflict) -> String? {
        if isAll {
            if byName, kind.isNamespaced { throw Conflict() }
            return nil
        }
        if let given { return given }
        return kind.generation == .classic && !byName ? nil : current
    }
}
