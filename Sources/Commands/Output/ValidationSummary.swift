import Diagnostics
import Validation
import YAML

/// What `validate` found in one input. Only findings and counts are kept, never the objects.
struct ValidationSummary: Sendable {
    let file: String
    private(set) var valid = 0
    private(set) var invalid = 0
    /// Those among the valid ones of which only kind, version and metadata are known: Mixer's and the core
    /// kinds.
    private(set) var nameOnly = 0
    private(set) var skipped: [DiagnosticReport.CheckedFile.Skipped] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether some document could not be read.
    private(set) var isIncomplete = false

    init(file: String) { self.file = file }

    /// Reads and checks a source, document by document.
    init(checking source: Source) {
        file = source.name
        let options = ValidationOptions(checksServices: true)
        let parts = YAMLReader.map(source) { Self(verdict: Validation.check($0, options), of: source) }
        for part in parts { add(part) }
    }

    private init(verdict: Verdict, of source: Source) {
        file = source.name
        diagnostics = verdict.diagnostics
        if verdict.problems.hasErrors { (invalid, isIncomplete) = (1, true) }
        for item in verdict.items {
            switch item.outcome {
            case .valid:
                valid += 1
                if !item.isSpecChecked { nameOnly += 1 }
            case .invalid: invalid += 1
            case .skipped(let reason):
                let name = item.name.map { "/\($0)" } ?? ""
                skipped.append(
                    .init(
                        "\(item.apiVersion) \(item.kindName)\(name)", at: source.position(item.mark),
                        because: reason))
            }
        }
    }

    private mutating func add(_ other: Self) {
        valid += other.valid
        invalid += other.invalid
        nameOnly += other.nameOnly
        skipped += other.skipped
        diagnostics += other.diagnostics
    }

    /// As reports have it.
    var checked: DiagnosticReport.CheckedFile {
        var checked = DiagnosticReport.CheckedFile(file)
        checked.valid = valid
        checked.invalid = invalid
        checked.specNotChecked = nameOnly
        checked.skipped = skipped
        return checked
    }

    /// `rules.yaml: 3 valid, 1 invalid, 2 skipped`.
    var line: String {
        let remark = nameOnly > 0 ? " (\(nameOnly) without a check of the spec)" : ""
        var counts = valid > 0 ? ["\(valid) valid\(remark)"] : []
        if invalid > 0 { counts.append("\(invalid) invalid") }
        if !skipped.isEmpty { counts.append("\(skipped.count) skipped") }
        let text = counts.isEmpty ? "no objects" : counts.joined(separator: ", ")
        return "\(file.escapingControls): \(text)"
    }

    /// A line for each object that was not checked.
    var skippedLines: [String] {
        skipped.map { "\($0.position): skipped \($0.object.escapingControls): \($0.reason.escapingControls)" }
    }
}
