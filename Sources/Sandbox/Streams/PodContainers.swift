import YAML

/// Which container of a pod a request means.
struct PodContainers {
    private let pod: Node

    init(_ pod: Node) { self.pod = pod }

    private var name: String { pod[["metadata", "name"]]?.string ?? "" }

    /// Fails for a pod that has no process to connect to.
    func mustRun() throws(APIFailure) {
        let phase = pod[["status", "phase"]]?.string ?? "Pending"
        guard phase != "Running" else { return }
        let why = pod[["status", "message"]]?.string ?? pod[["status", "reason"]]?.string
        throw .badRequest(
            "pod \(name) does not run: its phase is \(phase)" + (why.map { " (\($0))" } ?? ""))
    }

    /// The one that is named; else the pod's default, else its only one.
    func chosen(_ wanted: String?) throws(APIFailure) -> String {
        let all = names("containers")
        let early = names("initContainers")
        if let wanted, !wanted.isEmpty {
            guard (all + early).contains(wanted) else {
                throw .badRequest("container \(wanted) is not valid for pod \(name)\(choice(all, early))")
            }
            return wanted
        }
        let key = "kubectl.kubernetes.io/default-container"
        if let usual = pod[["metadata", "annotations", key]]?.string, all.contains(usual) { return usual }
        guard all.count == 1 else {
            throw .badRequest(
                "a container name must be specified for pod \(name)\(choice(all, early))")
        }
        return all[0]
    }

    private func choice(_ all: [String], _ early: [String]) -> String {
        let list = { (names: [String]) in "[" + names.joined(separator: " ") + "]" }
        return ", choose one of: \(list(all))"
            + (early.isEmpty ? "" : " or one of the init containers: \(list(early))")
    }

    private func names(_ field: String) -> [String] {
        (pod[["spec", field]]?.list ?? []).compactMap { $0["name"]?.string }
    }
}
