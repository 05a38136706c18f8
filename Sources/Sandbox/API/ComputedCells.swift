import YAML

/// Cells of kubectl's tables that are no single field of the object, as Kubernetes 1.32 shows them.
enum ComputedCells {
    /// nil for a column that is a field. `place` is the group and plural of the object.
    static func text(_ place: String, _ title: String, of object: Node, now: Int64) -> String? {
        switch (place, title) {
        case ("/pods", "Ready"): return readiness(ofPod: object)
        case ("/pods", "Status"): return state(ofPod: object)
        case ("/pods", "Restarts"): return String(object.podRestarts)
        case ("apps/deployments", "Ready"), ("apps/statefulsets", "Ready"):
            return count(object, ["status", "readyReplicas"]) + "/" + count(object, ["spec", "replicas"])
        case ("apps/deployments", "Up-to-date"): return count(object, ["status", "updatedReplicas"])
        case ("apps/deployments", "Available"): return count(object, ["status", "availableReplicas"])
        case ("apps/replicasets", "Current"), ("/replicationcontrollers", "Current"):
            return count(object, ["status", "replicas"])
        case ("apps/replicasets", "Ready"), ("/replicationcontrollers", "Ready"):
            return count(object, ["status", "readyReplicas"])
        case ("batch/jobs", "Status"): return state(ofJob: object)
        case ("batch/jobs", "Completions"):
            return count(object, ["status", "succeeded"]) + "/"
                + count(object, ["spec", "completions"], or: "1")
        case ("/services", "External-IP"): return externalAddress(ofService: object)
        case ("/services", "Port(s)"): return ports(ofService: object)
        case ("/nodes", "Status"): return object.hasCondition("Ready") ? "Ready" : "NotReady"
        case ("/events", "Object"):
            let involved = object["involvedObject"]
            return (involved?["kind"]?.string?.lowercased() ?? "") + "/" + (involved?["name"]?.string ?? "")
        default: return nil
        }
    }

    private static func count(_ object: Node, _ path: [String], or standard: String = "0") -> String {
        object[path]?.int.map(String.init) ?? standard
    }

    private static func readiness(ofPod pod: Node) -> String {
        let ready = pod[["status", "containerStatuses"]]?.list?.filter { $0["ready"]?.bool ?? false }.count
        return "\(ready ?? 0)/\(pod[["spec", "containers"]]?.list?.count ?? 0)"
    }

    /// Why a container waits or has ended says more than the phase.
    private static func state(ofPod pod: Node) -> String {
        if pod.isEnding { return "Terminating" }
        var text = pod[["status", "reason"]]?.string ?? pod.phase
        if text.isEmpty { text = "Pending" }
        let states = (pod[["status", "containerStatuses"]]?.list ?? []).compactMap { $0["state"] }
        for state in states.reversed() {
            for kind in ["waiting", "terminated"] {
                if let reason = state[[kind, "reason"]]?.string, !reason.isEmpty { text = reason }
            }
        }
        let hasRunning = states.contains { $0["running"] != nil }
        if text == "Completed", hasRunning { return pod.isReadyPod ? "Running" : "NotReady" }
        return text
    }

    private static func state(ofJob job: Node) -> String {
        for condition in ["Complete", "Failed", "Suspended"] where job.hasCondition(condition) {
            return condition
        }
        return "Running"
    }

    private static func externalAddress(ofService service: Node) -> String {
        if let name = service[["spec", "externalName"]]?.string { return name }
        let given = service[["spec", "externalIPs"]]?.list?.compactMap(\.string) ?? []
        let balancers = (service[["status", "loadBalancer", "ingress"]]?.list ?? []).compactMap {
            $0["ip"]?.string ?? $0["hostname"]?.string
        }
        let all = balancers + given
        if !all.isEmpty { return all.joined(separator: ",") }
        return service[["spec", "type"]]?.string == "LoadBalancer" ? "<pending>" : "<none>"
    }

    private static func ports(ofService service: Node) -> String {
        let ports = (service[["spec", "ports"]]?.list ?? []).map { port in
            count(port, ["port"]) + (port["nodePort"]?.int.map { ":\($0)" } ?? "") + "/"
                + (port["protocol"]?.string ?? "TCP")
        }
        return ports.isEmpty ? "<none>" : ports.joined(separator: ",")
    }
}
