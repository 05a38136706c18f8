import Kubernetes
import YAML

/// Says where the pods of a Service are: in an EndpointSlice, and in Endpoints for those who read these.
struct EndpointsController: Controller {
    let name = "endpointslice-controller"
    let type = ResourceType.services
    let dependents = [ResourceType.pods, .endpointSlices]

    static let serviceLabel = "kubernetes.io/service-name"

    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey] {
        guard dependent.key.plural == "pods" else { return try controller(of: dependent) }
        // A pod may have lost a label, so that those count too whose selector no longer means it.
        return try client.list(.services, dependent.key.namespace)
            .filter { $0[["spec", "selector"]]?.map?.isEmpty == false }
            .map { key($0.namespace, $0.name) }
    }

    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        guard let service = try client.get(.services, key.namespace, key.name), !service.isEnding else {
            if let left = try client.get(.endpoints, key.namespace, key.name),
                left.label(Self.managed) == name
            {
                try await client.delete(.endpoints, key.namespace, key.name, uid: left.uid)
            }
            return nil
        }
        // Without a selector its endpoints are the user's.
        guard let labels = service[["spec", "selector"]], labels.map?.isEmpty == false,
            service[["spec", "type"]]?.string != "ExternalName",
            let selector = LabelSelector(object: ["matchLabels": labels])
        else { return nil }
        let pods = try client.list(.pods, key.namespace).filter { pod in
            selector.matches(pod) && pod.phase != "Succeeded" && pod.phase != "Failed"
                && pod[["status", "podIP"]]?.string != nil
        }
        let addresses = ServiceAddresses(service, pods)
        try await write(.endpointSlices, addresses.slice(managedBy: "\(name).k8s.io"), client)
        try await write(.endpoints, addresses.endpoints(managedBy: name), client)
        return nil
    }

    static let managed = "endpoints.sandbox.istioctl/managed-by"

    /// Makes an object, or changes the one that is there where it says something else.
    private func write(_ type: ResourceType, _ object: Node, _ client: LocalClient) async throws {
        guard let old = try client.get(type, object.namespace, object.name) else {
            try await client.create(type, object)
            return
        }
        let fields = ["addressType", "endpoints", "ports", "subsets"]
        guard fields.contains(where: { old[$0] != object[$0] }) else { return }
        var new = old
        for field in fields { new.set(field, object[field]) }
        try await client.replace(type, new)
    }
}
