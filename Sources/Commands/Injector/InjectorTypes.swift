import Kubernetes

/// The types of objects that the commands about injection work with.
extension ResourceType {
    static let namespaces = ResourceType(
        group: "", version: "v1", plural: "namespaces", kind: "Namespace", isNamespaced: false)
    static let pods = ResourceType(group: "", version: "v1", plural: "pods", kind: "Pod")
    static let configMaps = ResourceType(group: "", version: "v1", plural: "configmaps", kind: "ConfigMap")
    static let secrets = ResourceType(group: "", version: "v1", plural: "secrets", kind: "Secret")
    static let mutatingWebhooks = ResourceType(
        group: "admissionregistration.k8s.io", version: "v1", plural: "mutatingwebhookconfigurations",
        kind: "MutatingWebhookConfiguration", isNamespaced: false)
    static let validatingWebhooks = ResourceType(
        group: "admissionregistration.k8s.io", version: "v1", plural: "validatingwebhookconfigurations",
        kind: "ValidatingWebhookConfiguration", isNamespaced: false)
    static let signingRequests = ResourceType(
        group: "certificates.k8s.io", version: "v1", plural: "certificatesigningrequests",
        kind: "CertificateSigningRequest", isNamespaced: false)
}

/// What webhooks of 0.7.1 and their set-up are called unless the user says otherwise.
enum InjectorDefaults {
    static let service = "istio-sidecar-injector"
    static let secret = "sidecar-injector-certs"
    /// Keys of the Secret, and names of files.
    static let certificate = "cert.pem"
    static let key = "key.pem"
    static let authority = "ca-cert.pem"
}
