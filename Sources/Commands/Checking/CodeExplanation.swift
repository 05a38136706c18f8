import Analysis
import Diagnostics

/// What `--explain` prints about a code: what it means, who finds it, and how it looks.
enum CodeExplanation {
    static func text(_ word: String) throws(Failure) -> String {
        guard let rule = RuleCatalog.rule(named: word) else {
            let near = RuleCatalog.suggestion(for: word).map { "; did you mean \($0)?" } ?? ""
            throw .usage("no code or name of a code is \"\(word)\"\(near)")
        }
        let title = rule.name == rule.id ? rule.id : "\(rule.id) \(rule.name)"
        var parts = ["\(title) (\(rule.severity.rawValue))", rule.summary]
        if rule.help != rule.summary, !rule.help.isEmpty { parts.append(rule.help) }
        if let code = AnalysisCode.named(rule.id) {
            parts += analyzers(of: code)
            parts.append("Suppress it for one object: --suppress \"\(code.number)=KIND NAMESPACE/NAME\"")
        } else {
            parts.append("validate reports it; analyze does so as \(analysisCodes(for: rule)).")
        }
        if let link = rule.link { parts.append("See also \(link)") }
        return parts.map { $0 + "\n" }.joined(separator: "\n")
    }

    private static func analysisCodes(for rule: DiagnosticReport.Rule) -> String {
        let code: AnalysisCode = rule.severity == .error ? .schemaValidationError : .schemaWarning
        return "\(code.number) \(code.name)"
    }

    private static func analyzers(of code: AnalysisCode) -> [String] {
        let found = Analyzer.all.filter { $0.codes.contains(code) }
        // Validation has an analyzer for each kind, all alike.
        let own = found.filter { !$0.name.hasPrefix("schema.") }
        let shared = own.count < found.count ? ["  schema.ValidationAnalyzer.KIND  What validate says."] : []
        let lines = own.map { "  \($0.name)  \($0.summary)" } + shared
        let examples = own.flatMap(\.examples).filter { $0.codes.contains(code) }.prefix(mostExamples)
        return (lines.isEmpty ? [] : ["Found by\n" + lines.joined(separator: "\n")])
            + examples.map { "Example\n" + example($0) }
    }

    private static let mostExamples = 2

    /// The text of an example with a comment in place of each marker.
    private static func example(_ example: Analyzer.Example) -> String {
        example.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var found: [String] = []
            var text = ""
            for character in line {
                if let number = markerNumber(character) {
                    if example.codes.indices.contains(number - 1) {
                        found.append(example.codes[number - 1].number)
                    }
                } else {
                    text.append(character)
                }
            }
            let remark = found.isEmpty ? "" : "  # <- \(found.joined(separator: ", "))"
            return text.isEmpty ? "" : "    \(text)\(remark)"
        }.joined(separator: "\n")
    }

    /// A marker is the keycap of a digit.
    private static func markerNumber(_ character: Character) -> Int? {
        let scalars = Array(character.unicodeScalars)
        guard scalars.count > 1, scalars.last == "\u{20E3}" else { return nil }
        return Int(String(scalars[0]))
    }
}
