/// JUnit's XML as test reports of CI systems read it: a suite for each file, in it a case for each finding,
/// for each object that was skipped or whose finding is suppressed, and one for the file itself.
///
/// Only findings for which the run fails are failures, so that the report agrees with the exit status.
package struct JUnitRenderer {
    package init() {}

    package func text(_ report: DiagnosticReport) -> String {
        let suites = suites(report)
        let cases = suites.flatMap(\.cases)
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"istioctl\" \(counts(cases))>\n"
        for suite in suites {
            text += "  <testsuite name=\(attribute(suite.name)) \(counts(suite.cases))>\n"
            for item in suite.cases { text += lines(item, in: suite.name) }
            text += "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private struct Case {
        enum Outcome {
            case passed(remark: String?)
            case failed(type: String, message: String, text: String)
            case skipped(String)
        }

        let name: String
        let outcome: Outcome

        var isFailure: Bool { if case .failed = outcome { true } else { false } }
        var isSkipped: Bool { if case .skipped = outcome { true } else { false } }
    }

    private func suites(_ report: DiagnosticReport) -> [(name: String, cases: [Case])] {
        var names = report.files.map(\.name)
        var cases = Dictionary(names.map { ($0, [Case]()) }, uniquingKeysWith: { first, _ in first })
        func add(_ item: Case, about position: Position?) {
            let name = position?.file ?? "cluster"
            if cases[name] == nil { names.append(name) }
            cases[name, default: []].append(item)
        }
        for finding in report.findings { add(self.case(finding, report), about: finding.position) }
        for item in report.suppressed {
            let remark = "suppressed by \(item.origin.rawValue)" + (item.reason.map { ": \($0)" } ?? "")
            add(Case(name: title(item.finding), outcome: .skipped(remark)), about: item.finding.position)
        }
        for item in report.files.flatMap(\.skipped) {
            add(Case(name: item.object, outcome: .skipped(item.reason)), about: item.position)
        }
        return names.map { name in
            let found = cases[name] ?? []
            // A file in which nothing is wrong is a test that passed.
            let isClean = !found.contains(where: \.isFailure)
            return (name, isClean ? [Case(name: name, outcome: .passed(remark: nil))] + found : found)
        }
    }

    private func `case`(_ finding: Diagnostic, _ report: DiagnosticReport) -> Case {
        let text = TextRenderer().text([finding])
        guard finding.severity >= report.failureThreshold else {
            return Case(name: title(finding), outcome: .passed(remark: text))
        }
        return Case(
            name: title(finding),
            outcome: .failed(type: finding.code.name, message: finding.message, text: text))
    }

    private func title(_ finding: Diagnostic) -> String {
        let place = finding.path.steps.isEmpty ? "" : " \(finding.path)"
        return "\(finding.code.name)\(finding.subject.map { " \($0)" } ?? "")\(place)"
    }

    private func lines(_ item: Case, in suite: String) -> String {
        let start = "    <testcase name=\(attribute(item.name)) classname=\(attribute(suite))"
        let content: String
        switch item.outcome {
        case .passed(nil): return start + "/>\n"
        case .passed(let remark?): content = "<system-out>\(escaped(remark))</system-out>"
        case .skipped(let reason): content = "<skipped message=\(attribute(reason))/>"
        case .failed(let type, let message, let text):
            content =
                "<failure type=\(attribute(type)) message=\(attribute(message))>\(escaped(text))</failure>"
        }
        return "\(start)>\n      \(content)\n    </testcase>\n"
    }

    private func counts(_ cases: [Case]) -> String {
        "tests=\"\(cases.count)\" failures=\"\(cases.count(where: \.isFailure))\" errors=\"0\" "
            + "skipped=\"\(cases.count(where: \.isSkipped))\""
    }

    private func attribute(_ text: String) -> String { "\"\(escaped(text.escapingControls))\"" }

    /// Without the characters that XML 1.0 has no way to write; controls of terminals are made visible.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.escapingControlsKeepingLines.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.isNoncharacter: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
