import Analysis
import Diagnostics
import IstioAPI
import Kubernetes
import Schema
import YAML

/// Reads from a cluster what analyzers ask for.
struct ClusterReading: Sendable {
    struct Mesh: Sendable {
        var objects: [MeshObject] = []
        /// Types that the user may not list, or not in all namespaces.
        var unreadable: Set<ObjectType> = []
        /// Nil where the cluster does not tell.
        var meshConfig: Node?
        var notes: [String] = []
    }

    static let hint = "To analyze files without a cluster, use --use-kube=false."

    private let cluster: any Cluster
    private let context: String
    private let controlPlane: String
    /// Where to look when all namespaces are not allowed.
    private let namespace: String?
    private let timeout: Duration
    private let discovery: Discovery

    init(_ connection: Connection, controlPlane: String, namespace: String?, timeout: Duration) {
        cluster = connection.cluster
        context = connection.configuration.contextName ?? ""
        self.controlPlane = controlPlane
        self.namespace = namespace
        self.timeout = timeout
        discovery = Discovery(connection.cluster)
    }

    /// All objects of the types, and the mesh configuration. A namespace that must exist may also be one
    /// that the files make.
    func read(
        _ types: [ObjectType], revision: String?, files: [MeshObject], mustExist: Bool
    ) async throws -> Mesh {
        let isNew = files.contains {
            $0.namespace == namespace || ($0.type == .namespace && $0.name == namespace)
        }
        return try await withinTime {
            if mustExist, !isNew { try await checkNamespace() }
            var mesh = try await objects(of: Array(Set(types)))
            try await addMeshConfig(revision, to: &mesh)
            return mesh
        }
    }

    /// The services alone, as another cluster of the mesh has them.
    func services() async throws -> Mesh { try await withinTime { try await objects(of: [.service]) } }

    private func withinTime(_ work: @escaping @Sendable () async throws -> Mesh) async throws -> Mesh {
        do {
            return try await Deadline.run(
                timeout, orThrow: ClusterError.timedOut(server: "the cluster"), work)
        } catch let error as ClusterError where error.isUnavailable {
            throw Failure.unavailable("\(error.text)\n\(Self.hint)")
        }
    }

    private func checkNamespace() async throws {
        guard let namespace, let kind = Catalog.kind(group: "", name: "Namespace") else { return }
        do {
            _ = try await cluster.get(ResourceType(kind), namespace: nil, name: namespace)
        } catch let error as ClusterError where error.isMissingObject {
            throw Failure("namespace \"\(namespace)\" does not exist")
        } catch let error as ClusterError where error.isForbidden {
            return
        }
    }
}

// MARK: Objects

extension ClusterReading {
    /// So many lists are asked for at a time.
    private static let width = 8

    private struct Listing: Sendable {
        let types: [ObjectType]
        var objects: [MeshObject] = []
        var unreadable: String?
    }

    private func objects(of types: [ObjectType]) async throws -> Mesh {
        // The classic and today's kinds of one name are listed once.
        let groups = Dictionary(grouping: types) { "\($0.group)/\($0.kind)" }
        var waiting = groups.sorted { $0.key < $1.key }.map(\.value)[...]
        return try await withThrowingTaskGroup(of: Listing.self) { group in
            for _ in 0..<Self.width {
                if let next = waiting.popFirst() { group.addTask { try await list(next) } }
            }
            var listings: [Listing] = []
            while let listing = try await group.next() {
                listings.append(listing)
                if let next = waiting.popFirst() { group.addTask { try await list(next) } }
            }
            return Self.mesh(listings)
        }
    }

    private static func mesh(_ listings: [Listing]) -> Mesh {
        var mesh = Mesh()
        for listing in listings.sorted(by: { $0.types[0].kind < $1.types[0].kind }) {
            mesh.objects += listing.objects
            if let reason = listing.unreadable {
                mesh.unreadable.formUnion(listing.types)
                mesh.notes.append("note: \(listing.types[0].kind) objects could not all be read: \(reason)")
            }
        }
        return mesh
    }

    private func list(_ types: [ObjectType]) async throws -> Listing {
        var listing = Listing(types: types)
        let type: ResourceType
        do {
            guard let found = try await served(types) else { return listing }
            type = found
        } catch let error as ClusterError where error.isForbidden {
            listing.unreadable = error.text
            return listing
        }
        // Of all the texts that a cluster keeps, Istio's own are of interest.
        let isOwn = types.contains(.configMap)
        let items: [Node]
        do {
            items = try await Pager(cluster, type, namespace: isOwn ? controlPlane : nil).all()
        } catch let error as ClusterError where error.isForbidden {
            listing.unreadable = error.text
            guard let namespace, type.isNamespaced, !isOwn else { return listing }
            do {
                items = try await Pager(cluster, type, namespace: namespace).all()
            } catch let error as ClusterError where error.isForbidden {
                return listing
            }
        }
        listing.objects = items.flatMap { item in
            MeshInput(Document(item.stripped.numbered, name: context), origin: .cluster(context))
                .withoutSystem.objects
        }
        return listing
    }

    /// The version in which to ask; nil where the cluster does not have the type.
    private func served(_ types: [ObjectType]) async throws -> ResourceType? {
        for type in types.sorted(by: { $0.generation == .today && $1.generation == .classic }) {
            guard let kind = Self.kind(type) else { continue }
            if kind.group.isEmpty { return ResourceType(kind) }
            if let found = try await discovery.served(kind) { return found }
        }
        return nil
    }

    private static func kind(_ type: ObjectType) -> Kind? {
        Catalog.kind(group: type.group, name: type.kind, generation: type.generation)
            ?? gatewayKinds.first { $0.group == type.group && $0.name == type.kind }
    }

    /// The kinds of the Gateway API that analyzers read; the program knows no more of them.
    private static let gatewayKinds = [
        Kind("gateway.networking.k8s.io", "v1", "v1beta1", name: "Gateway", plural: "gateways"),
        Kind("gateway.networking.k8s.io", "v1", "v1beta1", name: "HTTPRoute", plural: "httproutes"),
        Kind("gateway.networking.k8s.io", "v1", name: "GRPCRoute", plural: "grpcroutes"),
    ]
}

// MARK: Mesh configuration

extension ClusterReading {
    private func addMeshConfig(_ revision: String?, to mesh: inout Mesh) async throws {
        guard let kind = Catalog.kind(group: "", name: "ConfigMap") else { return }
        let name = revision.flatMap { $0.isEmpty || $0 == "default" ? nil : "istio-\($0)" } ?? "istio"
        do {
            let map = try await cluster.get(ResourceType(kind), namespace: controlPlane, name: name)
            let source = Source(name: "ConfigMap \(controlPlane)/\(name)", map["data"]?["mesh"]?.string ?? "")
            let document = YAMLReader.documents(in: source).first
            if let document, document.problems.hasErrors {
                mesh.notes.append("note: \(source.name) is no YAML; Istio's defaults are taken")
            } else {
                mesh.meshConfig = document?.root
            }
        } catch let error as ClusterError where error.isNotFound || error.isForbidden {
            mesh.notes.append(
                "note: no mesh configuration: \(error.text); Istio's defaults are taken")
        }
    }
}

extension ClusterError {
    fileprivate var isForbidden: Bool {
        if case .status(let status) = self { return status.code == 403 }
        return false
    }
}

extension Node {
    /// Without what servers note about who wrote what.
    fileprivate var stripped: Node {
        guard var metadata = self["metadata"], metadata["managedFields"] != nil else { return self }
        metadata.set("managedFields", nil)
        return setting("metadata", metadata)
    }

    /// The same with a mark of its own on every value and key, by which the way to it is found.
    fileprivate var numbered: Node {
        var count: UInt32 = 0
        return numbered(&count)
    }

    private func numbered(_ count: inout UInt32) -> Node {
        count &+= 1
        let mark = Mark(line: count, column: 1)
        switch content {
        case .list(let items): return Node(.list(items.map { $0.numbered(&count) }), at: mark)
        case .map(let entries):
            let numbered = entries.map { entry in
                count &+= 1
                let keyMark = Mark(line: count, column: 2)
                return Entry(entry.key, entry.value.numbered(&count), at: keyMark)
            }
            return Node(.map(numbered), at: mark)
        default: return Node(content, at: mark)
        }
    }
}
