import YAML

/// Short ways to the fields that every object has.
extension Node {
    var name: String { self[["metadata", "name"]]?.string ?? "" }
    var namespace: String { self[["metadata", "namespace"]]?.string ?? "" }
    var uid: String { self[["metadata", "uid"]]?.string ?? "" }
    var generation: Int64 { self[["metadata", "generation"]]?.int ?? 0 }
    var isEnding: Bool { self[["metadata", "deletionTimestamp"]]?.string != nil }

    func annotation(_ name: String) -> String? { self[["metadata", "annotations", name]]?.string }
    func label(_ name: String) -> String? { self[["metadata", "labels", name]]?.string }

    /// Seconds since 1970.
    var created: Int64 { self[["metadata", "creationTimestamp"]]?.string.flatMap(Timestamp.seconds) ?? 0 }

    /// The owner that manages it.
    var controller: Node? {
        self[["metadata", "ownerReferences"]]?.list?.first { $0["controller"]?.bool == true }
    }

    func isControlled(by owner: Node) -> Bool { controller?["uid"]?.string == owner.uid }

    /// A reference that makes this object the manager of another.
    var asController: Node {
        [
            "apiVersion": self["apiVersion"] ?? "", "kind": self["kind"] ?? "", "name": Node(name),
            "uid": Node(uid), "controller": true, "blockOwnerDeletion": true,
        ]
    }

    /// A condition of its status.
    func condition(_ type: String) -> Node? {
        self[["status", "conditions"]]?.list?.first { $0["type"]?.string == type }
    }

    func hasCondition(_ type: String) -> Bool { condition(type)?["status"]?.string == "True" }
}
