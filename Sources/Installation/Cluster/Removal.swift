package import Kubernetes
import YAML

/// What an uninstallation takes away, and what it leaves.
package struct Removal: Sendable {
    /// In the order in which they are deleted.
    package private(set) var objects: [OwnedObjects.Found] = []
    /// What stays, and why.
    package private(set) var kept: [(ObjectIdentity, String)] = []

    /// How much is to go.
    package enum Extent: Sendable, Equatable {
        /// What belongs to one revision; what all revisions share stays.
        case revision(String)
        /// The objects of some components of any revision.
        case components([String])
        /// All of Istio.
        case everything
    }

    package init(_ extent: Extent, in cluster: any Cluster, _ types: ObjectTypes) async throws {
        let finder = OwnedObjects(cluster, types)
        switch extent {
        case .revision(let revision):
            objects = try await finder.find(Ownership.selector(revision: revision)).filter {
                // A webhook without a control plane behind it would refuse everything.
                ($0.component?.name != "Base" || $0.identity.type.kind.hasSuffix("WebhookConfiguration"))
                    && $0.object[["metadata", "labels"]]?[Ownership.Label.owner]?.string != Ownership.addons
            }
        case .components(let names):
            objects = try await finder.find(Ownership.everything).filter {
                names.contains($0.component?.name ?? "")
            }
        case .everything:
            objects = try await finder.find(Ownership.everything)
            try await addDefinitions(cluster)
            try await addNamespaces(cluster, types)
        }
    }

    /// Definitions of kinds of which there are objects stay: with a definition all of its objects go, and
    /// they are the users'.
    private mutating func addDefinitions(_ cluster: any Cluster) async throws {
        let options = ListOptions(labelSelector: Ownership.everything)
        let definitions = try await Pager(cluster, .definition, options).all().filter(Ownership.isOwned)
        let gone = Set(objects.map(\.identity))
        for definition in definitions {
            let identity = ObjectIdentity(.definition, of: definition)
            guard let type = Self.served(by: definition) else { continue }
            switch await Self.others(in: cluster, type, namespace: nil, than: gone) {
            case .none: objects.append(.init(identity: identity, object: definition))
            case .some(let reason): kept.append((identity, reason))
            }
        }
    }

    /// Why something has to stay for the sake of the objects of a type; nil when there are no others.
    private static func others(
        in cluster: any Cluster, _ type: ResourceType, namespace: String?, than gone: Set<ObjectIdentity>
    ) async -> String? {
        do {
            let all = try await Pager(cluster, type, namespace: namespace).all()
            let others = all.filter { !comesByItself($0) }.map { ObjectIdentity(type, of: $0) }
                .filter { !gone.contains($0) }
            guard let first = others.first else { return nil }
            return "there is \(first.text)" + (others.count > 1 ? " and \(others.count - 1) more" : "")
        } catch ClusterError.status(let status) where status.isNotFound {
            return nil
        } catch {
            return "\(type.plural) cannot be listed"
        }
    }

    private static func served(by definition: Node) -> ResourceType? {
        guard let spec = definition["spec"], let group = spec["group"]?.string,
            let version = spec["versions"]?.list?.first(where: { $0["served"]?.bool == true })?["name"]?
                .string,
            let plural = spec[["names", "plural"]]?.string, let kind = spec[["names", "kind"]]?.string
        else { return nil }
        return ResourceType(
            group: group, version: version, plural: plural, kind: kind,
            isNamespaced: spec["scope"]?.string == "Namespaced")
    }

    /// Namespaces that an installer made go when nothing of others is in them.
    private mutating func addNamespaces(_ cluster: any Cluster, _ types: ObjectTypes) async throws {
        let options = ListOptions(labelSelector: Ownership.everything)
        let gone = Set(objects.map(\.identity))
        for namespace in try await Pager(cluster, .namespace, options).all()
        where Ownership.isOwned(namespace) {
            let identity = ObjectIdentity(.namespace, of: namespace)
            var reason: String?
            for type in try await types.namespaced() where reason == nil && !Self.passes(type) {
                reason = await Self.others(in: cluster, type, namespace: identity.name, than: gone)
            }
            switch reason {
            case .none: objects.append(.init(identity: identity, object: namespace))
            case .some(let reason): kept.append((identity, reason))
            }
        }
    }

    /// Types whose objects say something of others, and go with them.
    private static func passes(_ type: ResourceType) -> Bool {
        ["events", "leases", "endpoints", "endpointslices"].contains(type.plural)
    }

    /// What clusters and control planes put into namespaces themselves, and make anew. The authority's key is
    /// not among them: whoever trusts it would be lost with it.
    private static func comesByItself(_ object: Node) -> Bool {
        let name = object.objectName ?? ""
        if object[["metadata", "ownerReferences"]]?.list?.isEmpty == false { return true }
        switch object["kind"]?.string {
        case "ServiceAccount": return name == "default"
        case "ConfigMap":
            return ["kube-root-ca.crt", "istio-ca-root-cert", "istio-ca-crl"].contains(name)
                || name.hasSuffix("-leader")
        case "Secret": return object["type"]?.string == "kubernetes.io/service-account-token"
        default: return false
        }
    }

    /// Deletes all; waits until the pods of what has gone have gone, too, or the limit is over.
    package func run(
        in cluster: any Cluster, limit: Duration, tell: @Sendable (OwnedObjects.Found) -> Void
    ) async throws {
        let deadline = ContinuousClock.now + limit
        for found in objects {
            try Task.checkCancellation()
            try await cluster.remove(found.identity)
            tell(found)
        }
        for found in objects
        where ["Deployment", "DaemonSet", "StatefulSet"].contains(found.identity.type.kind) {
            guard let pager = Pager(podsOf: found.object, in: cluster) else { continue }
            while ContinuousClock.now < deadline, try await !pager.all().isEmpty {
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }
}
