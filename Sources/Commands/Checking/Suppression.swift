import Diagnostics
import Schema

/// Says which findings somebody does not want to be told of.
struct Suppression: Sendable {
    let origin: DiagnosticReport.Suppressed.Origin
    let reason: String?
    let position: Position?
    /// The id of a rule; nil for all.
    private let code: String?
    /// Of the object, in either spelling; nil for all.
    private let resource: Wildcard?
    private let files: FileFilter?

    init(_ entry: Object<SuppressionEntry>, folder: String, at position: Position) {
        origin = .configuration
        reason = entry.reason
        self.position = position
        code = Self.id(entry.code)
        resource = entry.resource.isEmpty ? nil : Wildcard(entry.resource)
        files =
            entry.files.isEmpty ? nil : FileFilter(include: Array(entry.files), exclude: [], folder: folder)
    }

    /// The value of a flag: `IST0102=Namespace books`, `IST0101=VirtualService books/*`, or with Istio's
    /// names `VirtualService *.books`.
    init(flag text: String) throws(Failure) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw .usage(
                """
                --suppress "\(text)" is not CODE=RESOURCE
                for instance --suppress "IST0102=Namespace books", or "IST0101=VirtualService books/*"
                """)
        }
        origin = .flag
        reason = nil
        position = nil
        code = Self.id(parts[0])
        resource = Wildcard(parts[1])
        files = nil
    }

    /// A remark for a code that is none; Istio goes on in this case, too.
    static func remark(onFlag text: String) -> String? {
        let word = String(text.prefix { $0 != "=" })
        if word == "*" || RuleCatalog.rule(named: word) != nil { return nil }
        let near = RuleCatalog.suggestion(for: word).map { "; did you mean \($0)?" } ?? ""
        return "--suppress: \"\(word)\" is no code of analysis, so nothing is suppressed by it\(near)"
    }

    func matches(_ finding: Diagnostic) -> Bool {
        if let code, finding.code.name != code, finding.rule?.name != code { return false }
        if let resource, !Self.names(of: finding.subject).contains(where: { resource.matches($0) }) {
            return false
        }
        guard let files else { return true }
        return finding.position.map { files.keeps($0.file, isNamed: false) } ?? false
    }

    /// `VirtualService books/reviews` as it is printed, and `VirtualService reviews.books` as Istio takes it.
    static func names(of subject: Subject?) -> [String] {
        guard let subject else { return [""] }
        guard let namespace = subject.namespace else { return ["\(subject.kind) \(subject.name)"] }
        return [
            "\(subject.kind) \(namespace)/\(subject.name)", "\(subject.kind) \(subject.name).\(namespace)",
        ]
    }

    private static func id(_ word: String) -> String? {
        word == "*" ? nil : RuleCatalog.rule(named: word)?.id ?? word
    }
}
