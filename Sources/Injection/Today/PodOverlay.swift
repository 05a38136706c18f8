import Kubernetes
import YAML

/// Pods laid over pods as a strategic merge patch: containers, volumes and their like are matched by name.
enum PodOverlay {
    private static let form = GoForm(writesZeroTimes: false)

    private static func type() throws(InjectionError) -> MessageType {
        guard let type = KubernetesTypes.message(apiVersion: "v1", kind: "Pod") else {
            throw InjectionError("the types of pods are not known")
        }
        return type
    }

    /// A pod with what an overlay says. Its fields are not in order then.
    static func apply(_ overlay: Node, to pod: Node) throws(InjectionError) -> Node {
        StrategicMergePatch(try type()).apply(overlay, to: pod)
    }

    /// A pod as its type holds it: no unknown fields, no zero values that go without saying.
    static func plain(_ pod: Node) throws(InjectionError) -> Node {
        let type = try type()
        var reading = TypedObject()
        do {
            var plain = form.node(try reading.read(pod, as: type), as: type)
            // A pod says of its status what the cluster knows, which is not for injection.
            plain.set("status", nil)
            return plain
        } catch {
            throw InjectionError(error.problem)
        }
    }
}
