import Analysis
import Diagnostics
import YAML

/// What a run of `analyze` ends with.
struct AnalysisOutcome {
    var report: DiagnosticReport
    /// Problems with the texts, which make the input unacceptable.
    var unread = 0
    var isOffline = false
    /// For standard error.
    var notes: [String] = []
    let fails: Bool
    private let sources: [Source]
    private let scope: NamespaceView

    init(
        report: DiagnosticReport, failures: [Diagnostic], sources: [Source], scope: NamespaceView
    ) {
        self.report = report
        fails = failures.contains { $0.severity >= report.failureThreshold }
        self.sources = sources
        self.scope = scope
    }

    /// Whether there was anything to look at: filters may have left no file.
    var hasLooked: Bool { !(isOffline && sources.isEmpty) }

    /// What was analyzed, to stand behind "analyzing".
    var target: String {
        if sources.isEmpty {
            if isOffline { return " no files" }
            return scope.isAll ? " all namespaces" : " namespace: \(scope.current.escapingControls)"
        }
        let names = sources.prefix(Self.mostNames).map { $0.name.escapingControls }
        if sources.count == 1 { return " \(names[0])" }
        let more = sources.count > names.count ? "\n  - \(sources.count - names.count) more" : ""
        return ":" + names.map { "\n  - \($0)" }.joined() + more
    }

    private static let mostNames = 20

    /// `2 errors, 1 warning`.
    var counts: String {
        let words = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = report.findings.count { $0.severity == severity }
            if count == 0 { return nil }
            return Self.plural(count, severity == .info ? "remark" : severity.rawValue)
        }
        return words.joined(separator: ", ")
    }

    static func plural(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

    /// Says how much is not told, and why.
    mutating func addNotes(elsewhere: Int, below: Int, left: Int) {
        if elsewhere > 0 {
            let verb = elsewhere == 1 ? "is" : "are"
            notes.append(
                "note: \(Self.plural(elsewhere, "finding")) \(verb) in other namespaces; -A tells all")
        }
        if below > 0 {
            let verb = below == 1 ? "is" : "are"
            notes.append("note: \(Self.plural(below, "finding")) \(verb) below --output-threshold")
        }
        if left > 0 {
            notes.append("note: \(Self.plural(left, "problem")) with texts left out by --ignore-unknown")
        }
        if !report.suppressed.isEmpty {
            let origins = Dictionary(grouping: report.suppressed, by: \.origin.rawValue)
            let words = origins.sorted { $0.key < $1.key }.map { "\($0.value.count) by \($0.key)" }
            notes.append(
                "note: \(Self.plural(report.suppressed.count, "finding")) suppressed: "
                    + words.joined(separator: ", "))
        }
        if !report.unresolved.isEmpty {
            notes.append(
                "note: \(Self.plural(report.unresolved.count, "reference")) cannot be followed with this "
                    + "input; -v lists them")
        }
    }

    /// What `--verbose` adds.
    mutating func addDetails(mesh: MeshSnapshot, analyzers: Int) {
        let objects = mesh.objects.count { $0.origin != .assumed }
        notes.append(
            "note: \(Self.plural(objects, "object")) and \(Self.plural(sources.count, "file")) analyzed by "
                + Self.plural(analyzers, "analyzer"))
        for item in report.unresolved {
            let place = item.position.map { "\($0): " } ?? ""
            notes.append("\(place)\(item.subject): cannot be followed: \(item.reference.escapingControls)")
        }
        for item in report.files.flatMap(\.skipped) {
            notes.append(
                "\(item.position): skipped \(item.object.escapingControls): \(item.reason.escapingControls)")
        }
        var told: Set<String> = []
        for finding in report.findings {
            guard let name = finding.subject?.description,
                told.insert("\(finding.code.name)=\(name)").inserted
            else { continue }
            notes.append("to suppress: --suppress \"\(finding.code.name.escapingControls)=\(name)\"")
        }
    }
}

extension MeshInput {
    /// What became of the objects of each file.
    func checkedFiles(_ names: [String]) -> [DiagnosticReport.CheckedFile] {
        var files = names.map { DiagnosticReport.CheckedFile($0) }
        let indices = Dictionary(
            names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for problem in problems where problem.severity == .error {
            if let index = problem.position.flatMap({ indices[$0.file] }) { files[index].invalid += 1 }
        }
        for object in objects {
            guard let index = indices[object.document.source.name] else { continue }
            if object.findings.hasErrors {
                files[index].invalid += 1
            } else if let reason = object.skipped {
                files[index].skipped.append(
                    .init(
                        "\(object.apiVersion) \(object.type.kind)/\(object.name)",
                        at: object.document.source.position(object.place.mark), because: reason))
            } else {
                files[index].valid += 1
            }
        }
        return files
    }

    /// Objects that are not in the mesh, each with the one that took its place.
    func replaced(in mesh: MeshSnapshot) -> [(old: MeshObject, new: MeshObject)] {
        objects.compactMap { object in
            guard let last = mesh.object(object.type, object.namespace, object.name), last !== object else {
                return nil
            }
            return (object, last)
        }
    }
}
