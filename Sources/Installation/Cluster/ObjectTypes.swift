import IstioAPI
package import Kubernetes
import Schema
package import YAML

/// The types of objects by what they say of themselves: those that this program knows, and else what the
/// cluster serves.
package struct ObjectTypes: Sendable {
    private let discovery: Discovery

    package init(_ discovery: Discovery) { self.discovery = discovery }

    /// The type of an object; nil when neither side knows one.
    package func type(of object: Node) async throws -> ResourceType? {
        guard let apiVersion = object["apiVersion"]?.string, let name = object["kind"]?.string else {
            return nil
        }
        let parts = apiVersion.split(separator: "/", maxSplits: 1).map(String.init)
        let (group, version) = parts.count == 2 ? (parts[0], parts[1]) : ("", apiVersion)
        for generation in [Generation.today, .classic] {
            if let kind = Catalog.kind(group: group, name: name, generation: generation),
                kind.versions.contains(version)
            {
                return ResourceType(kind, version: version)
            }
        }
        let served = try await discovery.resources(group: group, version: version)
        guard let found = served.first(where: { $0.kind == name }) else { return nil }
        return ResourceType(
            group: group, version: version, plural: found.plural, kind: name, isNamespaced: found.isNamespaced
        )
    }

    /// The types that an installation's objects can have, as far as the cluster serves them: what is to go
    /// first is first.
    package func installed() async throws -> [ResourceType] {
        var types: [ResourceType] = []
        for (apiVersion, plural, kind) in Self.known {
            let parts = apiVersion.split(separator: "/", maxSplits: 1).map(String.init)
            let (group, version) = parts.count == 2 ? (parts[0], parts[1]) : ("", apiVersion)
            let served = try await discovery.resources(group: group, version: version)
            guard let found = served.first(where: { $0.plural == plural }) else { continue }
            types.append(
                ResourceType(
                    group: group, version: version, plural: plural, kind: kind,
                    isNamespaced: found.isNamespaced))
        }
        for kind in IstioDefinitions.kinds(.classic) + IstioDefinitions.kinds(.today) {
            if let type = try await discovery.served(kind) { types.append(type) }
        }
        return types
    }

    /// All types of objects in namespaces that the cluster serves and lists, each in one version.
    func namespaced() async throws -> [ResourceType] { try await discovery.namespaced() }

    /// Webhooks go before what answers them, workloads before their accounts and roles.
    private static let known = [
        ("admissionregistration.k8s.io/v1", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration"),
        (
            "admissionregistration.k8s.io/v1", "validatingwebhookconfigurations",
            "ValidatingWebhookConfiguration"
        ),
        (
            "admissionregistration.k8s.io/v1", "validatingadmissionpolicybindings",
            "ValidatingAdmissionPolicyBinding"
        ),
        ("admissionregistration.k8s.io/v1", "validatingadmissionpolicies", "ValidatingAdmissionPolicy"),
        ("networking.k8s.io/v1", "ingressclasses", "IngressClass"),
        ("autoscaling/v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler"),
        ("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget"),
        ("apps/v1", "deployments", "Deployment"), ("apps/v1", "daemonsets", "DaemonSet"),
        ("apps/v1", "statefulsets", "StatefulSet"), ("v1", "services", "Service"),
        ("discovery.k8s.io/v1", "endpointslices", "EndpointSlice"),
        ("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy"), ("v1", "configmaps", "ConfigMap"),
        ("v1", "secrets", "Secret"), ("v1", "resourcequotas", "ResourceQuota"),
        ("v1", "persistentvolumeclaims", "PersistentVolumeClaim"),
        ("k8s.cni.cncf.io/v1", "network-attachment-definitions", "NetworkAttachmentDefinition"),
        ("rbac.authorization.k8s.io/v1", "rolebindings", "RoleBinding"),
        ("rbac.authorization.k8s.io/v1", "roles", "Role"),
        ("rbac.authorization.k8s.io/v1", "clusterrolebindings", "ClusterRoleBinding"),
        ("rbac.authorization.k8s.io/v1", "clusterroles", "ClusterRole"),
        ("v1", "serviceaccounts", "ServiceAccount"),
    ]
}
