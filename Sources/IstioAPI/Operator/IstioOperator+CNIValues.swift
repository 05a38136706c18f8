package import Schema
package import YAML

extension IstioOperator.Values {
    /// The CNI plugin.
    package struct CNIConfig: Message {
        package static let schema = Schema(CNIConfig(), "The CNI plugin.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
        package let hub = Field<String>("Registry of the images.")
        package let tag = Field<Node>("Tag of the images.")
        package let variant = Field<String>("Variant of the images: debug or distroless.")
        package let image = Field<String>("Name of the image.")
        package let pullPolicy = Field<String>("When images are pulled.")
        package let cniBinDir = Field<String>("Folder of plugins on the nodes.")
        package let cniConfDir = Field<String>("Folder of the plugins' configuration on the nodes.")
        package let cniConfFileName = Field<String>(
            "File of the configuration, the first in the folder if absent.")
        package let cniNetnsDir = Field<String>("Folder of network namespaces on the nodes.")
        package let excludeNamespaces = Field<[String]>("Namespaces that are left alone.")
        package let affinity = Field<KubernetesAPI.Affinity>("Where pods may run, as Kubernetes has it.")
        package let env = Field<[String: Node]>("Environment variables.")
        package let daemonSetLabels = Field<[String: Node]>("Labels of the DaemonSet.")
        package let podAnnotations = Field<[String: Node]>(
            "Annotations of the pods.", .deprecated("use `components.*.k8s`"))
        package let podLabels = Field<[String: Node]>("Labels of the pods.")
        package let pspClusterRole = Field<String>(
            "Cluster role for pod security policies.", .protoName("psp_cluster_role"))
        package let logLevel = Field<String>("Level of the log.", .deprecated("use `logging`"))
        package let logging = Field<GlobalLoggingConfig>("Levels of the logs.")
        package let repair = Field<CNIRepairConfig>("Repairs pods that started before the plugin.")
        package let chained = Field<BoolValue>(
            "Adds to the configuration of another plugin, instead of one of its own.")
        package let resourceQuotas = Field<ResourceQuotas>(
            "Quota for critical pods.", .protoName("resource_quotas"))
        package let resources = Field<Resources>("Resources of the containers.")
        package let privileged = Field<BoolValue>("Runs privileged.", .deprecated("it has no effect"))
        package let seccompProfile = Field<KubernetesAPI.SeccompProfile>(
            "Profile of seccomp, as Kubernetes has it.")
        package let ambient = Field<CNIAmbientConfig>("Ambient mode.")
        package let provider = Field<String>("Who provides it.")
        package let rollingMaxUnavailable = Field<Node>("Pods that may be missing during an update.")
        package let istioOwnedCNIConfig = Field<BoolValue>(
            "Keeps the configuration in a file of Istio's own.")
        package let istioOwnedCNIConfigFileName = Field<String>("Name of that file.")
        package let useAppArmorAnnotation = Field<BoolValue>("Names the AppArmor profile in an annotation.")
    }

    /// Use of the CNI plugin by sidecars.
    package struct CNIUsageConfig: Message {
        package static let schema = Schema(
            CNIUsageConfig(), "Use of the CNI plugin by sidecars.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
        package let chained = Field<BoolValue>(
            "Adds to the configuration of another plugin, instead of one of its own.",
            .deprecated("use `cni.chained`"))
        package let provider = Field<String>("Who provides it.")
    }

    /// The CNI plugin in ambient mode.
    package struct CNIAmbientConfig: Message {
        package static let schema = Schema(
            CNIAmbientConfig(), "The CNI plugin in ambient mode.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
        package let configDir = Field<String>("Folder of the configuration.")
        package let dnsCapture = Field<BoolValue>("Answers DNS.")
        package let ipv6 = Field<BoolValue>("Whether IPv6 is handled.")
        package let reconcileIptablesOnStartup = Field<BoolValue>(
            "Brings the rules of running pods up to date on start.")
    }

    /// Repair of pods that started before the plugin.
    package struct CNIRepairConfig: Message {
        package static let schema = Schema(
            CNIRepairConfig(), "Repair of pods that started before the plugin.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
        package let hub = Field<String>("Registry of the images.")
        package let tag = Field<Node>("Tag of the images.")
        package let image = Field<String>("Name of the image.")
        package let labelPods = Field<Bool>("Labels such pods.")
        package let repairPods = Field<Bool>("Sets the rules up in such pods.")
        package let createEvents = Field<String>(
            "Reports such pods as events.", .deprecated("it has no effect"))
        package let deletePods = Field<Bool>("Deletes such pods.")
        package let brokenPodLabelKey = Field<String>("Name of the label.")
        package let brokenPodLabelValue = Field<String>("Value of the label.")
        package let initContainerName = Field<String>("Init container that tells of the problem.")
    }

    /// Quota for critical pods.
    package struct ResourceQuotas: Message {
        package static let schema = Schema(ResourceQuotas(), "Quota for critical pods.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
        package let pods = Field<Int64>("Number of pods.")
    }
}
