package import Schema
package import YAML

extension IstioOperator.Values {
    /// The gateways.
    package struct GatewaysConfig: Message {
        package static let schema = Schema(GatewaysConfig(), "The gateways.", hasSnakeCase: false)

        package init() {}

        package let `istio-egressgateway` = Field<EgressGatewayConfig>(
            "The egress gateway.", .protoName("istio_egressgateway"))
        package let enabled = Field<BoolValue>("Whether it is used.")
        package let `istio-ingressgateway` = Field<IngressGatewayConfig>(
            "The ingress gateway.", .protoName("istio_ingressgateway"))
        package let securityContext = Field<Node>("Security context of the pods.")
        package let seccompProfile = Field<Node>("Profile of seccomp, as Kubernetes has it.")
    }

    /// The ingress gateway.
    package struct IngressGatewayConfig: Message {
        package static let schema = Schema(
            IngressGatewayConfig(), "The ingress gateway.", hasSnakeCase: false)

        package init() {}

        package let autoscaleEnabled = Field<BoolValue>("Scales by load.")
        package let autoscaleMax = Field<UInt32>("Most replicas when scaling.")
        package let autoscaleMin = Field<UInt32>("Fewest replicas when scaling.")
        package let memory = Field<TargetUtilizationConfig>(
            "Use of memory to aim at when scaling.", .deprecated("use `components.*.k8s`"))
        package let cpu = Field<TargetUtilizationConfig>(
            "Use of CPU to aim at when scaling.", .deprecated("use `components.*.k8s`"))
        package let customService = Field<BoolValue>("Installs no Service.")
        package let enabled = Field<BoolValue>("Whether it is used.")
        package let env = Field<[String: Node]>("Environment variables.")
        package let labels = Field<[String: String]>("Labels of the pods.")
        package let loadBalancerIP = Field<String>("Address of the load balancer.")
        package let loadBalancerSourceRanges = Field<[String]>("Subnets that the load balancer lets in.")
        package let name = Field<String>("Name of the objects.")
        package let nodeSelector = Field<[String: Node]>(
            "Labels of the nodes to run on.", .deprecated("use `components.*.k8s`"))
        package let podAnnotations = Field<[String: Node]>(
            "Annotations of the pods.", .deprecated("use `components.*.k8s`"))
        package let podAntiAffinityLabelSelector = Field<[LabelSelector]>(
            "Pods that must not run on the same node.", .deprecated("use `components.*.k8s`"))
        package let podAntiAffinityTermLabelSelector = Field<[LabelSelector]>(
            "Pods that should not run on the same node.", .deprecated("use `components.*.k8s`"))
        package let ports = Field<[PortsConfig]>("Ports of the Service.")
        package let replicaCount = Field<UInt32>("Number of replicas.", .deprecated("use `components.*.k8s`"))
        package let resources = Field<[String: Node]>(
            "Resources of the containers.", .deprecated("use `components.*.k8s`"))
        package let secretVolumes = Field<[SecretVolume]>("Secrets to mount.")
        package let serviceAnnotations = Field<[String: Node]>("Annotations of the Service.")
        package let type = Field<String>("Type of the Service.")
        package let rollingMaxSurge = Field<Node>(
            "Pods beyond the wanted ones during an update.", .deprecated("use `components.*.k8s`"))
        package let rollingMaxUnavailable = Field<Node>(
            "Pods that may be missing during an update.", .deprecated("use `components.*.k8s`"))
        package let externalTrafficPolicy = Field<String>("Whether addresses of callers are kept.")
        package let tolerations = Field<[KubernetesAPI.Toleration]>(
            "Taints that are tolerated, as Kubernetes has them.", .deprecated("use `components.*.k8s`"))
        package let ingressPorts = Field<[[String: Node]]>("Further ports of the Service.")
        package let additionalContainers = Field<[[String: Node]]>("Further containers of the pods.")
        package let configVolumes = Field<[[String: Node]]>("ConfigMaps to mount.")
        package let runAsRoot = Field<BoolValue>("Runs as root, so that ports below 1024 can be bound.")
        package let injectionTemplate = Field<String>("Templates of injection, separated by commas.")
        package let serviceAccount = Field<ServiceAccount>("The service account.")
        package let ipFamilies = Field<[String]>("IP families of the Services.")
        package let ipFamilyPolicy = Field<String>("Policy of IP families of the Services.")
    }

    /// The egress gateway.
    package struct EgressGatewayConfig: Message {
        package static let schema = Schema(EgressGatewayConfig(), "The egress gateway.", hasSnakeCase: false)

        package init() {}

        package let autoscaleEnabled = Field<BoolValue>("Scales by load.")
        package let autoscaleMax = Field<UInt32>("Most replicas when scaling.")
        package let autoscaleMin = Field<UInt32>("Fewest replicas when scaling.")
        package let memory = Field<TargetUtilizationConfig>(
            "Use of memory to aim at when scaling.", .deprecated("use `components.*.k8s`"))
        package let cpu = Field<TargetUtilizationConfig>(
            "Use of CPU to aim at when scaling.", .deprecated("use `components.*.k8s`"))
        package let customService = Field<BoolValue>("Installs no Service.")
        package let enabled = Field<BoolValue>("Whether it is used.")
        package let env = Field<[String: Node]>("Environment variables.")
        package let labels = Field<[String: String]>("Labels of the pods.")
        package let name = Field<String>("Name of the objects.")
        package let nodeSelector = Field<[String: Node]>(
            "Labels of the nodes to run on.", .deprecated("use `components.*.k8s`"))
        package let podAnnotations = Field<[String: Node]>(
            "Annotations of the pods.", .deprecated("use `components.*.k8s`"))
        package let podAntiAffinityLabelSelector = Field<[LabelSelector]>(
            "Pods that must not run on the same node.", .deprecated("use `components.*.k8s`"))
        package let podAntiAffinityTermLabelSelector = Field<[LabelSelector]>(
            "Pods that should not run on the same node.", .deprecated("use `components.*.k8s`"))
        package let ports = Field<[PortsConfig]>("Ports of the Service.")
        package let resources = Field<Resources>(
            "Resources of the containers.", .deprecated("use `components.*.k8s`"))
        package let secretVolumes = Field<[SecretVolume]>("Secrets to mount.")
        package let serviceAnnotations = Field<[String: Node]>("Annotations of the Service.")
        package let type = Field<String>("Type of the Service.")
        package let tolerations = Field<[KubernetesAPI.Toleration]>(
            "Taints that are tolerated, as Kubernetes has them.", .deprecated("use `components.*.k8s`"))
        package let rollingMaxSurge = Field<Node>(
            "Pods beyond the wanted ones during an update.", .deprecated("use `components.*.k8s`"))
        package let rollingMaxUnavailable = Field<Node>(
            "Pods that may be missing during an update.", .deprecated("use `components.*.k8s`"))
        package let configVolumes = Field<[[String: Node]]>("ConfigMaps to mount.")
        package let additionalContainers = Field<[[String: Node]]>("Further containers of the pods.")
        package let runAsRoot = Field<BoolValue>("Runs as root, so that ports below 1024 can be bound.")
        package let injectionTemplate = Field<String>("Templates of injection, separated by commas.")
        package let serviceAccount = Field<ServiceAccount>("The service account.")
        package let ipFamilies = Field<[String]>("IP families of the Services.")
        package let ipFamilyPolicy = Field<String>("Policy of IP families of the Services.")
    }

    /// A port of a Service.
    package struct PortsConfig: Message {
        package static let schema = Schema(PortsConfig(), "A port of a Service.", hasSnakeCase: false)

        package init() {}

        package let name = Field<String>("Name of the port.")
        package let port = Field<Int32>("The port.")
        package let nodePort = Field<Int32>("Port on the nodes.")
        package let targetPort = Field<Int32>("Port of the pods.")
        package let `protocol` = Field<String>("TCP, UDP or SCTP.")
    }

    /// A secret to mount.
    package struct SecretVolume: Message {
        package static let schema = Schema(SecretVolume(), "A secret to mount.", hasSnakeCase: false)

        package init() {}

        package let mountPath = Field<String>("Where it is mounted.")
        package let name = Field<String>("Name of the volume.")
        package let secretName = Field<String>("Name of the secret.")
    }

    /// A service account.
    package struct ServiceAccount: Message {
        package static let schema = Schema(ServiceAccount(), "A service account.", hasSnakeCase: false)

        package init() {}

        package let annotations = Field<[String: Node]>("Annotations.")
    }
}
