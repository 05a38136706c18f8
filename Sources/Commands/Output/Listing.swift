import Kubernetes
import Schema
import YAML

/// The objects of one type that `get` found.
struct Listing: Sendable {
    let kind: Kind
    let type: ResourceType
    var objects: [Node]

    /// In the order of the first value at a path; those without one come first.
    func sorted(by path: JSONPath) throws(JSONPathError) -> Listing {
        var keyed: [(key: Node?, object: Node)] = []
        for object in objects { keyed.append((try path.values(in: object).first, object)) }
        var copy = self
        copy.objects = keyed.sorted { a, b in
            guard let x = a.key, let y = b.key else { return a.key == nil && b.key != nil }
            return x.precedes(y)
        }.map(\.object)
        return copy
    }

    /// The same without `metadata.managedFields`.
    var withoutManagedFields: Listing {
        var copy = self
        copy.objects = objects.map { object in
            guard object["metadata"]?["managedFields"] != nil else { return object }
            var object = object
            object.set(path: ["metadata", "managedFields"], nil)
            return object
        }
        return copy
    }

    /// 0.7.1's kinds are shown as 0.7.1 showed them, unless asked otherwise.
    var isClassic: Bool { kind.generation == .classic }
}
