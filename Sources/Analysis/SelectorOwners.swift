import Diagnostics

/// Which objects select a pod, where only one should.
struct SelectorOwners {
    private var byPod: [MeshObject: [MeshObject]] = [:]
    private var order: [MeshObject] = []

    mutating func add(_ object: MeshObject, _ pods: [Workload]) {
        for pod in pods {
            if byPod[pod.object] == nil { order.append(pod.object) }
            byPod[pod.object, default: []].append(object)
        }
    }

    /// One finding for each group of objects that share pods: the first shared pod stands for all.
    func reportConflicts(_ code: AnalysisCode, _ report: inout AnalysisReport) {
        var seen: Set<[MeshObject]> = []
        for pod in order {
            guard let owners = byPod[pod], owners.count > 1, seen.insert(owners).inserted else { continue }
            let kind = pod.type.kind.lowercased()
            report.several(owners, code, "several objects of this kind select the \(kind) \(pod.fullName)")
        }
    }
}

extension AnalysisReport {
    /// Reports each of several objects, with the names of the others.
    mutating func several(_ objects: [MeshObject], _ code: AnalysisCode, _ message: String) {
        let names = objects.map(\.name).sorted()
        for object in objects {
            let others = names.filter { $0 != object.name }.prefix(Analyzer.mostNames)
            self(code, "\(message); the others: \(others.joined(separator: ", "))", on: object)
        }
    }
}
