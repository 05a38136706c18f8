package import Schema
package import YAML

extension KubernetesAPI {
    /// How a workload scales.
    package struct Autoscaler: Message {
        package static let schema = Schema(Autoscaler(), "How a workload scales.", hasSnakeCase: false)

        package init() {}

        package let scaleTargetRef = Field<[String: Node]>("The workload.")
        package let minReplicas = Field<Int32>("Fewest replicas.")
        package let maxReplicas = Field<Int32>("Most replicas.")
        package let metrics = Field<[Node]>("What is measured.")
        package let behavior = Field<[String: Node]>("How fast it scales.")
    }

    /// How many pods may be missing.
    package struct DisruptionBudget: Message {
        package static let schema = Schema(
            DisruptionBudget(), "How many pods may be missing.", hasSnakeCase: false)

        package init() {}

        package let minAvailable = Field<Node>("Fewest pods, a number or a share.")
        package let selector = Field<LabelSelector>("The pods.")
        package let maxUnavailable = Field<Node>("Most missing pods, a number or a share.")
        package let unhealthyPodEvictionPolicy = Field<String>("IfHealthyBudget or AlwaysAllow.")
    }

    /// How pods are replaced.
    package struct DeploymentStrategy: Message {
        package static let schema = Schema(
            DeploymentStrategy(), "How pods are replaced.", hasSnakeCase: false)

        package init() {}

        package let type = Field<String>("Recreate or RollingUpdate.")
        package let rollingUpdate = Field<RollingUpdate>("For RollingUpdate.")
    }

    /// How pods are replaced one by one.
    package struct RollingUpdate: Message {
        package static let schema = Schema(
            RollingUpdate(), "How pods are replaced one by one.", hasSnakeCase: false)

        package init() {}

        package let maxUnavailable = Field<Node>("Most missing pods, a number or a share.")
        package let maxSurge = Field<Node>("Most further pods, a number or a share.")
    }

    /// A Service.
    package struct ServiceSpec: Message {
        package static let schema = Schema(ServiceSpec(), "A Service.", hasSnakeCase: false)

        package init() {}

        package let ports = Field<[ServicePort]>("The ports.")
        package let selector = Field<[String: String]>("Labels of the pods.")
        package let clusterIP = Field<String>("Address within the cluster.")
        package let clusterIPs = Field<[String]>("Addresses within the cluster.")
        package let type = Field<String>("ClusterIP, NodePort, LoadBalancer or ExternalName.")
        package let externalIPs = Field<[String]>("Further addresses.")
        package let sessionAffinity = Field<String>("ClientIP or None.")
        package let loadBalancerIP = Field<String>("Address of the load balancer.")
        package let loadBalancerSourceRanges = Field<[String]>("Subnets that the load balancer lets in.")
        package let externalName = Field<String>("Name that a lookup answers.")
        package let externalTrafficPolicy = Field<String>("Cluster or Local.")
        package let healthCheckNodePort = Field<Int32>("Port of the nodes' health checks.")
        package let publishNotReadyAddresses = Field<Bool>("Lists pods that are not ready.")
        package let sessionAffinityConfig = Field<[String: Node]>("Settings of session affinity.")
        package let ipFamilies = Field<[String]>("IP families.")
        package let ipFamilyPolicy = Field<String>("SingleStack, PreferDualStack or RequireDualStack.")
        package let allocateLoadBalancerNodePorts = Field<Bool>(
            "Opens ports on the nodes for a load balancer.")
        package let loadBalancerClass = Field<String>("Class of the load balancer.")
        package let internalTrafficPolicy = Field<String>("Cluster or Local.")
        package let trafficDistribution = Field<String>("Preference for near endpoints.")
    }

    /// A port of a Service.
    package struct ServicePort: Message {
        package static let schema = Schema(ServicePort(), "A port of a Service.", hasSnakeCase: false)

        package init() {}

        package let name = Field<String>("Name of the port.")
        package let `protocol` = Field<String>("TCP, UDP or SCTP.")
        package let appProtocol = Field<String>("What is spoken there.")
        package let port = Field<Int32>("The port.")
        package let targetPort = Field<Node>("Number or name of the pods' port.")
        package let nodePort = Field<Int32>("Port on the nodes.")
    }
}
