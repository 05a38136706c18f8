package import FoundationEssentials
package import Schema
package import YAML

/// All that is known of a mesh at one moment, from files, a cluster, or files laid over a cluster. Immutable.
package struct MeshSnapshot: Sendable {
    /// How much of the mesh the input shows, which decides whether what is not there is missing.
    package enum Coverage: Sendable {
        /// What is not in the input does not exist.
        case everything
        /// Files hold all configuration of Istio, and the rest as far as they hold any of the kind in the
        /// namespace.
        case files
        /// All was read but for the types that the user may not list.
        case cluster(unreadable: Set<ObjectType>)
    }

    /// Whether a thing is there.
    package enum Answer<Found> {
        case found(Found)
        case missing
        /// The input does not show whether it is there.
        case unknown
    }

    package let objects: [MeshObject]
    package let coverage: Coverage
    /// The configuration of the mesh as given; absent fields have Istio's defaults.
    package let meshConfig: Node
    /// The namespace of the control plane, where rules for the whole mesh live too.
    package let rootNamespace: String
    /// What is taken for now when certificates are looked at; nil leaves their dates unchecked.
    package let now: Date?
    /// Pods, and what files will make pods of.
    let workloads: WorkloadIndex
    /// Where the input comes from several clusters: their services, those of one name together.
    let clusterServices: [[MeshObject]]
    private let byType: [ObjectType: [MeshObject]]
    private let byName: [Name: MeshObject]
    private let namespacesByType: [ObjectType: Set<String>]

    private struct Name: Hashable {
        let type: ObjectType
        let namespace: String
        let name: String

        init(_ type: ObjectType, _ namespace: String, _ name: String) {
            self.type = type
            self.namespace = namespace
            self.name = name
        }

        init(_ object: MeshObject) { self.init(object.type, object.namespace, object.name) }
    }

    /// Later objects replace earlier ones of the same type, namespace and name. Without `meshConfig`, the
    /// one among the objects holds.
    package init(
        _ objects: [MeshObject], coverage: Coverage = .everything, meshConfig: Node? = nil,
        istioNamespace: String = "istio-system", now: Date? = nil
    ) {
        var last: [Name: Int] = [:]
        for (index, object) in objects.enumerated() { last[Name(object)] = index }
        let kept = objects.enumerated().filter { last[Name($1)] == $0 }.map(\.element)
        self.objects = kept
        clusterServices = Self.servicesOfSeveralClusters(objects)
        self.coverage = coverage
        let meshConfig = meshConfig ?? kept.last { $0.type == .meshConfig }?.node ?? .emptyMap
        self.meshConfig = meshConfig
        self.now = now
        rootNamespace = meshConfig["rootNamespace"]?.string ?? istioNamespace
        byType = Dictionary(grouping: kept, by: \.type)
        byName = Dictionary(kept.map { (Name($0), $0) }, uniquingKeysWith: { _, last in last })
        workloads = WorkloadIndex(Self.workloads(byType, coverage))
        namespacesByType = byType.mapValues { group in
            Set(group.lazy.filter { $0.origin != .assumed }.map(\.namespace))
        }
    }

    /// The objects of a type in the order of the input.
    package func all(_ type: ObjectType) -> [MeshObject] { byType[type] ?? [] }

    /// The objects of a declared kind with typed views of their specs.
    package func all<R: Resource>(_ resource: R.Type) -> [(object: MeshObject, spec: Object<R>)] {
        all(ObjectType(R.kind)).map { ($0, Object<R>($0.spec)) }
    }

    package func object(_ type: ObjectType, _ namespace: String, _ name: String) -> MeshObject? {
        byName[Name(type, namespace, name)]
    }

    /// Whether an object is there, missing, or cannot be known from the input.
    package func find(_ type: ObjectType, _ namespace: String, _ name: String) -> Answer<MeshObject> {
        if let found = object(type, namespace, name) { return .found(found) }
        return shows(type, in: namespace) ? .missing : .unknown
    }

    /// Whether all objects of a type in a namespace are in the input; nil asks about all namespaces.
    package func shows(_ type: ObjectType, in namespace: String? = nil) -> Bool {
        switch coverage {
        case .everything: return true
        case .cluster(let unreadable): return !unreadable.contains(type)
        case .files:
            if type.isIstio { return true }
            guard let namespaces = namespacesByType[type] else { return false }
            return namespace.map { namespaces.contains($0) } ?? !namespaces.isEmpty
        }
    }

    /// Whether all workloads of a namespace are in the input; nil asks about all namespaces.
    func showsWorkloads(in namespace: String? = nil) -> Bool {
        if shows(.pod, in: namespace) { return true }
        guard case .files = coverage else { return false }
        return namespace.map { workloads.knownNamespaces.contains($0) } ?? !workloads.knownNamespaces.isEmpty
    }

    /// What a file will make pods of counts as such, unless the input shows all pods that there are.
    private static func workloads(_ byType: [ObjectType: [MeshObject]], _ coverage: Coverage) -> [Workload] {
        let pods = (byType[.pod] ?? []).map { Workload(pod: $0) }
        if case .everything = coverage { return pods }
        let templates = Workload.templateTypes.flatMap { byType[$0] ?? [] }
        return pods + templates.filter { $0.origin == .file }.compactMap { Workload(templateOf: $0) }
    }

    private static func servicesOfSeveralClusters(_ objects: [MeshObject]) -> [[MeshObject]] {
        let services = objects.filter { $0.type == .service && $0.cluster != nil }
        guard Set(services.map(\.cluster)).count > 1 else { return [] }
        return Dictionary(grouping: services, by: \.fullName).sorted { $0.key < $1.key }.map(\.value)
    }
}
