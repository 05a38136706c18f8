import Diagnostics
import Kubernetes
import YAML

/// What a cluster tells about workloads that do not come up.
struct Evidence {
    /// Enough to see what is wrong, and not so much that it is lost.
    private static let podLimit = 3
    private static let eventLimit = 5
    private static let lineLimit = 10

    private let cluster: any Cluster

    init(_ cluster: any Cluster) { self.cluster = cluster }

    /// Lines for people; what cannot be had is left out.
    func collect(_ workloads: [ObjectIdentity]) async -> [String] {
        var lines: [String] = []
        for workload in workloads {
            guard let object = try? await cluster.found(workload) else { continue }
            lines += conditions(object, of: workload.text)
            for pod in await pods(of: object).prefix(Self.podLimit) {
                let identity = ObjectIdentity(.pod, of: pod)
                lines += conditions(pod, of: identity.text) + containers(pod)
                lines += await events(identity) + logs(pod, identity)
            }
        }
        return lines.map(\.escapingControls)
    }

    private func conditions(_ object: Node, of name: String) -> [String] {
        (object[["status", "conditions"]]?.list ?? []).compactMap { condition in
            let type = condition["type"]?.string ?? ""
            let isBad = type == "ReplicaFailure" ? "True" : "False"
            guard condition["status"]?.string == isBad else { return nil }
            let reason = [condition["reason"]?.string, condition["message"]?.string].compactMap(\.self)
            return "\(name): \(type) is \(isBad)"
                + (reason.isEmpty ? "" : ": " + reason.joined(separator: ": "))
        }
    }

    private func containers(_ pod: Node) -> [String] {
        ["initContainerStatuses", "containerStatuses"].flatMap { pod[["status", $0]]?.list ?? [] }
            .compactMap { status in
                let name = status["name"]?.string ?? ""
                for state in ["waiting", "terminated"] {
                    guard let found = status[["state", state]],
                        state == "waiting" || found["exitCode"]?.int != 0
                    else { continue }
                    let words = [found["reason"]?.string, found["message"]?.string].compactMap(\.self)
                    return "  container \(name) is \(state): \(words.joined(separator: ": "))"
                }
                return nil
            }
    }

    /// Those that are not ready.
    private func pods(of workload: Node) async -> [Node] {
        let all = (try? await Pager(podsOf: workload, in: cluster)?.all()) ?? []
        return all.filter { pod in
            !(pod[["status", "conditions"]]?.list ?? []).contains {
                $0["type"]?.string == "Ready" && $0["status"]?.string == "True"
            }
        }
    }

    private func events(_ pod: ObjectIdentity) async -> [String] {
        let options = ListOptions(
            fieldSelector: "involvedObject.kind=Pod,involvedObject.name=\(pod.name),type=Warning")
        let all = (try? await Pager(cluster, .event, namespace: pod.namespace, options).all()) ?? []
        return all.suffix(Self.eventLimit).map {
            "  event \($0["reason"]?.string ?? ""): \($0["message"]?.string ?? "")"
        }
    }

    private func logs(_ pod: Node, _ identity: ObjectIdentity) async -> [String] {
        var lines: [String] = []
        let statuses = ["initContainerStatuses", "containerStatuses"]
        for status in statuses.flatMap({ pod[["status", $0]]?.list ?? [] }) {
            guard status["ready"]?.bool != true, let name = status["name"]?.string,
                let text = try? await cluster.log(
                    pod: identity, container: name, lines: Self.lineLimit),
                !text.isEmpty
            else { continue }
            lines.append("  last lines of \(name):")
            lines += text.split(separator: "\n").suffix(Self.lineLimit).map { "    \($0)" }
        }
        return lines
    }
}
