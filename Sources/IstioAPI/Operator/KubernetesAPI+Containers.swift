package import Schema
package import YAML

extension KubernetesAPI {
    /// An environment variable.
    package struct EnvironmentVariable: Message {
        package static let schema = Schema(
            EnvironmentVariable(), "An environment variable.", hasSnakeCase: false)

        package init() {}

        package let name = Field<String>("Name of the variable.")
        package let value = Field<String>("The value.")
        package let valueFrom = Field<EnvironmentSource>("Where the value comes from.")
    }

    /// Where a variable's value comes from.
    package struct EnvironmentSource: Message {
        package static let schema = Schema(
            EnvironmentSource(), "Where a variable's value comes from.", hasSnakeCase: false)

        package init() {}

        package let fieldRef = Field<[String: Node]>("A field of the pod.")
        package let resourceFieldRef = Field<[String: Node]>("A resource of the container.")
        package let configMapKeyRef = Field<[String: Node]>("A key of a ConfigMap.")
        package let secretKeyRef = Field<[String: Node]>("A key of a Secret.")
        package let fileKeyRef = Field<[String: Node]>("A key of a file.")
    }

    /// Resources of containers.
    package struct ResourceRequirements: Message {
        package static let schema = Schema(
            ResourceRequirements(), "Resources of containers.", hasSnakeCase: false)

        package init() {}

        package let limits = Field<[String: Node]>("Most that is given.")
        package let requests = Field<[String: Node]>("What is reserved.")
        package let claims = Field<[Node]>("Claims of devices.")
    }

    /// A probe.
    package struct Probe: Message {
        package static let schema = Schema(Probe(), "A probe.", hasSnakeCase: false)

        package init() {}

        package let exec = Field<[String: Node]>("A command.")
        package let httpGet = Field<HTTPGet>("A request.")
        package let tcpSocket = Field<[String: Node]>("A connection.")
        package let grpc = Field<[String: Node]>("A call of gRPC's health service.")
        package let initialDelaySeconds = Field<Int32>("Seconds to the first probe.")
        package let timeoutSeconds = Field<Int32>("Seconds after which a probe has failed.")
        package let periodSeconds = Field<Int32>("Seconds between probes.")
        package let successThreshold = Field<Int32>("Successes in a row that count.")
        package let failureThreshold = Field<Int32>("Failures in a row that count.")
        package let terminationGracePeriodSeconds = Field<Int64>("Seconds for the pod to stop.")
    }

    /// A request.
    package struct HTTPGet: Message {
        package static let schema = Schema(HTTPGet(), "A request.", hasSnakeCase: false)

        package init() {}

        package let path = Field<String>("Path to ask for.")
        package let port = Field<Node>("Number or name of the port.")
        package let host = Field<String>("Host to ask.")
        package let scheme = Field<String>("HTTP or HTTPS.")
        package let httpHeaders = Field<[Node]>("Headers to send.")
    }

    /// Hooks of a container.
    package struct Lifecycle: Message {
        package static let schema = Schema(Lifecycle(), "Hooks of a container.", hasSnakeCase: false)

        package init() {}

        package let postStart = Field<LifecycleHandler>("After the start.")
        package let preStop = Field<LifecycleHandler>("Before the stop.")
        package let stopSignal = Field<String>("Signal for stopping.")
    }

    /// What a hook does.
    package struct LifecycleHandler: Message {
        package static let schema = Schema(LifecycleHandler(), "What a hook does.", hasSnakeCase: false)

        package init() {}

        package let exec = Field<[String: Node]>("Runs a command.")
        package let httpGet = Field<HTTPGet>("Sends a request.")
        package let tcpSocket = Field<[String: Node]>("Connects.")
        package let sleep = Field<[String: Node]>("Waits.")
    }

    /// A profile of seccomp.
    package struct SeccompProfile: Message {
        package static let schema = Schema(SeccompProfile(), "A profile of seccomp.", hasSnakeCase: false)

        package init() {}

        package let type = Field<String>("Localhost, RuntimeDefault or Unconfined.")
        package let localhostProfile = Field<String>("File of the profile.")
    }

    /// Security context of pods.
    package struct PodSecurityContext: Message {
        package static let schema = Schema(
            PodSecurityContext(), "Security context of pods.", hasSnakeCase: false)

        package init() {}

        package let seLinuxOptions = Field<[String: Node]>("Options of SELinux.")
        package let windowsOptions = Field<[String: Node]>("Options of Windows.")
        package let runAsUser = Field<Int64>("User.")
        package let runAsGroup = Field<Int64>("Group.")
        package let runAsNonRoot = Field<Bool>("Refuses to run as root.")
        package let supplementalGroups = Field<[Int64]>("Further groups.")
        package let supplementalGroupsPolicy = Field<String>("Merge or Strict.")
        package let fsGroup = Field<Int64>("Group of the volumes.")
        package let sysctls = Field<[Node]>("Settings of the kernel.")
        package let fsGroupChangePolicy = Field<String>("OnRootMismatch or Always.")
        package let seccompProfile = Field<SeccompProfile>("Profile of seccomp.")
        package let appArmorProfile = Field<[String: Node]>("Profile of AppArmor.")
        package let seLinuxChangePolicy = Field<String>("MountOption or Recursive.")
    }

    /// A mount of a volume.
    package struct VolumeMount: Message {
        package static let schema = Schema(VolumeMount(), "A mount of a volume.", hasSnakeCase: false)

        package init() {}

        package let name = Field<String>("Name of the volume.")
        package let readOnly = Field<Bool>("Forbids writing.")
        package let recursiveReadOnly = Field<String>("Disabled, IfPossible or Enabled.")
        package let mountPath = Field<String>("Where it is mounted.")
        package let subPath = Field<String>("Path within the volume.")
        package let mountPropagation = Field<String>("None, HostToContainer or Bidirectional.")
        package let subPathExpr = Field<String>("Path within the volume, with variables.")
    }
}
