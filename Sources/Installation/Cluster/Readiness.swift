import Kubernetes
import YAML

/// Whether an object does what it is there for.
package enum Readiness {
    /// The types that take a while to be ready.
    static func isKnown(_ type: ResourceType) -> Bool {
        ["Deployment", "DaemonSet", "StatefulSet", "CustomResourceDefinition"].contains(type.kind)
    }

    /// What is missing for an object to be ready; nil when nothing is, or when it is of a type without that.
    static func missing(_ object: Node?, _ type: ResourceType) -> String? {
        guard let object else { return "it is not there" }
        switch type.kind {
        case "CustomResourceDefinition": return definition(object)
        case "Deployment", "StatefulSet": return replicas(object)
        case "DaemonSet": return daemons(object)
        default: return nil
        }
    }

    private static func definition(_ object: Node) -> String? {
        let isServed = (object[["status", "conditions"]]?.list ?? []).contains {
            $0["type"]?.string == "Established" && $0["status"]?.string == "True"
        }
        return isServed ? nil : "not established"
    }

    /// The controller's last look has to be newer than the last change.
    private static func isBehind(_ object: Node) -> Bool {
        (object[["status", "observedGeneration"]]?.int ?? 0) < (object[["metadata", "generation"]]?.int ?? 0)
    }

    private static func replicas(_ object: Node) -> String? {
        if isBehind(object) { return "waiting for its controller" }
        let status = object["status"]
        let wanted = object[["spec", "replicas"]]?.int ?? 1
        let (updated, ready) = (status?["updatedReplicas"]?.int ?? 0, status?["readyReplicas"]?.int ?? 0)
        if updated < wanted { return "\(updated) of \(wanted) pods updated" }
        if ready < wanted { return "\(ready) of \(wanted) pods ready" }
        if let all = status?["replicas"]?.int, all > updated { return "\(all - updated) old pods are left" }
        return nil
    }

    private static func daemons(_ object: Node) -> String? {
        if isBehind(object) { return "waiting for its controller" }
        let status = object["status"]
        let wanted = status?["desiredNumberScheduled"]?.int ?? 0
        let updated = status?["updatedNumberScheduled"]?.int ?? 0
        let ready = status?["numberReady"]?.int ?? 0
        if updated < wanted { return "\(updated) of \(wanted) nodes updated" }
        return ready < wanted ? "\(ready) of \(wanted) nodes ready" : nil
    }
}
