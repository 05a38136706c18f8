/// The parts of a pod that injection templates look at, under the names of Kubernetes' Go types. Deeper parts
/// (volumes' sources, probes, affinities) are as JSON has them.
enum PodShapes {
    static let objectMeta = StructShape(
        "v1.ObjectMeta",
        [
            .field("Name"), .field("GenerateName"), .field("Namespace"), .field("SelfLink"),
            .field("UID", json: "uid"), .field("ResourceVersion"), .field("Generation", .int(.bits64)),
            .field("CreationTimestamp", .plain, always: true), .field("DeletionTimestamp", .plain),
            .field("DeletionGracePeriodSeconds", .plain), .field("Labels", .stringMap),
            .field("Annotations", .stringMap), .field("OwnerReferences", .list(owner, ofPointers: false)),
            .field("Finalizers", .strings), .field("ManagedFields", .plain),
        ])

    private static let owner = StructShape(
        "v1.OwnerReference",
        [
            .field("APIVersion", json: "apiVersion", always: true), .field("Kind", always: true),
            .field("Name", always: true), .field("UID", json: "uid", always: true),
            .field("Controller", .plain), .field("BlockOwnerDeletion", .plain),
        ])

    static let container = StructShape(
        "v1.Container",
        [
            .field("Name", always: true), .field("Image"), .field("Command", .strings),
            .field("Args", .strings), .field("WorkingDir"), .field("Ports", .list(port, ofPointers: false)),
            .field("EnvFrom", .plain), .field("Env", .list(variable, ofPointers: false)),
            .field("Resources", .structure(resources), always: true), .field("ResizePolicy", .plain),
            .field("RestartPolicy", .plain), .field("VolumeMounts", .list(mount, ofPointers: false)),
            .field("VolumeDevices", .plain), .field("LivenessProbe", .plain),
            .field("ReadinessProbe", .plain), .field("StartupProbe", .plain), .field("Lifecycle", .plain),
            .field("TerminationMessagePath"), .field("TerminationMessagePolicy"),
            .field("ImagePullPolicy"), .field("SecurityContext", .optional(containerSecurity)),
            .field("Stdin", .bool), .field("StdinOnce", .bool), .field("TTY", .bool, json: "tty"),
        ])

    private static let port = StructShape(
        "v1.ContainerPort",
        [
            .field("Name"), .field("HostPort", .int(.bits32)),
            .field("ContainerPort", .int(.bits32), always: true), .field("Protocol"),
            .field("HostIP"),
        ])

    private static let variable = StructShape(
        "v1.EnvVar", [.field("Name", always: true), .field("Value"), .field("ValueFrom", .plain)])

    private static let resources = StructShape(
        "v1.ResourceRequirements",
        [.field("Limits", .plain), .field("Requests", .plain), .field("Claims", .plain)])

    private static let mount = StructShape(
        "v1.VolumeMount",
        [
            .field("Name", always: true), .field("ReadOnly", .bool), .field("RecursiveReadOnly", .plain),
            .field("MountPath", always: true), .field("SubPath"), .field("MountPropagation", .plain),
            .field("SubPathExpr"),
        ])

    private static let containerSecurity = StructShape(
        "v1.SecurityContext",
        [
            .field("Capabilities", .plain), .field("Privileged", .plain), .field("SELinuxOptions", .plain),
            .field("WindowsOptions", .plain), .field("RunAsUser", .plain), .field("RunAsGroup", .plain),
            .field("RunAsNonRoot", .plain), .field("ReadOnlyRootFilesystem", .plain),
            .field("AllowPrivilegeEscalation", .plain), .field("ProcMount", .plain),
            .field("SeccompProfile", .plain), .field("AppArmorProfile", .plain),
        ])

    private static let podSecurity = StructShape(
        "v1.PodSecurityContext",
        [
            .field("SELinuxOptions", .plain), .field("WindowsOptions", .plain), .field("RunAsUser", .plain),
            .field("RunAsGroup", .plain), .field("RunAsNonRoot", .plain),
            .field("SupplementalGroups", .plain), .field("FSGroup", .plain, json: "fsGroup"),
            .field("Sysctls", .plain), .field("FSGroupChangePolicy", .plain, json: "fsGroupChangePolicy"),
            .field("SeccompProfile", .plain), .field("AppArmorProfile", .plain),
        ])

    private static let volume = StructShape(
        "v1.Volume",
        [
            .field("Name", always: true), .field("HostPath", .plain), .field("EmptyDir", .plain),
            .field("Secret", .plain), .field("PersistentVolumeClaim", .plain),
            .field("DownwardAPI", .plain), .field("ConfigMap", .plain), .field("Projected", .plain),
            .field("CSI", .plain, json: "csi"), .field("Ephemeral", .plain),
        ])

    static let spec = StructShape(
        "v1.PodSpec",
        [
            .field("Volumes", .list(volume, ofPointers: false)),
            .field("InitContainers", .list(container, ofPointers: false)),
            .field("Containers", .list(container, ofPointers: false), always: true),
            .field("EphemeralContainers", .plain), .field("RestartPolicy"),
            .field("TerminationGracePeriodSeconds", .plain), .field("ActiveDeadlineSeconds", .plain),
            .field("DNSPolicy", json: "dnsPolicy"), .field("NodeSelector", .stringMap),
            .field("ServiceAccountName"), .field("DeprecatedServiceAccount", json: "serviceAccount"),
            .field("AutomountServiceAccountToken", .plain), .field("NodeName"),
            .field("HostNetwork", .bool), .field("HostPID", .bool), .field("HostIPC", .bool),
            .field("ShareProcessNamespace", .plain), .field("SecurityContext", .optional(podSecurity)),
            .field("ImagePullSecrets", .plain), .field("Hostname"), .field("Subdomain"),
            .field("Affinity", .plain), .field("SchedulerName"), .field("Tolerations", .plain),
            .field("HostAliases", .plain), .field("PriorityClassName"), .field("Priority", .plain),
            .field("DNSConfig", .plain, json: "dnsConfig"), .field("ReadinessGates", .plain),
            .field("RuntimeClassName", .plain), .field("EnableServiceLinks", .plain),
            .field("PreemptionPolicy", .plain), .field("Overhead", .plain),
            .field("TopologySpreadConstraints", .plain), .field("SetHostnameAsFQDN", .plain),
            .field("OS", .plain, json: "os"), .field("HostUsers", .plain),
            .field("SchedulingGates", .plain), .field("ResourceClaims", .plain),
            .field("Resources", .plain),
        ])
}
