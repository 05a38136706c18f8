/// `.Capabilities`: what a chart may ask of the cluster and of Helm.
package struct HelmCapabilities: Sendable {
    /// With a leading `v`.
    package var kubernetes: String
    package var apiVersions: [String]
    package var helm: String

    /// What Helm 4.3.1 assumes where there is no cluster.
    package init(
        kubernetes: String = "v1.37.0", apiVersions: [String] = Self.defaultVersions, helm: String = "v4.3.1"
    ) {
        self.kubernetes = kubernetes
        self.apiVersions = apiVersions
        self.helm = helm
    }

    package var value: Value {
        .pointer(
            StructValue(
                "common.Capabilities",
                [
                    .init("KubeVersion", kubeVersion), .init("APIVersions", versions),
                    .init("HelmVersion", helmVersion),
                ]))
    }

    private var kubeVersion: Value {
        let parts = kubernetes.drop { $0 == "v" }.split(separator: ".")
        let version = Text(kubernetes)
        return .structure(
            StructValue(
                "common.KubeVersion",
                [
                    .init("Version", .text(version)),
                    .init("Major", .string(parts.first.map(String.init) ?? "")),
                    .init("Minor", .string(parts.count > 1 ? String(parts[1].prefix { $0.isNumber }) : "")),
                ],
                methods: [Function("GitVersion", returns: .string) { _ in .text(version) }],
                description: { version }))
    }

    private var versions: Value {
        let known = Set(apiVersions)
        let has = Function("Has", .string, returns: .bool) { arguments in
            .bool(known.contains(arguments[0].text?.string ?? ""))
        }
        return .list(
            ListValue(
                apiVersions.map { .string($0) }, of: .string, named: NamedType("common.VersionSet", [has])))
    }

    private var helmVersion: Value {
        .structure(
            StructValue(
                "version.BuildInfo",
                [
                    .init("Version", .string(helm)), .init("GitCommit", ""), .init("GitTreeState", ""),
                    .init("GoVersion", ""), .init("KubeClientVersion", .string(kubernetes)),
                ]))
    }

    /// The groups of Kubernetes 1.37's client library, in its order.
    package static let defaultVersions = [
        "v1", "admissionregistration.k8s.io/v1", "admissionregistration.k8s.io/v1alpha1",
        "admissionregistration.k8s.io/v1beta1", "internal.apiserver.k8s.io/v1alpha1", "apps/v1",
        "apps/v1beta1", "apps/v1beta2", "authentication.k8s.io/v1", "authentication.k8s.io/v1alpha1",
        "authentication.k8s.io/v1beta1", "authorization.k8s.io/v1", "authorization.k8s.io/v1beta1",
        "autoscaling/v1", "autoscaling/v2", "batch/v1", "batch/v1beta1", "certificates.k8s.io/v1",
        "certificates.k8s.io/v1beta1", "certificates.k8s.io/v1alpha1", "coordination.k8s.io/v1alpha2",
        "coordination.k8s.io/v1beta1", "coordination.k8s.io/v1", "discovery.k8s.io/v1",
        "discovery.k8s.io/v1beta1", "events.k8s.io/v1", "events.k8s.io/v1beta1", "extensions/v1beta1",
        "flowcontrol.apiserver.k8s.io/v1", "flowcontrol.apiserver.k8s.io/v1beta1",
        "flowcontrol.apiserver.k8s.io/v1beta2", "flowcontrol.apiserver.k8s.io/v1beta3",
        "lifecycle.k8s.io/v1alpha1", "networking.k8s.io/v1", "networking.k8s.io/v1beta1", "node.k8s.io/v1",
        "node.k8s.io/v1alpha1", "node.k8s.io/v1beta1", "policy/v1", "policy/v1beta1",
        "rbac.authorization.k8s.io/v1", "rbac.authorization.k8s.io/v1beta1",
        "rbac.authorization.k8s.io/v1alpha1", "resource.k8s.io/v1", "resource.k8s.io/v1beta2",
        "resource.k8s.io/v1beta1", "resource.k8s.io/v1alpha3", "scheduling.k8s.io/v1alpha3",
        "scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1", "storage.k8s.io/v1beta1", "storage.k8s.io/v1",
        "storage.k8s.io/v1alpha1", "storagemigration.k8s.io/v1", "storagemigration.k8s.io/v1beta1",
        "apiextensions.k8s.io/v1beta1", "apiextensions.k8s.io/v1",
    ]
}
