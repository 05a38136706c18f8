import Kubernetes
import YAML

/// What every namespace has: the ServiceAccount `default`, and the certificate by which the API server is
/// known.
struct NamespaceAccounts: Controller {
    let name = "serviceaccount-controller"
    let type = ResourceType.namespaces
    let dependents = [ResourceType.serviceAccounts, .configMaps]
    let authorityPEM: String

    private static let account = "default"
    private static let certificate = "kube-root-ca.crt"

    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey] {
        guard [Self.account, Self.certificate].contains(dependent.key.name) else { return [] }
        return [key("", dependent.key.namespace)]
    }

    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        guard let namespace = try client.get(type, "", key.name), !namespace.isEnding else { return nil }
        if try client.get(.serviceAccounts, key.name, Self.account) == nil {
            try await client.create(
                .serviceAccounts,
                [
                    "apiVersion": "v1", "kind": "ServiceAccount",
                    "metadata": ["name": Node(Self.account), "namespace": Node(key.name)],
                ])
        }
        let data: Node = ["ca.crt": Node(authorityPEM)]
        guard let old = try client.get(.configMaps, key.name, Self.certificate) else {
            try await client.create(
                .configMaps,
                [
                    "apiVersion": "v1", "kind": "ConfigMap",
                    "metadata": ["name": Node(Self.certificate), "namespace": Node(key.name)], "data": data,
                ])
            return nil
        }
        guard old["data"] != data else { return nil }
        var new = old
        new.set("data", data)
        try await client.replace(.configMaps, new)
        return nil
    }
}
