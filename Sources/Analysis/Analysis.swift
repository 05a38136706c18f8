package import Diagnostics
import Dispatch
import Synchronization

/// Looks at a mesh as a whole. What validation says about each object is part of the answer, so that
/// `validate` and `analyze` cannot disagree.
package enum Analysis {
    package struct Result: Sendable {
        /// Errors first, then by code, object and text; equal ones once.
        package let findings: [Diagnostic]
        /// References that the input does not allow to follow, in the order of the analyzers.
        package let unresolved: [UnresolvedReference]
    }

    /// Runs the analyzers side by side. The result does not depend on their order of ending.
    package static func run(_ mesh: MeshSnapshot, analyzers: [Analyzer] = Analyzer.all) -> Result {
        let reports = Mutex([AnalysisReport](repeating: AnalysisReport(), count: analyzers.count))
        DispatchQueue.concurrentPerform(iterations: analyzers.count) { index in
            var report = AnalysisReport()
            analyzers[index].run(mesh, &report)
            reports.withLock { $0[index] = report }
        }
        var all = AnalysisReport()
        for report in reports.withLock({ $0 }) { all.add(report) }
        return Result(findings: sorted(all.diagnostics), unresolved: all.unresolved)
    }

    /// What validation says about objects that are in no mesh, since others of the same name are there.
    package static func validation(of objects: [MeshObject]) -> [Diagnostic] {
        var report = AnalysisReport()
        for object in objects {
            for finding in object.findings {
                report.add(finding, as: Analyzer.code(of: finding), on: object)
            }
        }
        return sorted(report.diagnostics)
    }

    private static func sorted(_ findings: [Diagnostic]) -> [Diagnostic] {
        let ordered = findings.map { (key: Order($0), finding: $0) }.sorted { $0.key < $1.key }
        var result: [Diagnostic] = []
        for (_, finding) in ordered where result.last != finding { result.append(finding) }
        return result
    }
}

/// By severity (errors first), code, kind, name, namespace, place, text.
private struct Order: Comparable {
    let rank: Int
    let texts: [String]
    let mark: Mark
    let message: String

    init(_ finding: Diagnostic) {
        rank = Severity.allCases.count - (Severity.allCases.firstIndex(of: finding.severity) ?? 0)
        let subject = finding.subject
        texts = [
            finding.code.name, subject?.kind ?? "", subject?.name ?? "", subject?.namespace ?? "",
            finding.position?.file ?? "",
        ]
        mark = finding.position?.mark ?? .none
        message = finding.message
    }

    static func < (a: Order, b: Order) -> Bool {
        if a.rank != b.rank { return a.rank < b.rank }
        if a.texts != b.texts { return a.texts.lexicographicallyPrecedes(b.texts) }
        return (a.mark, a.message) < (b.mark, b.message)
    }
}
