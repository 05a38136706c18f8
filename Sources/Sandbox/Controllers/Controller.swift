import Kubernetes
import YAML

/// Brings objects of one type to what they say, again and again: it looks at what there is, never at what
/// has happened, and keeps nothing that a restart would lose.
protocol Controller: Sendable {
    /// Who writes, as `managedFields` name it.
    var name: String { get }

    /// The type of the objects that it brings to what they say.
    var type: ResourceType { get }

    /// Other types whose changes may concern them.
    var dependents: [ResourceType] { get }

    /// Which of its objects a change of a dependent concerns.
    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey]

    /// Objects at which something outside the API asks to look; nil for none.
    var signals: AsyncStream<ObjectKey>? { get }

    /// Does what is to be done for an object, which may be gone; when to look again though nothing changes.
    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration?
}

extension Controller {
    var dependents: [ResourceType] { [] }
    var signals: AsyncStream<ObjectKey>? { nil }

    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey] { [] }

    /// The object of its own type that manages a dependent.
    func controller(of dependent: StoredObject) throws -> [ObjectKey] {
        guard let owner = try JSONReader.node(dependent.body).controller, let name = owner["name"]?.string,
            owner["kind"]?.string == type.kind
        else { return [] }
        return [key(dependent.key.namespace, name)]
    }

    func key(_ namespace: String, _ name: String) -> ObjectKey {
        ObjectKey(group: type.group, plural: type.plural, namespace: namespace, name: name)
    }
}
