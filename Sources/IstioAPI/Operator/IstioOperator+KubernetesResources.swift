package import Schema

extension IstioOperator {
    /// Changes of a component's objects, as Kubernetes declares them.
    package struct KubernetesResources: Message {
        package static let schema = Schema(
            KubernetesResources(), "Changes of a component's objects, as Kubernetes declares them.",
            hasSnakeCase: false)

        package init() {}

        package let affinity = Field<KubernetesAPI.Affinity>("Where pods may run.")
        package let env = Field<[KubernetesAPI.EnvironmentVariable]>("Environment variables.")
        package let hpaSpec = Field<KubernetesAPI.Autoscaler>("How the component scales.")
        package let imagePullPolicy = Field<String>("When images are pulled.")
        package let nodeSelector = Field<[String: String]>("Labels of the nodes to run on.")
        package let podDisruptionBudget = Field<KubernetesAPI.DisruptionBudget>(
            "How many pods may be missing.")
        package let podAnnotations = Field<[String: String]>("Annotations of the pods.")
        package let priorityClassName = Field<String>("Priority class of the pods.")
        package let readinessProbe = Field<KubernetesAPI.Probe>("When pods are ready.")
        package let replicaCount = Field<UInt32>("Number of replicas.")
        package let resources = Field<KubernetesAPI.ResourceRequirements>("Resources of the containers.")
        package let service = Field<KubernetesAPI.ServiceSpec>("The Service.")
        package let strategy = Field<KubernetesAPI.DeploymentStrategy>("How pods are replaced.")
        package let tolerations = Field<[KubernetesAPI.Toleration]>("Taints that are tolerated.")
        package let serviceAnnotations = Field<[String: String]>("Annotations of the Service.")
        package let securityContext = Field<KubernetesAPI.PodSecurityContext>("Security context of the pods.")
        package let volumes = Field<[KubernetesAPI.Volume]>("Further volumes; without effect.")
        package let volumeMounts = Field<[KubernetesAPI.VolumeMount]>("Further mounts; without effect.")
        package let overlays = Field<[KubernetesOverlay]>("Changes of single objects.")
    }
}
