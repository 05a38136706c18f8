import Diagnostics
import Kubernetes
import YAML

/// Where the findings of a run go: `-o FORMAT[=FILE]`, several in one run.
struct ReportTargets {
    struct Target: Equatable {
        let format: DiagnosticFormat
        /// Nil for standard output.
        let file: String?
    }

    let targets: [Target]

    /// The format on standard output, if one goes there.
    var onOutput: DiagnosticFormat? { targets.first { $0.file == nil }?.format }

    init(_ words: [String], default format: DiagnosticFormat) throws(Failure) {
        var targets: [Target] = []
        for word in words { targets.append(try Self.target(word)) }
        if targets.isEmpty { targets = [Target(format: format, file: nil)] }
        let names = targets.map { $0.file ?? "standard output" }
        if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
            throw .usage("two outputs go to \(names[twice]); give a file to one of them: -o FORMAT=FILE")
        }
        self.targets = targets
    }

    private static func target(_ word: String) throws(Failure) -> Target {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let names = DiagnosticFormat.allCases.map(\.rawValue)
        guard let name = parts.first, let format = DiagnosticFormat(rawValue: name.lowercased()) else {
            let near = Suggestion.nearest(to: parts.first ?? "", among: names).map { "; did you mean \($0)?" }
            throw .usage(
                """
                output format "\(parts.first ?? "")" is not known\(near ?? "")
                allowed: \(names.joined(separator: ", ")), each also as FORMAT=FILE
                """)
        }
        guard parts.count == 2 else { return Target(format: format, file: nil) }
        guard !parts[1].isEmpty else { throw .usage("-o \(word) needs the name of a file after =") }
        return Target(format: format, file: parts[1] == "-" ? nil : parts[1])
    }
}

extension ReportTargets {
    /// Writes the report to each target; `sources` are for excerpts on a terminal. What goes to standard
    /// output is left to `show`, if that is given.
    func write(
        _ report: DiagnosticReport, of sources: [Source], _ color: ColorChoice, in world: World,
        show: ((DiagnosticFormat) -> Bool)? = nil
    ) throws(Failure) {
        for target in targets {
            guard let file = target.file else {
                if show?(target.format) != true { world.show(report, as: target.format, of: sources, color) }
                continue
            }
            do {
                try world.environment.files.publish(file, Array(target.format.render(report).utf8))
            } catch {
                throw Failure("write \(file): \(error.reason)")
            }
        }
    }
}

extension World {
    /// A report on standard output, with colour and excerpts where a person reads it.
    fileprivate func show(
        _ report: DiagnosticReport, as format: DiagnosticFormat, of sources: [Source], _ color: ColorChoice
    ) {
        switch format {
        case .text: output.write(text(report.findings, of: sources, color, on: output))
        case .log:
            let text = LogRenderer(usesColor: usesColor(color, on: output)).text(report.findings)
            output.write(isOnRunner ? text.escapingWorkflowCommands : text)
        default: output.write(format.render(report))
        }
    }
}
