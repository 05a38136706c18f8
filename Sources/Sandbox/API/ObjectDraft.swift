import Kubernetes
import Schema
import YAML

/// An object on its way into the store: what the client sent, with what the server decides.
struct ObjectDraft: Sendable {
    var node: Node
    let target: APITarget
    var name: String
    /// What becomes of fields that the kind does not have.
    var fieldValidation = FieldValidation.warn

    /// Whether it brings a new status, and not the rest.
    var changesStatus = false
    /// Whether it was only kept for finalizers, the last of which is gone now.
    private(set) var isFinished = false

    private var kind: Kind { target.kind }

    /// Checks that the body is an object of the target's type and place.
    init(_ node: Node, for target: APITarget) throws(APIFailure) {
        guard node.map != nil else { throw .badRequest("the body of the request is not an object") }
        self.target = target
        self.node = node
        name = target.name ?? ""
        try checkType()
        if node["metadata"]?.map == nil { self.node.set("metadata", .emptyMap) }
        try checkPlace()
    }

    private func checkType() throws(APIFailure) {
        let version = node["apiVersion"]?.string ?? ""
        let name = node["kind"]?.string ?? ""
        // A body without a type is one of the addressed type.
        guard version.isEmpty || version == target.apiVersion else {
            throw .badRequest(
                "the API version in the data (\(version)) does not match the expected API version (\(target.apiVersion))"
            )
        }
        guard name.isEmpty || name == kind.name else {
            throw .badRequest(
                "the kind in the data (\(name)) does not match the expected kind (\(kind.name))")
        }
    }

    private mutating func checkPlace() throws(APIFailure) {
        let metadata = node["metadata"] ?? .emptyMap
        let namespace = metadata["namespace"]?.string ?? ""
        guard namespace.isEmpty || namespace == target.namespace ?? "" else {
            throw .badRequest(
                "the namespace of the provided object does not match the namespace sent on the request")
        }
        let name = metadata["name"]?.string ?? ""
        if let wanted = target.name {
            guard name.isEmpty || name == wanted else {
                throw .badRequest(
                    "the name of the object (\(name)) does not match the name on the URL (\(wanted))")
            }
        } else {
            self.name = name
        }
        node.set(path: ["metadata", "namespace"], target.namespace.map { Node($0) })
    }

    // MARK: What the server decides

    /// Fills in what a new object gets.
    mutating func prepareCreation() throws(APIFailure) {
        guard (node["metadata"]?["resourceVersion"]?.string ?? "").isEmpty else {
            throw .badRequest("resourceVersion should not be set on objects to be created")
        }
        if name.isEmpty, let prefix = node["metadata"]?["generateName"]?.string, !prefix.isEmpty {
            name = ObjectNames.generated(from: prefix)
        }
        try checkMetadata()
        node.set(path: ["metadata", "name"], Node(name))
        node.set(path: ["metadata", "uid"], Node(ObjectNames.uid()))
        node.set(path: ["metadata", "creationTimestamp"], Node(Timestamp.text(Timestamp.now())))
        node.set(path: ["metadata", "generation"], 1)
        dropServerFields()
    }

    /// Gives the object the form of its kind: fields of the right types, no unknown ones, and what the server
    /// fills in. `old` is what it replaces.
    mutating func settle(_ kinds: KindRegistry, old: Node?) throws(APIFailure) {
        var unknown: [String] = []
        if let custom = kinds.custom(kind)?.version(target.version) {
            try conform(to: KubernetesTypes.metadata, at: "metadata", unknown: &unknown)
            node = custom.settled(node) { unknown.append($0) }
            return try fieldValidation.report(unknown: unknown)
        }
        if let type = KubernetesTypes.message(apiVersion: target.apiVersion, kind: kind.name) {
            try conform(to: type, unknown: &unknown)
        } else {
            try conform(to: KubernetesTypes.metadata, at: "metadata", unknown: &unknown)
        }
        try fieldValidation.report(unknown: unknown, in: handling)
        if CustomDefinition.isOne(kind) { CustomDefinition.complete(&node, old: old) }
        KindDefaults.apply(to: &node, of: kind, replacing: old)
    }

    /// Brings the object, or one field of it, into the form of a type.
    private mutating func conform(
        to type: MessageType?, at field: String? = nil, unknown: inout [String]
    ) throws(APIFailure) {
        guard let type else { return }
        var reading = TypedObject()
        do {
            if let field {
                let part = node[field] ?? .emptyMap
                node.set(field, try reading.read(part, as: type, at: field))
            } else {
                node = try reading.read(node, as: type)
            }
        } catch {
            throw .badRequest("\(handling)\(error.problem)")
        }
        unknown += reading.unknown
    }

    /// How Kubernetes begins to say that it cannot read an object.
    private var handling: String {
        "\(kind.name) in version \"\(target.version)\" cannot be handled as a \(kind.name): "
    }

    /// Keeps what an update cannot change.
    mutating func prepareUpdate(of old: Node) throws(APIFailure) {
        try checkMetadata()
        node.set(path: ["metadata", "name"], Node(name))
        let finalizers = node[["metadata", "finalizers"]]?.list ?? []
        if let ending = old[["metadata", "deletionTimestamp"]] {
            let known = old[["metadata", "finalizers"]]?.list ?? []
            guard finalizers.allSatisfy(known.contains) else {
                throw .invalid(
                    kind, name,
                    [
                        .init(
                            reason: "FieldValueForbidden",
                            message:
                                "Forbidden: no new finalizers can be added if the object is being deleted",
                            field: "metadata.finalizers")
                    ])
            }
            isFinished = !ending.isNull && finalizers.isEmpty && !known.isEmpty
        }
        for field in ["uid", "creationTimestamp"] {
            node.set(path: ["metadata", field], old["metadata"]?[field])
        }
        node.set(path: ["metadata", "generation"], old["metadata"]?["generation"])
        dropServerFields()
        for field in ["deletionTimestamp", "deletionGracePeriodSeconds"] {
            node.set(path: ["metadata", field], old["metadata"]?[field])
        }
    }

    /// Counts a change of anything but metadata and status, of an object that has its final form.
    mutating func countGeneration(after old: Node) {
        let generation = old["metadata"]?["generation"]?.int ?? 1
        let (next, overflow) = generation.addingReportingOverflow(1)
        node.set(
            path: ["metadata", "generation"], Node(hasSameContent(as: old) || overflow ? generation : next))
    }

    private mutating func dropServerFields() {
        for field in ["managedFields", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"] {
            node.set(path: ["metadata", field], nil)
        }
    }

    private func hasSameContent(as old: Node) -> Bool {
        func content(_ node: Node) -> Node {
            Node((node.map ?? []).filter { !["metadata", "status", "apiVersion", "kind"].contains($0.key) })
        }
        return content(node) == content(old)
    }

    private func checkMetadata() throws(APIFailure) {
        var causes: [APIFailure.Cause] = []
        if name.isEmpty {
            causes.append(
                .init(
                    reason: "FieldValueRequired", message: "Required value: name or generateName is required",
                    field: "metadata.name"))
        } else if let problem = ObjectNames.problem(name, as: ObjectNames.form(of: kind)) {
            causes.append(
                .init(
                    reason: "FieldValueInvalid", message: "Invalid value: \"\(name)\": \(problem)",
                    field: "metadata.name"))
        }
        guard causes.isEmpty else { throw .invalid(kind, name, causes) }
    }
}
