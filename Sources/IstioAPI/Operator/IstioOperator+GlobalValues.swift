package import Schema
package import YAML

extension IstioOperator.Values {
    /// What holds for all charts.
    package struct GlobalConfig: Message {
        package static let schema = Schema(GlobalConfig(), "What holds for all charts.", hasSnakeCase: false)

        package init() {}

        package let arch = Field<ArchConfig>(
            "Preference for architectures.", .deprecated("use `components.*.k8s.affinity`"))
        package let certSigners = Field<[String]>("Kubernetes signers that may issue certificates.")
        package let configValidation = Field<BoolValue>("Validates configuration by a webhook.")
        package let defaultNodeSelector = Field<[String: Node]>(
            "Labels of the nodes to run on.", .deprecated("use `components.*.k8s`"))
        package let defaultPodDisruptionBudget = Field<DefaultPodDisruptionBudgetConfig>(
            "Budgets of disruption.")
        package let defaultResources = Field<DefaultResourcesConfig>(
            "Resources of all containers.", .deprecated("use `components.*.k8s`"))
        package let defaultTolerations = Field<[KubernetesAPI.Toleration]>(
            "Taints that are tolerated.", .deprecated("use `components.*.k8s`"))
        package let hub = Field<String>("Registry of the images.")
        package let imagePullPolicy = Field<String>("When images are pulled.")
        package let imagePullSecrets = Field<[String]>("Secrets for pulling images.")
        package let istioNamespace = Field<String>("Namespace of the control plane.")
        package let logAsJson = Field<BoolValue>("Writes logs as JSON.")
        package let logging = Field<GlobalLoggingConfig>("Levels of the logs.")
        package let meshID = Field<String>("Name of the mesh.")
        package let meshNetworks = Field<[String: Node]>("The networks, see MeshNetworks.")
        package let multiCluster = Field<MultiClusterConfig>("Several clusters.")
        package let network = Field<String>("Network of this cluster.")
        package let podDNSSearchNamespaces = Field<[String]>("Further domains for the look-up of names.")
        package let omitSidecarInjectorConfigMap = Field<BoolValue>(
            "Leaves out the ConfigMap of injection.", default: false)
        package let operatorManageWebhooks = Field<BoolValue>("Leaves the webhooks to an operator.")
        package let priorityClassName = Field<String>(
            "Priority class of the pods.", .deprecated("use `components.*.k8s`"))
        package let proxy = Field<ProxyConfig>("The proxies.")
        package let proxy_init = Field<ProxyInitConfig>("The container that sets up a pod's traffic.")
        package let sds = Field<SDSConfig>("Tokens of service accounts.")
        package let tag = Field<Node>("Tag of the images.")
        package let variant = Field<String>("Variant of the images: debug or distroless.")
        package let tracer = Field<TracerConfig>("Tracers.")
        package let remotePilotAddress = Field<String>("Address of a control plane elsewhere.")
        package let istiod = Field<IstiodConfig>("The control plane.")
        package let pilotCertProvider = Field<String>("Who issues the control plane's certificate.")
        package let jwtPolicy = Field<String>("Kind of tokens.", .deprecated("it has no effect"))
        package let sts = Field<STSConfig>("Exchange of tokens.")
        package let revision = Field<String>("Name of the revision.")
        package let mountMtlsCerts = Field<BoolValue>("Mounts certificates from a secret.")
        package let caAddress = Field<String>("Address of the authority.")
        package let externalIstiod = Field<BoolValue>("Serves other clusters.")
        package let configCluster = Field<BoolValue>(
            "The configuration of a control plane elsewhere is kept here.")
        package let caName = Field<String>("Name of the authority.")
        package let platform = Field<String>("Platform of Kubernetes: openshift, gke or so.")
        package let ipFamilies = Field<[String]>("IP families of the Services.")
        package let ipFamilyPolicy = Field<String>("Policy of IP families of the Services.")
        package let waypoint = Field<WaypointConfig>("Waypoints.")
        package let trustBundleName = Field<String>("ConfigMap of the authorities.")
        package let nativeNftables = Field<BoolValue>("Sets up traffic by nftables.")
        package let networkPolicy = Field<NetworkPolicyConfig>("Network policies.")
        package let resourceScope = Field<ResourceScope>(
            "Which objects to install: all, those of the cluster, those of a namespace.")
        package let agentgateway = Field<Agentgateway>("The agent gateway.")
        package let enableReaderRBAC = Field<BoolValue>("Installs the role for readers from other clusters.")
    }

    /// Which objects to install.
    package enum ResourceScope: String, Enumeration {
        package static let name = "istio.operator.v1alpha1.ResourceScope"

        case undefined = "undefined"
        case all = "all"
        case cluster = "cluster"
        case namespace = "namespace"

        package var doc: String {
            switch self {
            case .undefined: "As all."
            case .all: "All."
            case .cluster: "Those of the cluster."
            case .namespace: "Those of a namespace."
            }
        }
    }

    /// The agent gateway.
    package struct Agentgateway: Message {
        package static let schema = Schema(Agentgateway(), "The agent gateway.", hasSnakeCase: false)

        package init() {}

        package let image = Field<String>("Name of the image.")
    }

    /// Exchange of tokens.
    package struct STSConfig: Message {
        package static let schema = Schema(STSConfig(), "Exchange of tokens.", hasSnakeCase: false)

        package init() {}

        package let servicePort = Field<UInt32>("Port of the service.")
    }

    /// The control plane.
    package struct IstiodConfig: Message {
        package static let schema = Schema(IstiodConfig(), "The control plane.", hasSnakeCase: false)

        package init() {}

        package let enableAnalysis = Field<BoolValue>(
            "Writes findings of analysis into the status of objects.")
    }

    /// Several clusters.
    package struct MultiClusterConfig: Message {
        package static let schema = Schema(MultiClusterConfig(), "Several clusters.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
        package let clusterName = Field<String>("Name of this cluster.")
        package let globalDomainSuffix = Field<String>("Suffix of the names of services elsewhere.")
        package let includeEnvoyFilter = Field<BoolValue>("Installs the filter that rewrites such names.")
    }

    /// Tokens of service accounts.
    package struct SDSConfig: Message {
        package static let schema = Schema(SDSConfig(), "Tokens of service accounts.", hasSnakeCase: false)

        package init() {}

        package let token = Field<[String: Node]>("Audience of the tokens.", .deprecated("it has no effect"))
    }

    /// Waypoints.
    package struct WaypointConfig: Message {
        package static let schema = Schema(WaypointConfig(), "Waypoints.", hasSnakeCase: false)

        package init() {}

        package let resources = Field<Resources>("Resources of the containers.")
        package let affinity = Field<KubernetesAPI.Affinity>("Where pods may run, as Kubernetes has it.")
        package let topologySpreadConstraints = Field<[KubernetesAPI.TopologySpreadConstraint]>(
            "How pods are spread, as Kubernetes has it.")
        package let nodeSelector = Field<[String: Node]>("Labels of the nodes to run on.")
        package let toleration = Field<[KubernetesAPI.Toleration]>("Taints that are tolerated.")
    }

    /// Network policies.
    package struct NetworkPolicyConfig: Message {
        package static let schema = Schema(NetworkPolicyConfig(), "Network policies.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
    }
}
