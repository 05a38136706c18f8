package import Schema
package import YAML

extension IstioOperator.Values {
    /// The control plane.
    package struct PilotConfig: Message {
        package static let schema = Schema(PilotConfig(), "The control plane.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
        package let autoscaleEnabled = Field<BoolValue>("Scales by load.")
        package let autoscaleMin = Field<UInt32>("Fewest replicas when scaling.")
        package let autoscaleMax = Field<UInt32>("Most replicas when scaling.")
        package let autoscaleBehavior = Field<[String: Node]>("How scaling goes.")
        package let replicaCount = Field<UInt32>("Number of replicas.", .deprecated("use `components.*.k8s`"))
        package let image = Field<String>("Name of the image.")
        package let traceSampling = Field<Double>("Share of the requests to trace in percent.")
        package let resources = Field<Resources>(
            "Resources of the containers.", .deprecated("use `components.*.k8s`"))
        package let cpu = Field<TargetUtilizationConfig>(
            "Use of CPU to aim at when scaling.", .deprecated("use `components.*.k8s`"))
        package let nodeSelector = Field<[String: Node]>(
            "Labels of the nodes to run on.", .deprecated("use `components.*.k8s`"))
        package let keepaliveMaxServerConnectionAge = Field<Duration>(
            "Longest life of a connection to a proxy.")
        package let deploymentLabels = Field<[String: Node]>("Labels of the Deployment.")
        package let podLabels = Field<[String: Node]>("Labels of the pods.")
        package let configMap = Field<BoolValue>("Installs the ConfigMap of the mesh.")
        package let env = Field<[String: Node]>("Environment variables.")
        package let affinity = Field<KubernetesAPI.Affinity>("Where pods may run, as Kubernetes has it.")
        package let rollingMaxSurge = Field<Node>(
            "Pods beyond the wanted ones during an update.", .deprecated("use `components.*.k8s`"))
        package let rollingMaxUnavailable = Field<Node>(
            "Pods that may be missing during an update.", .deprecated("use `components.*.k8s`"))
        package let tolerations = Field<[KubernetesAPI.Toleration]>(
            "Taints that are tolerated, as Kubernetes has them.", .deprecated("use `components.*.k8s`"))
        package let podAnnotations = Field<[String: Node]>(
            "Annotations of the pods.", .deprecated("use `components.*.k8s`"))
        package let serviceAnnotations = Field<[String: Node]>("Annotations of the Service.")
        package let serviceAccountAnnotations = Field<[String: Node]>("Annotations of the service account.")
        package let jwksResolverExtraRootCA = Field<String>("Authorities for fetching key sets, as PEM.")
        package let hub = Field<String>("Registry of the images.")
        package let tag = Field<Node>("Tag of the images.")
        package let variant = Field<String>("Variant of the images: debug or distroless.")
        package let seccompProfile = Field<KubernetesAPI.SeccompProfile>(
            "Profile of seccomp, as Kubernetes has it.")
        package let topologySpreadConstraints = Field<[KubernetesAPI.TopologySpreadConstraint]>(
            "How pods are spread, as Kubernetes has it.")
        package let extraContainerArgs = Field<[[String: Node]]>("Further arguments.")
        package let volumeMounts = Field<[KubernetesAPI.VolumeMount]>("Further mounts.")
        package let volumes = Field<[KubernetesAPI.Volume]>("Further volumes.")
        package let ipFamilies = Field<[String]>("IP families of the Services.")
        package let ipFamilyPolicy = Field<String>("Policy of IP families of the Services.")
        package let memory = Field<TargetUtilizationConfig>(
            "Use of memory to aim at when scaling.", .deprecated("use `components.*.k8s`"))
        package let cni = Field<CNIUsageConfig>("Use of the CNI plugin by sidecars.")
        package let taint = Field<PilotTaintControllerConfig>("Taints of nodes that have no CNI plugin yet.")
        package let trustedZtunnelNamespace = Field<String>("Namespace of the node proxies that are trusted.")
        package let istiodRemote = Field<IstiodRemoteConfig>("A control plane elsewhere.")
        package let envVarFrom = Field<[[String: Node]]>(
            "Environment variables from elsewhere, as Kubernetes has them.")
        package let crlConfigMapName = Field<String>("ConfigMap of revoked certificates.")
    }

    /// Taints of nodes that have no CNI plugin yet.
    package struct PilotTaintControllerConfig: Message {
        package static let schema = Schema(
            PilotTaintControllerConfig(), "Taints of nodes that have no CNI plugin yet.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<Bool>("Whether it is used.")
        package let namespace = Field<String>("Namespace of the plugin.")
        package let name = Field<String>("Name of the taint.")
    }

    /// Injection of sidecars.
    package struct SidecarInjectorConfig: Message {
        package static let schema = Schema(
            SidecarInjectorConfig(), "Injection of sidecars.", hasSnakeCase: false)

        package init() {}

        package let enableNamespacesByDefault = Field<BoolValue>(
            "Injects in all namespaces that do not refuse.")
        package let reinvocationPolicy = Field<String>("Whether the webhook is called again after others.")
        package let neverInjectSelector = Field<[LabelSelector]>("Pods that are never injected.")
        package let alwaysInjectSelector = Field<[LabelSelector]>("Pods that are always injected.")
        package let rewriteAppHTTPProbe = Field<BoolValue>(
            "Sends probes of the application through the agent.")
        package let injectedAnnotations = Field<[String: Node]>("Annotations to add to injected pods.")
        package let injectionURL = Field<String>("Where the webhook is.")
        package let templates = Field<[String: Node]>("Further templates.")
        package let defaultTemplates = Field<[String]>("Templates used unless a pod names others.")
    }
}
