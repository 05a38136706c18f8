import Kubernetes
import YAML

/// Where a kind of object holds the pods that it makes.
struct PodHolder {
    /// The field with the pod's metadata, which has the field of its spec beside it or below.
    let metadata: [String]
    let spec: [String]
    /// The object's type, for writing it as Go does.
    let type: MessageType?
    let isPod: Bool

    /// Kinds that make pods from a template, by the group and version in which their types are known now.
    private static let templated = [
        "Deployment": "apps/v1", "DaemonSet": "apps/v1", "StatefulSet": "apps/v1", "ReplicaSet": "apps/v1",
        "Job": "batch/v1", "ReplicationController": "v1",
    ]

    /// Groups that have, or had, such kinds.
    private static let groups: Set = ["", "apps", "batch", "extensions"]

    /// nil for an object that makes no pods.
    init?(_ object: Node) {
        let version = object["apiVersion"]?.string ?? ""
        let kind = object["kind"]?.string ?? ""
        let group = version.contains("/") ? String(version.prefix { $0 != "/" }) : ""
        isPod = kind == "Pod" && version == "v1"
        if isPod {
            (metadata, spec) = (["metadata"], ["spec"])
            type = KubernetesTypes.message(apiVersion: "v1", kind: "Pod")
        } else if let known = Self.templated[kind], Self.groups.contains(group) {
            (metadata, spec) = (["spec", "template", "metadata"], ["spec", "template", "spec"])
            type = KubernetesTypes.message(apiVersion: known, kind: kind)
        } else if kind == "CronJob", group == "batch" {
            metadata = ["spec", "jobTemplate", "metadata"]
            spec = ["spec", "jobTemplate", "spec", "template", "spec"]
            type = KubernetesTypes.message(apiVersion: "batch/v1", kind: kind)
        } else if kind == "DeploymentConfig", group == "apps.openshift.io" || version == "v1" {
            (metadata, spec) = (["spec", "template", "metadata"], ["spec", "template", "spec"])
            type = KubernetesTypes.message(apiVersion: "apps.openshift.io/v1", kind: kind)
        } else {
            return nil
        }
    }

    /// The pod that the object makes.
    func pod(of object: Node) -> Node {
        ["metadata": object[metadata] ?? .emptyMap, "spec": object[spec] ?? .emptyMap]
    }

    func setting(_ pod: Node, in object: Node) -> Node {
        var object = object
        object.set(path: metadata, pod["metadata"])
        object.set(path: spec, pod["spec"])
        return object
    }

    /// Whether the object says what its pods are like. Kinds whose template may be missing make none then.
    func hasTemplate(_ object: Node) -> Bool {
        let mayLack = ["DeploymentConfig", "ReplicationController"].contains(object["kind"]?.string ?? "")
        return isPod || !mayLack || object[["spec", "template"]]?.map != nil
    }

    /// The object in the form that Go writes.
    func written(_ object: Node, _ form: PodForm) throws(InjectionError) -> Node {
        guard let type, form != .own else { return object }
        var reading = TypedObject(takingScalarsAsText: true)
        do {
            let read = try reading.read(object, as: type)
            var written = GoForm(writesZeroTimes: form == .classic).node(read, as: type)
            if form == .classic {
                Self.dropLaterFields(&written)
                Self.keepEarlierFields(of: object, in: &written)
            }
            return written
        } catch {
            throw InjectionError(error.problem)
        }
    }

    /// What Kubernetes' types of 2018 wrote otherwise: selectors that are not given, counts of later
    /// releases.
    private static func dropLaterFields(_ object: inout Node) {
        let selector: [String] = ["spec", "selector"]
        if object[selector]?.isNull == true { object.set(path: selector, nil) }
        guard object["kind"]?.string == "StatefulSet" else { return }
        object.fill(["spec", "serviceName"], "")
        if object[["status", "availableReplicas"]]?.int == 0 {
            object.set(path: ["status", "availableReplicas"], nil)
        }
    }

    /// Fields of retired versions, which today's types do not have.
    private static func keepEarlierFields(of object: Node, in written: inout Node) {
        guard object["apiVersion"]?.string?.hasSuffix("/v1") == false else { return }
        for field in ["rollbackTo", "templateGeneration"] {
            if let value = object[["spec", field]] { written.set(path: ["spec", field], value) }
        }
    }
}
